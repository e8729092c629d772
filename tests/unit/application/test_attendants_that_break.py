"""What breaks beside a call breaks alone: the call goes on, and its end says what broke."""

from collections.abc import Coroutine, Sequence
from typing import Any

import pytest

from adapters.in_memory import InMemoryCallSession, InMemoryLanguageDetector
from application.ports.conversation import AgentSpoke, CallSpec
from application.use_cases.sessions.run_session import RunSessionCommand
from domain.errors import NotFoundError
from domain.events import EscalationRaised
from domain.ids import AgentId, RoomName
from domain.language import Language
from domain.session_context import SessionContext
from domain.transcript import Role
from domain.voice_session import CloseReason
from tests.unit.application.calls import ongoing, said
from tests.unit.application.conftest import Service


class BrokenDetector(InMemoryLanguageDetector):
    """Cannot even begin to prepare."""

    def prepare(self, candidates: Sequence[Language]) -> Coroutine[Any, Any, None]:
        raise RuntimeError("no model")


class BrokenCall(InMemoryCallSession):
    """Joins nothing, for a reason nobody has foreseen."""

    async def start(self, spec: CallSpec) -> None:
        raise RuntimeError("a fault of our own")


async def test_a_call_goes_on_when_one_who_attends_it_breaks() -> None:
    service = Service(detector=BrokenDetector())
    await service.publish()
    async with ongoing(service) as call:
        await call.join()
        service.call.push(AgentSpoke(at_ms=300))
        await call.hear(said("i1", "I want to speak to a human, please."))
        assert not call.task.done()
        assert len(await call.turns(Role.CALLER)) == 1
        assert await call.notes() == ["escalation: request_for_human"]


async def test_a_turn_with_times_that_cannot_be_is_looked_at_like_any_other(
    service: Service,
) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.hear(said("i1", "I want to speak to a human, please.", start_ms=-900))
        assert any(isinstance(event, EscalationRaised) for event in service.store.events)
        (turn,) = await call.turns(Role.CALLER)
        assert (turn.start_ms, turn.end_ms) == (0, 0)


async def test_a_fault_of_our_own_is_not_taken_for_a_room_out_of_reach(service: Service) -> None:
    session = await service.dispatch()
    context = SessionContext(agent_id=AgentId("demo"), session_id=session.id)
    command = RunSessionCommand(context=context, room=RoomName("room"), owner="job")
    with pytest.raises(RuntimeError):
        await service.run_session.execute(command, BrokenCall())
    ended = await service.session(session.id)
    assert (ended.close_reason, ended.failure) == (CloseReason.ERROR, "internal_error")


async def test_a_session_that_cannot_be_found_for_a_moment_does_not_end_the_call(
    service: Service,
) -> None:
    async with ongoing(service) as call:
        await call.join()
        service.store.fail_next(NotFoundError("no such session"))
        await call.wait(12)
        assert not call.task.done()
