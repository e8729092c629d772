"""What is remembered of a call is the same on every store, however many look at it at once."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import count

from adapters.in_memory import ManualClock
from application.use_cases.memory.load_brief import LoadBrief, LoadBriefCommand
from application.use_cases.memory.remember_call import (
    RememberCall,
    RememberCallCommand,
    Remembered,
)
from domain.contact import Identity
from domain.contact_details import ContactField
from domain.errors import ConflictError
from domain.ids import LeadId, TurnId, UserId, VoiceSessionId
from domain.lead import FieldStatus, Lead
from domain.memory.brief import render_brief
from domain.transcript import Role, Turn
from domain.voice_session import CloseReason, VoiceSession
from tests.contracts.store import LEASE, NOW, Store, a_session, keep

SARAH = UserId("user-sarah")
MATTER = "I would like to order two chairs."
PROMISE = "We will call you back on Monday."


class SharedIds:
    """Ids for all who work at the same time."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self, prefix: str) -> str:
        return f"{prefix}_{next(self._numbers):06d}"


async def held_call(store: Store, number: int, email: str) -> VoiceSessionId:
    """Sarah called, confirmed *email*, and hung up."""
    session = a_session(number, at=NOW + timedelta(hours=number))
    request = replace(session.request, user_id=SARAH)
    active = replace(session, request=request).start("job", now=NOW, lease_for=LEASE)
    await _begin(store, active)
    for place, role, text in ((1, Role.CALLER, MATTER), (2, Role.AGENT, PROMISE)):
        turn = Turn(
            id=TurnId(f"{session.id}:{place}"),
            session_id=session.id,
            role=role,
            text=text,
            start_ms=place * 1000,
            end_ms=place * 1000 + 900,
        )
        await store.journal.record(turn)
    lead = Lead(id=LeadId(f"led_{number}"), session_id=session.id).note(
        ContactField.EMAIL, email, status=FieldStatus.STATED, evidence=(), now=NOW
    )
    token = lead.token(ContactField.EMAIL)
    async with store.unit_of_work() as uow:
        await uow.leads.save(lead.confirm(ContactField.EMAIL, token, evidence=(), now=NOW))
        held = await uow.sessions.get(session.id)
        await uow.sessions.save(held.end(CloseReason.PARTICIPANT_LEFT, now=NOW + LEASE))
        await uow.commit()
    return session.id


async def _begin(store: Store, session: VoiceSession) -> None:
    if session.id == "ses_001":
        await keep(store, session)
        return
    async with store.unit_of_work() as uow:
        await uow.sessions.add(session)
        await uow.commit()


class RememberingContract:
    """Subclasses bring a `store` fixture."""

    async def test_a_correction_is_remembered_with_its_history(self, store: Store) -> None:
        remember = RememberCall(
            unit_of_work=store.unit_of_work, clock=ManualClock(), ids=SharedIds()
        )
        for number, email in ((1, "old@example.com"), (2, "new@example.com")):
            session_id = await held_call(store, number, email)
            command = RememberCallCommand(session_id=session_id)
            assert await remember.execute(command) is Remembered.KEPT
            assert await remember.execute(command) is Remembered.ALREADY
        brief = await LoadBrief(unit_of_work=store.unit_of_work).execute(
            LoadBriefCommand(
                session_id=VoiceSessionId("ses_003"),
                user_id=SARAH,
                phone=None,
                now=ManualClock().now(),
            )
        )
        assert brief is not None
        notes = render_brief(brief).split("\n")[2:-1]
        assert notes == [
            f"open: {PROMISE} (the agent, 2026-03-29)",
            f"last call: 2026-03-29, asked about: {MATTER}",
            "last call ended: left email (confirmed); 1 caller turns; the caller hung up",
            "email: new@example.com",
        ]
        async with store.unit_of_work() as uow:
            contact = await uow.contacts.find_by_identity(Identity.email("old@example.com"))
        assert contact is not None
        emails = [fact for fact in contact.facts if fact.predicate == "email"]
        assert [fact.superseded_by for fact in emails] == [emails[1].id, None]

    async def test_many_who_deal_with_one_call_keep_it_once(self, store: Store) -> None:
        session_id = await held_call(store, 1, "sarah@example.com")
        remember = RememberCall(
            unit_of_work=store.unit_of_work, clock=ManualClock(), ids=SharedIds()
        )
        command = RememberCallCommand(session_id=session_id)
        outcomes = await asyncio.gather(
            *(remember.execute(command) for _ in range(8)), return_exceptions=True
        )
        assert outcomes.count(Remembered.KEPT) == 1
        rest = [one for one in outcomes if one is not Remembered.KEPT]
        assert all(one is Remembered.ALREADY or isinstance(one, ConflictError) for one in rest)
        async with store.unit_of_work() as uow:
            (contact,) = await uow.contacts.find_page(after=None, limit=9)
            assert len(await uow.call_summaries.find_by_contact(contact.id)) == 1
        assert len(contact.facts) == 2
