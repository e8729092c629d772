"""Our own CRM and its reviews, over the copy of a unit of work."""

from collections.abc import Sequence

from adapters.in_memory.repositories import Repository
from domain.crm import ContactKeys, CrmReview
from domain.crm_record import CrmCall, CrmRecord
from domain.errors import NotFoundError
from domain.ids import ReviewId


class InMemoryCrmBook(Repository):
    """Contacts and notes by id."""

    async def save(self, record: CrmRecord) -> None:
        """Raises StaleVersionError when outrun, ConflictError when a key is somebody else's."""
        self._work.change(lambda state: state.crm.save(record))

    async def get(self, record_id: str) -> CrmRecord:
        """Raises NotFoundError."""
        record = self._work.state.crm.records.get(record_id)
        if record is None:
            raise NotFoundError(f"no CRM contact {record_id}")
        return record

    async def find(self, keys: ContactKeys) -> Sequence[CrmRecord]:
        """All who are known by one of *keys*."""
        return self._work.state.crm.known_by(keys)

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[CrmRecord]:
        """Newest first."""
        page = sorted(self._work.state.crm.records.values(), key=lambda one: one.id, reverse=True)
        return [one for one in page if after is None or one.id < after][:limit]

    async def add_call(self, call: CrmCall) -> None:
        """The first note stays."""
        self._work.change(lambda state: state.crm.add_call(call))

    async def find_calls(self, record_id: str, *, limit: int) -> Sequence[CrmCall]:
        """Newest first."""
        calls = [c for c in self._work.state.crm.calls.values() if c.contact_id == record_id]
        return sorted(calls, key=lambda one: (one.at, one.call_id), reverse=True)[:limit]

    async def forget(self, keys: ContactKeys) -> int:
        """How many contacts went."""
        theirs = len(self._work.state.crm.known_by(keys))
        self._work.change(lambda state: state.crm.forget(keys))
        return theirs


class InMemoryCrmReviews(Repository):
    """Reviews by id."""

    async def save(self, review: CrmReview) -> None:
        """Raises StaleVersionError when outrun."""
        self._work.change(lambda state: state.crm.save_review(review))

    async def get(self, review_id: ReviewId) -> CrmReview:
        """Raises NotFoundError."""
        review = self._work.state.crm.reviews.get(review_id)
        if review is None:
            raise NotFoundError(f"no review {review_id}")
        return review

    async def find_same(self, review: CrmReview) -> CrmReview | None:
        """One of the same contact, field and offered value."""
        return next(
            (one for one in self._work.state.crm.reviews.values() if _mark(one) == _mark(review)),
            None,
        )

    async def find_page(
        self, *, is_open: bool | None, after: str | None, limit: int
    ) -> Sequence[CrmReview]:
        """Newest first."""
        page = sorted(self._work.state.crm.reviews.values(), key=lambda one: one.id, reverse=True)
        return [
            one
            for one in page
            if (after is None or one.id < after) and is_open in (None, one.decision is None)
        ][:limit]


def _mark(one: CrmReview) -> tuple[str, str, str]:
    return one.contact_id, one.difference.field, one.difference.offered
