"""Two contacts become one, and are found by either id, within a unit of work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from application.ports.unit_of_work import UnitOfWork
from domain.contact import Contact
from domain.contact_merge import Merge, MergeDecision, MergeSuggestion, SharedIdentity
from domain.ids import ContactId, VoiceSessionId
from domain.memory.call_summary import CallSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReason:
    """Who decided, on the ground of what, and when.

    *trusted*: what the absorbed contact knew counts as much as it did.
    """

    decided_by: MergeDecision
    shared: SharedIdentity | None
    now: datetime
    trusted: bool = True


async def find_contact(uow: UnitOfWork, contact_id: ContactId) -> Contact:
    """The contact, or the one it is part of since it was absorbed. Raises NotFoundError."""
    merge = await uow.contact_merges.find_by_absorbed(contact_id)
    return await uow.contacts.get(merge.survivor_id if merge else contact_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Brought:
    """What belonged to a contact that was taken out."""

    contact: Contact
    summaries: Sequence[CallSummary]
    sessions: Sequence[VoiceSessionId]
    merges: Sequence[Merge]
    suggestions: Sequence[MergeSuggestion]


async def absorb(
    uow: UnitOfWork, survivor: Contact, absorbed: Contact, reason: MergeReason
) -> Contact:
    """*survivor* as stored with all that was the other's; there is no other one from then on.

    Raises StaleVersionError when either was saved since it was read.
    """
    brought = await _take_out(uow, absorbed)
    together = survivor.absorb(absorbed, now=reason.now, trusted=reason.trusted)
    await uow.contacts.save(together)
    for summary in brought.summaries:
        await uow.call_summaries.save(summary.handed_to(survivor.id))
    for session_id in brought.sessions:
        await uow.contact_sessions.add(session_id, survivor.id)
    if together.do_not_remember:
        await forget_calls(uow, survivor.id)
    await _keep_history(uow, survivor.id, brought, reason)
    return await uow.contacts.get(survivor.id)


async def forget_calls(uow: UnitOfWork, contact_id: ContactId) -> None:
    """No summary of theirs is left."""
    for summary in await uow.call_summaries.find_by_contact(contact_id):
        await uow.call_summaries.remove(summary.session_id)


async def _take_out(uow: UnitOfWork, contact: Contact) -> _Brought:
    # Saved before anything else is read: from here on, nobody else can add to it unseen.
    await uow.contacts.save(contact)
    brought = _Brought(
        contact=contact,
        summaries=await uow.call_summaries.find_by_contact(contact.id),
        sessions=await uow.contact_sessions.find_by_contact(contact.id),
        merges=await uow.contact_merges.find_by_survivor(contact.id),
        suggestions=await uow.merge_suggestions.find_by_contact(contact.id),
    )
    await uow.contacts.remove(contact.id)
    return brought


async def _keep_history(
    uow: UnitOfWork, survivor_id: ContactId, brought: _Brought, reason: MergeReason
) -> None:
    absorbed = brought.contact
    merge = Merge(
        absorbed_id=absorbed.id,
        survivor_id=survivor_id,
        decided_by=reason.decided_by,
        shared=reason.shared,
        at=reason.now,
        identities=len(absorbed.identities),
        facts=len(absorbed.facts),
        summaries=len(brought.summaries),
    )
    for one in (*(earlier.handed_on(survivor_id) for earlier in brought.merges), merge):
        await uow.contact_merges.add(one)
    for suggestion in brought.suggestions:
        left = suggestion.handed_on(absorbed.id, survivor_id)
        if left is not None:
            await uow.merge_suggestions.add(left)
