"""A contact is to be forgotten altogether."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from application.contact_merging import find_contact
from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.contact import Contact, IdentityKind
from domain.crm import ContactKeys
from domain.erasure import ErasedKind, ErasureException, ErasureReceipt
from domain.ids import ContactId, ReceiptId, UserId, VoiceSessionId
from domain.voice_session import SessionStatus, VoiceSession

_NOBODY = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseContactCommand:
    """Whom to forget. *transcripts*: and all that was said in their calls."""

    contact_id: ContactId
    transcripts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """Whom it was about, which nobody can tell afterwards, and the receipt that is kept."""

    contact_id: ContactId
    receipt: ErasureReceipt


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseContact:
    """Nothing that is kept of a person stays readable, in one transaction.

    Identities, facts, summaries, merges, and whom our own CRM knows by what they verified, go. Of
    their calls what was read from them goes: insights, and the values and quotes of leads, which
    count as withdrawn. Transcripts go if asked for, what the agent said included, who repeats what
    it hears. Their calls are those that were remembered as theirs, and those that the backend had
    us make for them; they are not read again, nor for the first time where that was still to come,
    so that nothing of them comes back. What requests were answered, under keys, is blanked whoever
    it was about: nobody can tell.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    ids: IdGenerator

    async def execute(self, command: EraseContactCommand) -> Erasure:
        """Raises NotFoundError, and ConflictError while one of their calls is being remembered."""
        now = self.clock.now()
        async with self.unit_of_work() as uow:
            contact = await find_contact(uow, command.contact_id)
            dispatched = await _dispatched_for(uow, contact)
            await _pass_over(uow, dispatched, now)
            sessions = await _sessions_of(uow, contact, dispatched)
            erased = await _erase_calls(uow, sessions, command, now) | {
                ErasedKind.IDENTITIES: len(contact.identities),
                ErasedKind.FACTS: len(contact.facts),
                ErasedKind.CONSENTS: len(contact.consents),
                ErasedKind.CRM_CONTACTS: await _forget_in_crm(uow, contact),
                ErasedKind.SUMMARIES: await uow.contacts.remove(contact.id),
            }
            await uow.keyed_requests.blank()
            receipt = self._receipt(erased, command, now)
            await uow.erasure_receipts.add(receipt)
            await uow.commit()
        return Erasure(contact_id=contact.id, receipt=receipt)

    def _receipt(
        self, erased: dict[ErasedKind, int], command: EraseContactCommand, now: datetime
    ) -> ErasureReceipt:
        said = () if command.transcripts else (ErasureException.TRANSCRIPTS,)
        return ErasureReceipt(
            id=ReceiptId(self.ids.new("era")),
            at=now,
            erased=erased,
            exceptions=(ErasureException.CALLS, *said, ErasureException.CRM, ErasureException.WORK),
        )


async def _dispatched_for(uow: UnitOfWork, contact: Contact) -> list[VoiceSession]:
    users = [one.value for one in contact.identities if one.kind is IdentityKind.USER]
    return [one for user in users for one in await uow.sessions.find_by_user(UserId(user))]


async def _pass_over(uow: UnitOfWork, sessions: Sequence[VoiceSession], now: datetime) -> None:
    for session in sessions:
        ended = session.status is SessionStatus.ENDED
        if ended and not await uow.remembered_sessions.has(session.id):
            await uow.remembered_sessions.add(session.id, at=now)


async def _sessions_of(
    uow: UnitOfWork, contact: Contact, dispatched: Sequence[VoiceSession]
) -> list[VoiceSessionId]:
    remembered = await uow.contact_sessions.find_by_contact(contact.id)
    quoted = (fact.source.session_id for fact in contact.facts)
    return sorted({*remembered, *quoted, *(one.id for one in dispatched)})


async def _erase_calls(
    uow: UnitOfWork,
    sessions: Sequence[VoiceSessionId],
    command: EraseContactCommand,
    now: datetime,
) -> dict[ErasedKind, int]:
    erased = dict.fromkeys((ErasedKind.INSIGHTS, ErasedKind.LEADS, ErasedKind.TURNS), 0)
    for session_id in sessions:
        erased[ErasedKind.INSIGHTS] += await _blank_insight(uow, session_id, now)
        erased[ErasedKind.LEADS] += await _withdraw_lead(uow, session_id, now)
        if command.transcripts:
            erased[ErasedKind.TURNS] += await uow.turns.erase_texts(session_id)
    return erased


async def _blank_insight(uow: UnitOfWork, session_id: VoiceSessionId, now: datetime) -> int:
    # Blank, not removed: the call would be read once more where none is found.
    insight = await uow.call_insights.find(session_id)
    if insight is None or insight.made_by == _NOBODY:
        return 0
    blank = replace(insight, summary="", findings={}, made_by=_NOBODY, made_at=now)
    await uow.call_insights.save(blank)
    return 1


async def _withdraw_lead(uow: UnitOfWork, session_id: VoiceSessionId, now: datetime) -> int:
    lead = await uow.leads.find_by_session(session_id)
    if lead is None or not lead.fields:
        return 0
    for name in lead.fields:
        lead = lead.withdraw(name, now=now)
    await uow.leads.save(lead)
    return 1


async def _forget_in_crm(uow: UnitOfWork, contact: Contact) -> int:
    forgotten = 0
    for one in contact.identities:
        if one.verified_at is None:
            continue
        if one.kind is IdentityKind.EMAIL:
            forgotten += await uow.crm_book.forget(ContactKeys(email=one.value))
        elif one.kind is IdentityKind.PHONE:
            forgotten += await uow.crm_book.forget(ContactKeys(phone=one.value))
    return forgotten
