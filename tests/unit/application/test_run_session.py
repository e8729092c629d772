import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from application.ports.conversation import (
    AgentSpoke,
    CallEnded,
    CallerJoined,
    CallerLeft,
    Degraded,
    TurnEnded,
)
from application.use_cases.sessions.end_session import EndSessionCommand
from application.use_cases.sessions.run_session import RunSessionCommand
from domain.call_policies import CallLimits
from domain.errors import ConflictError, NotFoundError, UnavailableError
from domain.events import SessionEnded
from domain.ids import AgentId, ParticipantIdentity, RoomName, VoiceSessionId
from domain.language import Language
from domain.session_context import SessionContext
from domain.transcript import Role
from domain.voice_session import CloseReason, SessionStatus, VoiceSession
from tests.unit.application.conftest import Service

CALLER = ParticipantIdentity("caller")


def command(session: VoiceSession | None, *, owner: str = "job") -> RunSessionCommand:
    context = SessionContext(agent_id=AgentId("demo"), session_id=session.id if session else None)
    return RunSessionCommand(context=context, room=RoomName("room"), owner=owner)


def turn(item: str, text: str, *, role: Role = Role.CALLER, start_ms: int = 0) -> TurnEnded:
    return TurnEnded(
        item_id=item,
        role=role,
        text=text,
        start_ms=start_ms,
        end_ms=start_ms + 500,
        language=Language("en"),
    )


@asynccontextmanager
async def running(
    service: Service,
) -> AsyncIterator[tuple[VoiceSession, "asyncio.Task[CloseReason]"]]:
    session = await service.dispatch()
    task = asyncio.create_task(service.run_session.execute(command(session), service.call))
    await service.clock.advance()
    try:
        yield session, task
    finally:
        if not task.done():
            service.call.push(CallEnded())
        await asyncio.gather(task, return_exceptions=True)


async def test_the_caller_is_greeted_once(service: Service) -> None:
    async with running(service):
        service.call.push(CallerJoined(identity=CALLER), CallerJoined(identity=CALLER))
        await service.clock.advance()
        assert service.call.said == ["Hello!"]


async def test_a_greeting_that_fails_does_not_end_the_call(service: Service) -> None:
    async with running(service) as (session, _):
        service.call.fail_next(UnavailableError("no speech"))
        service.call.push(CallerJoined(identity=CALLER), turn("i1", "hello?"))
        await service.clock.advance()
        assert (await service.session(session.id)).status is SessionStatus.ACTIVE


async def test_every_turn_that_ends_is_stored_while_the_call_goes_on(service: Service) -> None:
    async with running(service) as (session, _):
        service.call.push(
            AgentSpoke(at_ms=100),
            turn("i2", "Hi", role=Role.AGENT, start_ms=700),
            turn("i1", "Hello"),
            Degraded(code="late"),
        )
        await service.clock.advance()
        texts = [t.text for t in (await service.transcript(session.id)).turns]
        assert texts == ["Hello", "Hi"]


async def test_turns_wait_for_a_store_that_is_away(service: Service) -> None:
    async with running(service) as (session, _):
        service.store.journal.fail_next(UnavailableError("away"))
        service.store.journal.fail_next(UnavailableError("away"))
        service.call.push(turn("i1", "Hello"))
        await service.clock.advance(seconds=1)
        assert len((await service.transcript(session.id)).turns) == 1


async def test_a_turn_the_store_refuses_does_not_end_the_call(service: Service) -> None:
    async with running(service) as (session, _):
        service.store.journal.fail_next(ConflictError("refused"))
        service.call.push(turn("i1", "Hello"), turn("i2", "again", start_ms=900))
        await service.clock.advance(seconds=1)
        assert [t.text for t in (await service.transcript(session.id)).turns] == ["again"]


async def test_a_caller_who_returns_in_time_keeps_the_session(service: Service) -> None:
    async with running(service) as (session, task):
        service.call.push(CallerJoined(identity=CALLER), CallerLeft(identity=CALLER))
        await service.clock.advance(seconds=10)
        service.call.push(CallerJoined(identity=CALLER))
        await service.clock.advance(seconds=30)
        assert not task.done()
        assert (await service.session(session.id)).status is SessionStatus.ACTIVE


async def test_a_caller_who_stays_away_ends_the_session(service: Service) -> None:
    async with running(service) as (session, task):
        service.call.push(CallerJoined(identity=CALLER), CallerLeft(identity=CALLER))
        await service.clock.advance(seconds=25)
        assert await task is CloseReason.PARTICIPANT_LEFT
        ended = await service.session(session.id)
        assert (ended.status, ended.close_reason) == (
            SessionStatus.ENDED,
            CloseReason.PARTICIPANT_LEFT,
        )
        assert any(isinstance(event, SessionEnded) for event in service.store.events)
        assert service.rooms.deleted == []


async def test_nobody_ever_coming_ends_the_session(service: Service) -> None:
    async with running(service) as (_, task):
        await service.clock.advance(seconds=130)
        assert await task is CloseReason.PARTICIPANT_LEFT


