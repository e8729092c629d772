"""Erasures over HTTP."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import Field

from application.use_cases.memory.erase_contact import Erasure
from domain.erasure import ErasedKind, ErasureException, ErasureReceipt
from entrypoints.http.schemas.base import Out


class ExceptionOut(Out):
    """What was not erased, or not here."""

    what: ErasureException
    why: str


class ReceiptOut(Out):
    """What was erased, in numbers."""

    receipt_id: str
    erased_at: datetime
    identities: int
    facts: int
    consents: int
    summaries: int
    insights: int = Field(description="what was read from calls")
    leads: int = Field(description="those whose values and quotes were withdrawn")
    turns: int = Field(description="those whose words were erased")
    crm_contacts: int = Field(description="contacts of the built-in CRM")
    exceptions: Sequence[ExceptionOut]

    @classmethod
    def of(cls, receipt: ErasureReceipt) -> "ReceiptOut":
        """Show *receipt*."""
        return cls(**_shown(receipt))


class ErasureOut(ReceiptOut):
    """A receipt, and whom it is about, which it does not say itself."""

    contact_id: str

    @classmethod
    def by(cls, erasure: Erasure) -> "ErasureOut":
        """Show *erasure*."""
        return cls(contact_id=erasure.contact_id, **_shown(erasure.receipt))


def _shown(receipt: ErasureReceipt) -> dict[str, Any]:
    exceptions = [ExceptionOut(what=one, why=one.why) for one in receipt.exceptions]
    return {
        "receipt_id": receipt.id,
        "erased_at": receipt.at,
        "exceptions": exceptions,
        **{kind.value: receipt.erased.get(kind, 0) for kind in ErasedKind},
    }
