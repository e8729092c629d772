"""What is kept of a call that is over."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from application.caller_contact import (
    Claims,
    find_caller,
    learn_identities,
    merge_with_others,
    suggest_merges,
)
from application.contact_merging import forget_calls
from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.call_policies import MemoryPolicy
from domain.caller_identity import confirmed_identities, vouched_identity
from domain.consent import Consent, ConsentKind
from domain.contact import Contact
from domain.errors import InvalidTransitionError
from domain.ids import ContactId, FactId, VoiceSessionId
from domain.lead import Lead
from domain.memory.call_summary import CallSummary
from domain.memory.consenting import heard_consents
from domain.memory.fact import FactStatus, Statement
from domain.memory.promises import are_settled, commitments
from domain.memory.remembering import remember
from domain.memory.requests import refuses_memory
from domain.memory.statements import most_spoken, statements_of, withdrawn_fields
from domain.memory.summarising import MADE_BY, summary_text
from domain.transcript import Role, Transcript
from domain.voice_session import SessionStatus, VoiceSession

log = logging.getLogger(__name__)


class Remembered(StrEnum):
    """What came of it. `already`: it was done before."""

    KEPT = "kept"
    ANONYMOUS = "anonymous"
    NOTHING_SAID = "nothing_said"
    SWITCHED_OFF = "switched_off"
    REFUSED = "refused"
    ALREADY = "already"


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberCallCommand:
    """The session that has ended."""

    session_id: VoiceSessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """One call as it is looked at; *claims* is what says who called."""

    session: VoiceSession
    transcript: Transcript
    lead: Lead | None
    policy: MemoryPolicy
    now: datetime
    claims: Claims

    @property
    def consents(self) -> tuple[Consent, ...]:
        """What the caller allowed and forbade."""
        began_at = self.session.joined_at or self.session.dispatched_at
        return heard_consents(self.transcript.turns, began_at=began_at)

    @property
    def expires_at(self) -> datetime:
        return self.now + timedelta(days=self.policy.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberCall:
    """Each call is dealt with once, in one transaction, by rules alone.

    Whose call it was is the backend's word, else what the caller confirmed; callers without either
    are not remembered. Whoever else is known by what the caller confirmed becomes one with them, or
    is suggested for that to a person. Only what was confirmed is kept as confirmed; on the word of
    a caller whom the backend did not vouch for, a contact that it does vouch for learns statements
    only. A caller who does not want to be remembered is not; what a caller forbids counts whether
    they are remembered or not.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    ids: IdGenerator

    async def execute(self, command: RememberCallCommand) -> Remembered:
        """Raises NotFoundError, and InvalidTransitionError while the call goes on.

        ConflictError and StaleVersionError mean that somebody else was at it; try again.
        """
        async with self.unit_of_work() as uow:
            if await uow.remembered_sessions.has(command.session_id):
                return Remembered.ALREADY
            call = await self._call(uow, command.session_id)
            outcome = await self._keep(uow, call)
            await uow.remembered_sessions.add(call.session.id, at=call.now)
            await uow.commit()
        fields = {"session_id": command.session_id, "outcome": outcome.value}
        log.info("call dealt with for memory", extra=fields)
        return outcome

    async def _call(self, uow: UnitOfWork, session_id: VoiceSessionId) -> _Call:
        session = await uow.sessions.get(session_id)
        if session.status is not SessionStatus.ENDED:
            raise InvalidTransitionError(f"session {session_id} is {session.status}, not ended")
        request = session.request
        agent = await uow.agents.get(request.agent_id, version=session.agent_version)
        lead = await uow.leads.find_by_session(session_id)
        now = self.clock.now()
        return _Call(
            session=session,
            transcript=await uow.turns.transcript(session_id),
            lead=lead,
            policy=agent.config.memory,
            now=now,
            claims=Claims(
                session_id=session_id,
                vouched=vouched_identity(request.user_id, now=now),
                confirmed=confirmed_identities(lead),
                now=now,
            ),
        )

    async def _keep(self, uow: UnitOfWork, call: _Call) -> Remembered:
        if not call.policy.enabled and not call.consents:
            return Remembered.SWITCHED_OFF
        if not call.transcript.by(Role.CALLER):
            return Remembered.NOTHING_SAID
        if not call.claims.are_any:
            return Remembered.ANONYMOUS
        contact = await find_caller(uow, call.claims) or self._stranger(call)
        if not call.policy.enabled:
            await _keep_consents(uow, contact, call)
            return Remembered.SWITCHED_OFF
        if contact.do_not_remember or refuses_memory(call.transcript.turns):
            await _refuse(uow, contact, call)
            return Remembered.REFUSED
        contact = await merge_with_others(uow, contact, call.claims)
        await _change_earlier(uow, contact, call)
        learnt = await learn_identities(uow, self._after(contact, call), call.claims)
        told = learnt.with_consents(_consents(call, contact), now=call.now)
        await self._save(uow, told, call)
        return Remembered.KEPT

    def _stranger(self, call: _Call) -> Contact:
        return Contact(
            id=ContactId(self.ids.new("con")),
            identities=(call.claims.vouched,) if call.claims.vouched else (),
            created_at=call.now,
            updated_at=call.now,
        )

    async def _save(self, uow: UnitOfWork, contact: Contact, call: _Call) -> None:
        await uow.contacts.save(contact)
        await uow.call_summaries.save(_summary(contact.id, call))
        await uow.contact_sessions.add(call.session.id, contact.id)
        await suggest_merges(uow, contact, call.claims, self.ids)

    def _after(self, contact: Contact, call: _Call) -> Contact:
        trusted = _may_correct(call, contact)
        statements = statements_of(call.transcript, call.lead)
        changes = remember(
            contact.facts,
            statements if trusted else [_merely_stated(one) for one in statements],
            now=call.now,
            expires_at=call.expires_at,
            ids=self._fact_ids(),
        )
        contact = contact.remember(changes, now=call.now)
        for field in _withdrawn(call, contact):
            contact = contact.withdraw_all(field, now=call.now)
        return contact

    def _fact_ids(self) -> Iterator[FactId]:
        while True:
            yield FactId(self.ids.new("fct"))