async def test_the_time_limit_ends_the_call_and_closes_the_room() -> None:
    service = Service()
    await service.publish(limits=CallLimits(max_duration_s=50))
    async with running(service) as (_, task):
        service.call.push(CallerJoined(identity=CALLER))
        await service.clock.advance(seconds=51)
        assert await task is CloseReason.TIME_LIMIT
        assert service.rooms.deleted == ["room"]


async def test_the_model_can_hang_up(service: Service) -> None:
    async with running(service) as (_, task):
        service.rooms.fail_next(UnavailableError("room stays for a while"))
        outcome = await service.call.use_tool("end_call", reason="done")
        assert outcome.payload == {"ok": True}
        await service.clock.advance()
        assert await task is CloseReason.TASK_COMPLETED


async def test_a_broken_call_ends_as_an_error(service: Service) -> None:
    async with running(service) as (session, task):
        service.call.push(turn("i1", "Hello"), CallEnded(error="insufficient_quota"))
        await service.clock.advance()
        assert await task is CloseReason.ERROR
        assert len((await service.transcript(session.id)).turns) == 1


async def test_a_job_that_is_shut_down_ends_its_session(service: Service) -> None:
    async with running(service) as (session, task):
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert (await service.session(session.id)).close_reason is CloseReason.JOB_SHUTDOWN


async def test_a_job_that_is_shut_down_keeps_what_was_said_until_its_end(service: Service) -> None:
    async with running(service) as (session, task):
        service.call.parting = [turn("i2", "Good", role=Role.AGENT, start_ms=900)]
        service.call.push(turn("i1", "Hello"))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        texts = [t.text for t in (await service.transcript(session.id)).turns]
        assert texts == ["Hello", "Good"]


async def test_a_room_that_cannot_be_joined_ends_the_session(service: Service) -> None:
    session = await service.dispatch()
    service.call.fail_next(UnavailableError("no room"))
    with pytest.raises(UnavailableError):
        await service.run_session.execute(command(session), service.call)
    ended = await service.session(session.id)
    assert (ended.close_reason, ended.failure) == (CloseReason.ERROR, "room_not_joined")


async def test_the_session_is_kept_alive_while_the_call_lasts(service: Service) -> None:
    async with running(service) as (session, _):
        service.call.push(CallerJoined(identity=CALLER))
        await service.clock.advance(seconds=60)
        assert not (await service.session(session.id)).is_abandoned(service.clock.now())
        assert await service.reap.execute() == 0


async def test_a_store_that_is_away_does_not_stop_the_beat(service: Service) -> None:
    async with running(service) as (session, task):
        service.call.push(CallerJoined(identity=CALLER))
        service.store.fail_next(UnavailableError("away"))
        await service.clock.advance(seconds=12)
        assert not task.done()
        assert not (await service.session(session.id)).is_abandoned(service.clock.now())


async def test_a_session_ended_elsewhere_ends_the_call(service: Service) -> None:
    async with running(service) as (session, task):
        await service.end_session.execute(
            EndSessionCommand(session_id=session.id, reason=CloseReason.USER_INITIATED)
        )
        await service.clock.advance(seconds=6)
        assert await task is CloseReason.USER_INITIATED


async def test_a_second_agent_leaves_the_session_to_the_first(service: Service) -> None:
    async with running(service) as (session, _):
        with pytest.raises(ConflictError):
            await service.run_session.execute(command(session, owner="other"), service.call)
        lease = (await service.session(session.id)).lease
        assert lease is not None
        assert lease.owner == "job"


async def test_a_call_nobody_dispatched_opens_its_own_session(service: Service) -> None:
    task = asyncio.create_task(service.run_session.execute(command(None), service.call))
    await service.clock.advance()
    async with service.store.unit_of_work() as uow:
        (session,) = await uow.sessions.find_page(after=None, limit=5)
    assert (session.request.conversation_id, session.status) == ("room", SessionStatus.ACTIVE)
    service.call.push(CallEnded())
    assert await task is CloseReason.JOB_SHUTDOWN


async def test_an_unknown_session_is_refused(service: Service) -> None:
    context = SessionContext(agent_id=AgentId("demo"), session_id=VoiceSessionId("ses_x"))
    unknown = RunSessionCommand(context=context, room=RoomName("room"), owner="job")
    with pytest.raises(NotFoundError):
        await service.run_session.execute(unknown, service.call)


async def test_a_session_whose_agent_is_gone_is_reaped(service: Service) -> None:
    session = await service.dispatch()
    async with service.store.unit_of_work() as uow:
        started = (await uow.sessions.get(session.id)).start(
            "killed", now=service.clock.now(), lease_for=timedelta(seconds=15)
        )
        await uow.sessions.save(started)
        await uow.commit()
    await service.clock.advance(seconds=14)
    assert await service.reap.execute() == 0
    await service.clock.advance(seconds=2)
    assert await service.reap.execute() == 1
    assert (await service.session(session.id)).close_reason is CloseReason.LEASE_EXPIRED
