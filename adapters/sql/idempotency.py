"""Requests under a key, as rows."""

from datetime import datetime

import sqlalchemy as sa

from adapters.sql.idempotency_tables import keyed_requests
from adapters.sql.mapping import Row
from adapters.sql.times import from_micros, to_micros
from adapters.sql.transaction import Transaction
from domain.errors import ConflictError
from domain.idempotency import KeyedRequest, StoredAnswer

_ATTEMPTS = 3


class SqlKeyedRequests:
    """What counts is whose row it is: an owner changes none but their own."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def claim(self, request: KeyedRequest, *, now: datetime) -> KeyedRequest:
        """Raises ConflictError when others are faster again and again."""
        for _ in range(_ATTEMPTS):
            row = _to_row(request)
            if await self._transaction.insert_unless_there(keyed_requests, row):
                return request
            held = await self._find(request.id)
            if held is None:
                continue
            if not held.yields(now):
                return held
            taken = sa.update(keyed_requests).where(*_whose(held)).values(row)
            if await self._transaction.write(taken):
                return request
        raise ConflictError("others are asking with the same Idempotency-Key")

    async def finish(self, request: KeyedRequest) -> None:
        """With its answer."""
        statement = sa.update(keyed_requests).where(*_whose(request))
        await self._transaction.write(statement.values(_to_row(request)))

    async def release(self, request: KeyedRequest) -> None:
        """Only what has no answer."""
        unanswered = keyed_requests.c.status.is_(None)
        await self._transaction.write(sa.delete(keyed_requests).where(*_whose(request), unanswered))

    async def blank(self) -> int:
        """How many had a body."""
        has_body = keyed_requests.c.body.is_not(None)
        return await self._transaction.write(
            sa.update(keyed_requests).where(has_body).values(body=None)
        )

    async def forget(self, *, expired_before: datetime) -> int:
        """How many are gone."""
        expired = keyed_requests.c.expires_at <= to_micros(expired_before)
        return await self._transaction.write(sa.delete(keyed_requests).where(expired))

    async def _find(self, request_id: str) -> KeyedRequest | None:
        row = await self._transaction.row(
            sa.select(keyed_requests).where(keyed_requests.c.key == request_id)
        )
        return None if row is None else _from_row(row)


def _whose(request: KeyedRequest) -> tuple[sa.ColumnElement[bool], ...]:
    return keyed_requests.c.key == request.id, keyed_requests.c.owner == request.owner


def _to_row(request: KeyedRequest) -> dict[str, object]:
    answer = request.answer
    return {
        "key": request.id,
        "route": request.route,
        "fingerprint": request.fingerprint,
        "owner": request.owner,
        "lease_until": to_micros(request.lease_until),
        "expires_at": to_micros(request.expires_at),
        "status": answer.status if answer else None,
        "headers": [list(one) for one in answer.headers] if answer else [],
        "body": answer.body if answer else None,
    }


def _from_row(row: Row) -> KeyedRequest:
    answer = None
    if row["status"] is not None:
        headers = tuple((name, value) for name, value in row["headers"])
        answer = StoredAnswer(status=row["status"], headers=headers, body=row["body"])
    return KeyedRequest(
        id=row["key"],
        route=row["route"],
        fingerprint=row["fingerprint"],
        owner=row["owner"],
        lease_until=from_micros(row["lease_until"]),
        expires_at=from_micros(row["expires_at"]),
        answer=answer,
    )
