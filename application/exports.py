"""Everything of a kind, page after page, for whoever takes it elsewhere."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from application.contact_queries import ContactMemory
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.contact import Contact
from domain.lead import Lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Exports:
    """Newest first. What comes while an export runs is not in it, and no transaction stays open."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    page_size: int = 200

    async def contacts(self) -> AsyncIterator[Contact]:
        """Every contact."""
        after: str | None = None
        while True:
            async with self.unit_of_work() as uow:
                page = await uow.contacts.find_page(after=after, limit=self.page_size)
            for contact in page:
                yield contact
            if len(page) < self.page_size:
                return
            after = page[-1].id

    async def memories(self) -> AsyncIterator[ContactMemory]:
        """All that is kept of every contact."""
        async for contact in self.contacts():
            async with self.unit_of_work() as uow:
                summaries = await uow.call_summaries.find_by_contact(contact.id)
            yield ContactMemory(contact=contact, summaries=summaries, now=self.now())

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

    def now(self) -> datetime:
        """The moment as of which facts hold."""
        return self.clock.now()
