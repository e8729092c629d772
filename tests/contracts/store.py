"""What every store promises, whatever it is made of."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest

from application.ports.health import WorkerBeat, WorkerBeats
from application.ports.journal import TurnJournal
from application.ports.unit_of_work import UnitOfWork
from application.ports.work_queue import WorkAdmin, WorkDesk
from domain.agent_config import Agent, AgentConfig
from domain.contact_details import ContactField
from domain.errors import ConflictError, NotFoundError, StaleVersionError
from domain.ids import (
    AgentId,
    ConversationId,
    DispatchId,
    LeadId,
    ParticipantIdentity,
    RoomName,
    TurnId,
    UserId,
    VoiceSessionId,
    WorkerId,
)
from domain.language import Language
from domain.lead import Evidence, FieldStatus, Lead
from domain.transcript import Role, Turn
from domain.voice_session import CloseReason, DispatchRequest, VoiceSession

NOW = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
LEASE = timedelta(seconds=15)


class Store(Protocol):
    """All that a store holds."""

    @property
    def journal(self) -> TurnJournal: ...

    @property
    def worker_beats(self) -> WorkerBeats: ...

    @property
    def work_desk(self) -> WorkDesk: ...

    @property
    def work_admin(self) -> WorkAdmin: ...

    @property
    def unit_of_work(self) -> Callable[[], UnitOfWork]: ...


def an_agent(name: str = "demo") -> Agent:
    config = AgentConfig(
        name="Ünïcode 'quoted'",
        instructions="Be kind.\nÄöü 你好",
        languages=(Language("en"), Language("es")),
        greeting="Hello",
    )
    return Agent.publish(AgentId(name), config, now=NOW)


def a_session(number: int = 1, *, at: datetime = NOW) -> VoiceSession:
    request = DispatchRequest(
        conversation_id=ConversationId(f"conv-{number}"),
        agent_id=AgentId("demo"),
        user_id=UserId("user"),
        room_name=RoomName(f"room-{number}"),
        participant_identity=ParticipantIdentity("caller"),
        language=Language("en"),
        metadata={"plan": "gold", "nested": {"n": 1}},
    )
    return VoiceSession.dispatch(
        VoiceSessionId(f"ses_{number:03d}"),
        DispatchId(f"dsp_{number:03d}"),
        request,
        agent_version=1,
        now=at,
    )


def a_turn(number: int, *, session: str = "ses_001", text: str = "hello") -> Turn:
    return Turn(
        id=TurnId(f"{session}:item_{number}"),
        session_id=VoiceSessionId(session),
        role=Role.AGENT,
        text=text,
        start_ms=number * 1000,
        end_ms=number * 1000 + 900,
        language=Language("en"),
        planned="hello and more",
        interrupted=True,
        participant=ParticipantIdentity("sarah"),
        suspect="wrong_script",
    )


async def keep(store: Store, *sessions: VoiceSession) -> None:
    async with store.unit_of_work() as uow:
        await uow.agents.add(an_agent())
        for session in sessions:
            await uow.sessions.add(session)
        await uow.commit()


class StoreContract:
    """Subclasses bring a `store` fixture."""

    async def test_a_session_comes_back_as_it_was(self, store: Store) -> None:
        await keep(store, a_session())
        async with store.unit_of_work() as uow:
            session = await uow.sessions.get(VoiceSessionId("ses_001"))
            changed = session.accepted("AD_1").start("job", now=NOW, lease_for=LEASE)
            await uow.sessions.save(changed)
            await uow.commit()
        async with store.unit_of_work() as uow:
            active = await uow.sessions.get(VoiceSessionId("ses_001"))
            assert active.request == a_session().request
            assert (active.lease, active.joined_at) == (changed.lease, NOW)
            await uow.sessions.save(active.end(CloseReason.TASK_COMPLETED, now=NOW))
            await uow.commit()
        async with store.unit_of_work() as uow:
            ended = await uow.sessions.find_by_dispatch(DispatchId("dsp_001"))
            assert ended is not None
            assert ended.close_reason is CloseReason.TASK_COMPLETED

    async def test_without_a_commit_nothing_happened(self, store: Store) -> None:
        await keep(store)
        async with store.unit_of_work() as uow:
            await uow.sessions.add(a_session())
        with pytest.raises(NotFoundError):
            async with store.unit_of_work() as uow:
                await uow.sessions.get(VoiceSessionId("ses_001"))

    async def test_a_conversation_has_one_session(self, store: Store) -> None:
        await keep(store, a_session())
        second = a_session(2)
        with pytest.raises(ConflictError):
            async with store.unit_of_work() as uow:
                twin = VoiceSession.dispatch(
                    second.id, second.dispatch_id, a_session().request, agent_version=1, now=NOW
                )
                await uow.sessions.add(twin)
                await uow.commit()

    async def test_whoever_saves_second_is_told(self, store: Store) -> None:
        await keep(store, a_session())
        async with store.unit_of_work() as first, store.unit_of_work() as second:
            ours = await first.sessions.get(VoiceSessionId("ses_001"))
            theirs = await second.sessions.get(VoiceSessionId("ses_001"))
            await second.sessions.save(theirs.accepted("AD_2"))
            await second.commit()
            with pytest.raises(StaleVersionError):
                await first.sessions.save(ours.accepted("AD_1"))
                await first.commit()

    async def test_sixteen_writers_at_once_all_get_through(self, store: Store) -> None:
        await keep(store)

        async def add(number: int) -> None:
            async with store.unit_of_work() as uow:
                await uow.sessions.add(a_session(number))
                await uow.commit()

        await asyncio.gather(*(add(number) for number in range(1, 17)))
        async with store.unit_of_work() as uow:
            assert len(await uow.sessions.find_page(after=None, limit=50)) == 16

    async def test_sessions_are_found_by_what_they_wait_for(self, store: Store) -> None:
        waiting = a_session(1, at=NOW - timedelta(seconds=10))
        lost = a_session(2).start("job", now=NOW - LEASE, lease_for=LEASE)
        alive = a_session(3).start("job", now=NOW, lease_for=LEASE)
        await keep(store, waiting, lost, alive, a_session(4))
        async with store.unit_of_work() as uow:
            found = await uow.sessions.find_waiting(attempted_before=NOW - timedelta(seconds=5))
            assert [session.id for session in found] == ["ses_001"]
            abandoned = await uow.sessions.find_abandoned(now=NOW)
            assert [session.id for session in abandoned] == ["ses_002"]

    async def test_pages_go_from_new_to_old_without_gaps(self, store: Store) -> None:
        await keep(store, *(a_session(number) for number in range(1, 6)))
        async with store.unit_of_work() as uow:
            first = await uow.sessions.find_page(after=None, limit=2)
            second = await uow.sessions.find_page(after=first[-1].id, limit=9)
        assert [s.id for s in (*first, *second)] == [f"ses_00{n}" for n in (5, 4, 3, 2, 1)]

    async def test_a_lead_comes_back_with_its_history(self, store: Store) -> None:
        await keep(store, a_session())
        heard = Evidence(turn_id=TurnId("t"), quote="it's Zoë", start_ms=1, end_ms=2)
        lead = Lead(id=LeadId("led_1"), session_id=VoiceSessionId("ses_001")).note(
            ContactField.NAME, "Zoë", status=FieldStatus.STATED, evidence=(heard,), now=NOW
        )
        async with store.unit_of_work() as uow:
            await uow.leads.save(lead)
            await uow.commit()
        async with store.unit_of_work() as uow:
            kept = await uow.leads.get(LeadId("led_1"))
            assert dict(kept.fields) == dict(lead.fields)
            await uow.leads.save(kept.decline(ContactField.NAME, now=NOW))
            await uow.commit()
        async with store.unit_of_work() as uow:
            found = await uow.leads.find_by_session(VoiceSessionId("ses_001"))
            assert found is not None
            assert len(found.fields[ContactField.NAME].history) == 2
            assert [one.id for one in await uow.leads.find_page(after=None, limit=5)] == ["led_1"]

    async def test_a_second_lead_of_a_session_is_refused(self, store: Store) -> None:
        await keep(store, a_session())
        for number in (1, 2):
            lead = Lead(id=LeadId(f"led_{number}"), session_id=VoiceSessionId("ses_001"))
            saving = self._save_lead(store, lead)
            if number == 1:
                await saving
            else:
                with pytest.raises(ConflictError):
                    await saving

    async def _save_lead(self, store: Store, lead: Lead) -> None:
        async with store.unit_of_work() as uow:
            await uow.leads.save(lead)
            await uow.commit()

    async def test_a_recorded_turn_is_there_as_it_was(self, store: Store) -> None:
        await keep(store, a_session())
        await store.journal.record(a_turn(2))
        await store.journal.record(a_turn(1))
        async with store.unit_of_work() as uow:
            transcript = await uow.turns.transcript(VoiceSessionId("ses_001"))
        assert transcript.turns == (a_turn(1), a_turn(2))

    async def test_the_last_report_of_a_turn_counts(self, store: Store) -> None:
        await keep(store, a_session())
        await asyncio.gather(*(store.journal.record(a_turn(1)) for _ in range(5)))
        await store.journal.record(a_turn(1, text="corrected"))
        async with store.unit_of_work() as uow:
            turns = (await uow.turns.transcript(VoiceSessionId("ses_001"))).turns
        assert [turn.text for turn in turns] == ["corrected"]

    async def test_many_writers_share_the_journal(self, store: Store) -> None:
        await keep(store, a_session())
        await asyncio.gather(*(store.journal.record(a_turn(n)) for n in range(300)))
        async with store.unit_of_work() as uow:
            transcript = await uow.turns.transcript(VoiceSessionId("ses_001"))
        assert len(transcript.turns) == 300

    async def test_workers_are_known_by_their_last_beat(self, store: Store) -> None:
        first = WorkerBeat(worker_id=WorkerId("w1"), active=1, capacity=4, draining=False, at=NOW)
        beat = replace(first, active=2, at=NOW + timedelta(seconds=10))
        await store.worker_beats.beat(first)
        await store.worker_beats.beat(beat)
        assert await store.worker_beats.find_since(NOW + timedelta(seconds=5)) == (beat,)
        assert await store.worker_beats.find_since(NOW + timedelta(seconds=11)) == ()
