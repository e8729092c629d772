"""Reads: what is known of callers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.contact import Contact
from domain.ids import ContactId
from domain.memory.call_summary import CallSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMemory:
    """A contact and its calls, as of *now*."""

    contact: Contact
    summaries: Sequence[CallSummary]
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactQueries:
    """Each answers with what is stored now, or raises NotFoundError."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    def now(self) -> datetime:
        """The moment as of which facts hold."""
        return self.clock.now()

    async def contact(self, contact_id: ContactId) -> Contact:
        """One contact."""
        async with self.unit_of_work() as uow:
            return await uow.contacts.get(contact_id)

    async def contacts(self, *, after: str | None, limit: int) -> Sequence[Contact]:
        """A page of contacts, newest first."""
        async with self.unit_of_work() as uow:
            return await uow.contacts.find_page(after=after, limit=limit)

    async def memory(self, contact_id: ContactId) -> ContactMemory:
        """All that is kept of a contact."""
        async with self.unit_of_work() as uow:
            contact = await uow.contacts.get(contact_id)
            summaries = await uow.call_summaries.find_by_contact(contact_id)
        return ContactMemory(contact=contact, summaries=summaries, now=self.clock.now())
