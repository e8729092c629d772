import asyncio
from datetime import timedelta

import pytest

from application.ports.rooms import JoinGrant
from application.use_cases.sessions.dispatch_session import DispatchSessionCommand
from domain.errors import (
    ConflictError,
    NotFoundError,
    NotPermittedError,
    RejectedError,
    UnavailableError,
)
from domain.ids import AgentId, ConversationId, ParticipantIdentity, RoomName
from domain.voice_session import DispatchStatus
from tests.unit.application.conftest import Service


async def test_a_dispatch_asks_livekit_with_ids_only(service: Service) -> None:
    session = await service.dispatch()
    assert session.dispatch_status is DispatchStatus.DISPATCHED
    (asked,) = service.dispatcher.dispatches
    assert asked.room == "room"
    assert asked.metadata == {
        "sessionId": session.id,
        "agentId": "demo",
        "conversationId": "conv",
        "tenantId": "default",
    }


async def test_the_agents_version_is_pinned(service: Service) -> None:
    assert (await service.dispatch()).agent_version == 1


async def test_an_unknown_agent_is_not_found_and_nothing_is_kept(service: Service) -> None:
    with pytest.raises(NotFoundError):
        await service.dispatch(agent_id=AgentId("nobody"))
    assert service.dispatcher.dispatches == []


async def test_the_same_conversation_gets_the_same_dispatch(service: Service) -> None:
    first, second = await service.dispatch(), await service.dispatch()
    assert first.dispatch_id == second.dispatch_id
    assert len(service.dispatcher.dispatches) == 1


async def test_ten_requests_at_once_make_one_dispatch(service: Service) -> None:
    sessions = await asyncio.gather(*(service.dispatch() for _ in range(10)))
    assert len({session.dispatch_id for session in sessions}) == 1
    assert len(service.dispatcher.dispatches) == 1


async def test_one_conversation_is_not_moved_to_another_room(service: Service) -> None:
    await service.dispatch()
    with pytest.raises(ConflictError, match="another agent or room"):
        await service.dispatch(room_name=RoomName("elsewhere"))


async def test_a_token_must_be_good_for_the_room(service: Service) -> None:
    grant = JoinGrant(room=RoomName("room"), identity=ParticipantIdentity("me"))
    good = service.tokens.issue(grant)
    assert (await service.dispatch(token=good)).dispatch_status is DispatchStatus.DISPATCHED
    with pytest.raises(NotPermittedError):
        await service.dispatch(conversation_id=ConversationId("other"), token="made up")
    with pytest.raises(NotPermittedError):
        await service.dispatch(
            conversation_id=ConversationId("third"), room_name=RoomName("x"), token=good
        )


async def test_livekit_being_down_is_told_and_a_second_try_works(service: Service) -> None:
    service.dispatcher.fail_next(UnavailableError("down", retry_after=3))
    with pytest.raises(UnavailableError):
        await service.dispatch()
    again = await service.dispatch()
    assert again.dispatch_status is DispatchStatus.DISPATCHED
    assert again.attempt == 2


async def test_livekit_refusing_us_is_remembered_as_the_reason(service: Service) -> None:
    service.dispatcher.fail_next(RejectedError("wrong key"))
    with pytest.raises(RejectedError):
        await service.dispatch()
    async with service.store.unit_of_work() as uow:
        session = await uow.sessions.find_by_conversation(ConversationId("conv"))
    assert session is not None
    assert session.failure == "livekit_rejected"


async def test_waiting_ends_when_the_agent_joins(service: Service) -> None:
    command = DispatchSessionCommand(request=service.command().request, wait_for_agent_s=5)
    asking = asyncio.create_task(service.dispatch_session.execute(command))
    await service.clock.advance(seconds=1)
    async with service.store.unit_of_work() as uow:
        waiting = await uow.sessions.find_by_conversation(ConversationId("conv"))
        assert waiting is not None
        now = service.clock.now()
        await uow.sessions.save(waiting.start("job", now=now, lease_for=timedelta(seconds=15)))
        await uow.commit()
    await service.clock.advance(seconds=0.2)
    assert (await asking).dispatch_status is DispatchStatus.JOINED


async def test_waiting_ends_with_the_patience(service: Service) -> None:
    command = DispatchSessionCommand(request=service.command().request, wait_for_agent_s=1)
    asking = asyncio.create_task(service.dispatch_session.execute(command))
    await service.clock.advance(seconds=2)
    assert (await asking).dispatch_status is DispatchStatus.DISPATCHED


async def test_an_agent_that_does_not_come_is_sent_for_again_and_then_given_up(
    service: Service,
) -> None:
    session = await service.dispatch()
    for attempt in (2, 3):
        await service.clock.advance(seconds=6)
        assert await service.supervise.execute() == 1
        assert (await service.session(session.id)).attempt == attempt
    await service.clock.advance(seconds=6)
    await service.supervise.execute()
    failed = await service.session(session.id)
    assert (failed.dispatch_status, failed.failure) == (
        DispatchStatus.FAILED,
        "agent_did_not_join",
    )
    assert len(service.dispatcher.cancelled) == 3


async def test_nothing_is_sent_for_again_before_its_time(service: Service) -> None:
    await service.dispatch()
    await service.clock.advance(seconds=4)
    assert await service.supervise.execute() == 0


async def test_supervision_goes_on_while_livekit_is_down(service: Service) -> None:
    session = await service.dispatch()
    await service.clock.advance(seconds=6)
    service.dispatcher.fail_next(UnavailableError("cancel fails"))
    service.dispatcher.fail_next(UnavailableError("dispatch fails"))
    await service.supervise.execute()
    assert (await service.session(session.id)).failure == "livekit_unavailable"


async def test_of_two_supervisors_one_acts(service: Service) -> None:
    await service.dispatch()
    await service.clock.advance(seconds=6)
    acted = await asyncio.gather(service.supervise.execute(), service.supervise.execute())
    assert sorted(acted) == [0, 1]
