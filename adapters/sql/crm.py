"""Our own CRM, and what people decide on, as rows."""

from collections.abc import Sequence

import sqlalchemy as sa

from adapters.sql import crm_tables
from adapters.sql.crm_rows import (
    call_from_row,
    call_to_row,
    record_from_row,
    record_to_row,
    review_from_row,
    review_to_row,
)
from adapters.sql.transaction import Transaction
from domain.crm import ContactKeys, CrmReview
from domain.crm_record import CrmCall, CrmRecord
from domain.errors import NotFoundError, StaleVersionError
from domain.ids import ReviewId

_contacts = crm_tables.crm_contacts
_calls = crm_tables.crm_call_notes
_reviews = crm_tables.crm_reviews


class SqlCrmBook:
    """A save counts only on the revision that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, record: CrmRecord) -> None:
        """Keep a new or changed contact."""
        row = {**record_to_row(record), "revision": record.revision + 1}
        statement: sa.Insert | sa.Update = sa.insert(_contacts).values(row)
        if record.revision:
            read = _contacts.c.revision == record.revision
            statement = sa.update(_contacts).where(_contacts.c.id == record.id, read).values(row)
        if not await self._transaction.write(statement):
            raise StaleVersionError(f"CRM contact {record.id} was saved meanwhile")

    async def get(self, record_id: str) -> CrmRecord:
        """One contact."""
        row = await self._transaction.row(sa.select(_contacts).where(_contacts.c.id == record_id))
        if row is None:
            raise NotFoundError(f"no CRM contact {record_id}")
        return record_from_row(row)

    async def find(self, keys: ContactKeys) -> Sequence[CrmRecord]:
        """At most two: each key is one contact's."""
        query = sa.select(_contacts).where(_known_by(keys)).order_by(_contacts.c.id)
        return [record_from_row(row) for row in await self._transaction.rows(query)]

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[CrmRecord]:
        """Newest first."""
        query = sa.select(_contacts)
        if after is not None:
            query = query.where(_contacts.c.id < after)
        query = query.order_by(_contacts.c.id.desc()).limit(limit)
        return [record_from_row(row) for row in await self._transaction.rows(query)]

    async def add_call(self, call: CrmCall) -> None:
        """The first note stays."""
        held = sa.select(_calls.c.call_id).where(_calls.c.call_id == call.call_id)
        if await self._transaction.row(held) is None:
            await self._transaction.write(sa.insert(_calls).values(call_to_row(call)))

    async def find_calls(self, record_id: str, *, limit: int) -> Sequence[CrmCall]:
        """Newest first."""
        query = (
            sa.select(_calls)
            .where(_calls.c.contact_id == record_id)
            .order_by(_calls.c.at.desc(), _calls.c.call_id.desc())
            .limit(limit)
        )
        return [call_from_row(row) for row in await self._transaction.rows(query)]

    async def forget(self, keys: ContactKeys) -> int:
        """How many contacts went."""
        theirs = [one.id for one in await self.find(keys)]
        await self._transaction.write(sa.delete(_calls).where(_calls.c.contact_id.in_(theirs)))
        await self._transaction.write(sa.delete(_reviews).where(_reviews.c.contact_id.in_(theirs)))
        return await self._transaction.write(sa.delete(_contacts).where(_contacts.c.id.in_(theirs)))


class SqlCrmReviews:
    """A save counts only on the revision that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, review: CrmReview) -> None:
        """Keep a new or decided one."""
        row = {**review_to_row(review), "revision": review.revision + 1}
        statement: sa.Insert | sa.Update = sa.insert(_reviews).values(row)
        if review.revision:
            read = _reviews.c.revision == review.revision
            statement = sa.update(_reviews).where(_reviews.c.id == review.id, read).values(row)
        if not await self._transaction.write(statement):
            raise StaleVersionError(f"review {review.id} was saved meanwhile")

    async def get(self, review_id: ReviewId) -> CrmReview:
        """One review."""
        row = await self._transaction.row(sa.select(_reviews).where(_reviews.c.id == review_id))
        if row is None:
            raise NotFoundError(f"no review {review_id}")
        return review_from_row(row)

    async def find_same(self, review: CrmReview) -> CrmReview | None:
        """One of the same contact, field and offered value."""
        query = sa.select(_reviews).where(
            _reviews.c.contact_id == review.contact_id,
            _reviews.c.field == review.difference.field.value,
            _reviews.c.offered == review.difference.offered,
        )
        row = await self._transaction.row(query)
        return None if row is None else review_from_row(row)

    async def find_page(
        self, *, is_open: bool | None, after: str | None, limit: int
    ) -> Sequence[CrmReview]:
        """Newest first."""
        query = sa.select(_reviews)
        if is_open is not None:
            undecided = _reviews.c.decision.is_(None)
            query = query.where(undecided if is_open else ~undecided)
        if after is not None:
            query = query.where(_reviews.c.id < after)
        query = query.order_by(_reviews.c.id.desc()).limit(limit)
        return [review_from_row(row) for row in await self._transaction.rows(query)]


def _known_by(keys: ContactKeys) -> sa.ColumnElement[bool]:
    columns = ((_contacts.c.email, keys.email), (_contacts.c.phone, keys.phone))
    return sa.or_(sa.false(), *(column == value for column, value in columns if value is not None))