async def _refuse(uow: UnitOfWork, contact: Contact, call: _Call) -> None:
    if contact.do_not_remember or call.claims.vouched is None:
        await _keep_consents(uow, contact, call)
        return
    refused = contact.refuse_memory(now=call.now).with_consents(call.consents, now=call.now)
    await uow.contacts.save(refused)
    await forget_calls(uow, contact.id)


async def _keep_consents(uow: UnitOfWork, contact: Contact, call: _Call) -> None:
    """That somebody is not to be called outlives everything else that is not kept of them."""
    consents = [one for one in _consents(call, contact) if one.kind is not ConsentKind.MEMORY]
    if not consents:
        return
    if not contact.do_not_remember:
        contact = await learn_identities(uow, contact, call.claims)
    await uow.contacts.save(contact.with_consents(consents, now=call.now))


async def _change_earlier(uow: UnitOfWork, contact: Contact, call: _Call) -> None:
    settled = are_settled(call.transcript.turns)
    fields = _withdrawn(call, contact)
    gone = [fact.value for fact in contact.facts if fact.predicate in fields]
    for summary in await uow.call_summaries.find_by_contact(contact.id):
        if any(summary.mentions(value) for value in gone):
            await uow.call_summaries.remove(summary.session_id)
        elif settled and summary.open_commitments:
            await uow.call_summaries.save(summary.settled())


def _may_correct(call: _Call, contact: Contact) -> bool:
    return call.claims.vouched is not None or not contact.is_vouched


def _consents(call: _Call, contact: Contact) -> list[Consent]:
    """Anybody may forbid; only who is trusted may allow."""
    trusted = _may_correct(call, contact)
    return [one for one in call.consents if trusted or one.is_refusal]


def _withdrawn(call: _Call, contact: Contact) -> tuple[str, ...]:
    return withdrawn_fields(call.lead) if _may_correct(call, contact) else ()


def _merely_stated(statement: Statement) -> Statement:
    return replace(statement, status=FactStatus.STATED, confidence=min(statement.confidence, 0.5))


def _summary(contact_id: ContactId, call: _Call) -> CallSummary:
    session, transcript = call.session, call.transcript
    return CallSummary(
        session_id=session.id,
        contact_id=contact_id,
        text=summary_text(transcript, call.lead, session.close_reason),
        commitments=commitments(transcript.turns),
        language=most_spoken(transcript.by(Role.CALLER)),
        made_by=MADE_BY,
        held_at=session.joined_at or session.dispatched_at,
        created_at=call.now,
        expires_at=call.expires_at,
    )
