"""Receipts of erasures, as rows."""

from collections.abc import Mapping

import sqlalchemy as sa
from pydantic import TypeAdapter

from adapters.sql.contact_tables import erasure_receipts
from adapters.sql.times import from_micros, to_micros
from adapters.sql.transaction import Transaction
from domain.erasure import ErasedKind, ErasureException, ErasureReceipt
from domain.errors import NotFoundError
from domain.ids import ReceiptId

_erased = TypeAdapter(Mapping[ErasedKind, int])
_exceptions = TypeAdapter(tuple[ErasureException, ...])


class SqlErasureReceipts:
    """A row a receipt."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, receipt: ErasureReceipt) -> None:
        """Keep a receipt."""
        row = {
            "id": receipt.id,
            "at": to_micros(receipt.at),
            "erased": _erased.dump_python(receipt.erased, mode="json"),
            "exceptions": _exceptions.dump_python(receipt.exceptions, mode="json"),
        }
        await self._transaction.write(sa.insert(erasure_receipts).values(row))

    async def get(self, receipt_id: ReceiptId) -> ErasureReceipt:
        """One receipt."""
        row = await self._transaction.row(
            sa.select(erasure_receipts).where(erasure_receipts.c.id == receipt_id)
        )
        if row is None:
            raise NotFoundError(f"no receipt {receipt_id}")
        return ErasureReceipt(
            id=receipt_id,
            at=from_micros(row["at"]),
            erased=_erased.validate_python(row["erased"]),
            exceptions=_exceptions.validate_python(row["exceptions"]),
        )
