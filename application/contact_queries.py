"""Reads: what is known of callers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from application.contact_merging import find_contact
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.contact import Contact
from domain.contact_merge import Merge, MergeSuggestion
from domain.erasure import ErasureReceipt
from domain.ids import ContactId, ReceiptId
from domain.memory.call_summary import CallSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMemory:
    """A contact and its calls, as of *now*."""

    contact: Contact
    summaries: Sequence[CallSummary]
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactHistory:
    """A contact, and whom it absorbed, newest first."""

    contact: Contact
    merges: Sequence[Merge]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedMerge:
    """Two contacts of whom a person is to say whether they are one."""

    suggestion: MergeSuggestion
    contacts: tuple[Contact, Contact]

    @property
    def id(self) -> str:
        """What the next page goes on from."""
        return self.suggestion.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactQueries:
    """Each answers with what is stored now, or raises NotFoundError."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    def now(self) -> datetime:
        """The moment as of which facts hold."""
        return self.clock.now()

    async def contact(self, contact_id: ContactId) -> Contact:
        """One contact, or the one that absorbed it."""
        async with self.unit_of_work() as uow:
            return await find_contact(uow, contact_id)

    async def contacts(self, *, after: str | None, limit: int) -> Sequence[Contact]:
        """A page of contacts, newest first."""
        async with self.unit_of_work() as uow:
            return await uow.contacts.find_page(after=after, limit=limit)

    async def memory(self, contact_id: ContactId) -> ContactMemory:
        """All that is kept of a contact."""
        async with self.unit_of_work() as uow:
            contact = await find_contact(uow, contact_id)
            summaries = await uow.call_summaries.find_by_contact(contact.id)
        return ContactMemory(contact=contact, summaries=summaries, now=self.clock.now())

    async def receipt(self, receipt_id: ReceiptId) -> ErasureReceipt:
        """The receipt of an erasure."""
        async with self.unit_of_work() as uow:
            return await uow.erasure_receipts.get(receipt_id)

    async def history(self, contact_id: ContactId) -> ContactHistory:
        """Whom a contact absorbed."""
        async with self.unit_of_work() as uow:
            contact = await find_contact(uow, contact_id)
            merges = await uow.contact_merges.find_by_survivor(contact.id)
        return ContactHistory(contact=contact, merges=merges)

    async def suggested_merges(self, *, after: str | None, limit: int) -> Sequence[SuggestedMerge]:
        """A page of what waits for a person, newest first."""
        async with self.unit_of_work() as uow:
            open_ones = await uow.merge_suggestions.find_open(after=after, limit=limit)
            return [await _suggested(uow, one) for one in open_ones]


async def _suggested(uow: UnitOfWork, suggestion: MergeSuggestion) -> SuggestedMerge:
    first = await uow.contacts.get(suggestion.first_id)
    second = await uow.contacts.get(suggestion.second_id)
    return SuggestedMerge(suggestion=suggestion, contacts=(first, second))
