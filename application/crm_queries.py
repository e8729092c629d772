"""Reading our own CRM, and what people are to decide on."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from domain.crm import CrmReview
from domain.crm_record import CrmCall, CrmRecord

_CALLS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmQueries:
    """Nothing here changes anything."""

    unit_of_work: UnitOfWorkFactory

    async def contacts(self, *, after: str | None, limit: int) -> Sequence[CrmRecord]:
        """Newest first."""
        async with self.unit_of_work() as uow:
            return await uow.crm_book.find_page(after=after, limit=limit)

    async def calls(self, contact_id: str) -> Sequence[CrmCall]:
        """A contact's last calls, newest first. Raises NotFoundError."""
        async with self.unit_of_work() as uow:
            record = await uow.crm_book.get(contact_id)
            return await uow.crm_book.find_calls(record.id, limit=_CALLS)

    async def reviews(
        self, *, is_open: bool | None, after: str | None, limit: int
    ) -> Sequence[CrmReview]:
        """Newest first."""
        async with self.unit_of_work() as uow:
            return await uow.crm_reviews.find_page(is_open=is_open, after=after, limit=limit)
