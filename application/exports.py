"""Everything of a kind, page after page, for whoever takes it elsewhere."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from application.contact_queries import ContactMemory
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.contact import Contact
from domain.lead import Lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Exports:
    """Newest first. What comes while an export runs is not in it, and no transaction stays open."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    page_size: int = 200

    async def contacts(self) -> AsyncIterator[ContactMemory]:
        """All that is kept of every contact."""
        after: str | None = None
        while True:
            async with self.unit_of_work() as uow:
                page = await uow.contacts.find_page(after=after, limit=self.page_size)
                memories = [await self._memory(uow, contact) for contact in page]
            for memory in memories:
                yield memory
            if len(page) < self.page_size:
                return
            after = page[-1].id

    async def leads(self) -> AsyncIterator[Lead]:
        """Every lead."""
        after: str | None = None
        while True:
            async with self.unit_of_work() as uow:
                page: Sequence[Lead] = await uow.leads.find_page(after=after, limit=self.page_size)
            for lead in page:
                yield lead
            if len(page) < self.page_size:
                return
            after = page[-1].id

    async def _memory(self, uow: UnitOfWork, contact: Contact) -> ContactMemory:
        summaries = await uow.call_summaries.find_by_contact(contact.id)
        return ContactMemory(contact=contact, summaries=summaries, now=self.clock.now())
