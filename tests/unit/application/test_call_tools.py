"""Which tools the model of a live call has, and what using them does to the call."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from adapters.in_memory.remote_tools import InMemoryRemoteTools
from domain.errors import RejectedError, UnavailableError
from domain.ids import RoomName
from domain.language import parse_language
from domain.phrases import Phrase, phrase
from domain.remote_tool import HttpTool
from domain.session_command import AdjustAgent
from domain.tool import ToolDefinition
from domain.transfer import TransferTarget
from domain.voice_session import CloseReason
from tests.unit.application.calls import OngoingCall, ongoing
from tests.unit.application.conftest import Service

LOOKUP = HttpTool(name="lookup", description="Looks up.", url="https://x.example.com/").definition
LATE = ToolDefinition(name="stock_count", description="Counts.", parameters={"type": "object"})


def names(tools: tuple[ToolDefinition, ...] | None) -> list[str]:
    assert tools is not None
    return [definition.name for definition in tools]


@pytest.fixture
def remote(fresh: Service) -> InMemoryRemoteTools:
    return fresh.remote_tools


@pytest.fixture
def begin(fresh: Service) -> Callable[..., Awaitable[None]]:
    async def publish(*known: ToolDefinition, late: tuple[ToolDefinition, ...] = ()) -> None:
        fresh.remote_tools.offer(*known, late=late)
        await fresh.publish(greeting=None, tools=("end_call", "hand_off"))

    return publish


async def use(call: OngoingCall, name: str, **arguments: object) -> dict[str, object]:
    task = asyncio.create_task(call.service.call.use_tool(name, **arguments))
    await call.wait()
    return dict((await task).payload)


async def test_a_call_begins_with_the_tools_that_are_known(
    fresh: Service, begin: Callable[..., Awaitable[None]], remote: InMemoryRemoteTools
) -> None:
    await begin(LOOKUP)
    async with ongoing(fresh) as call:
        assert fresh.call.spec is not None
        assert names(fresh.call.spec.tools) == ["end_call", "hand_off", "lookup"]
        assert remote.is_open
        assert (await use(call, "lookup"))["ok"] is True
        assert fresh.call.changes == []
    assert not remote.is_open


async def test_tools_that_come_late_are_offered_then(
    fresh: Service, begin: Callable[..., Awaitable[None]]
) -> None:
    await begin(LOOKUP, late=(LATE,))
    async with ongoing(fresh) as call:
        (change,) = fresh.call.changes
        assert names(change.tools) == ["end_call", "hand_off", "lookup", "stock_count"]
        assert (await use(call, "stock_count"))["ok"] is True


async def test_a_call_goes_on_where_late_tools_cannot_be_offered(
    fresh: Service, begin: Callable[..., Awaitable[None]], remote: InMemoryRemoteTools
) -> None:
    await begin(late=(LATE,))
    remote.arrived = asyncio.Event()
    async with ongoing(fresh) as call:
        fresh.call.fail_next(UnavailableError("away"))
        remote.arrived.set()
        await call.wait()
        assert fresh.call.changes == []
        assert not call.task.done()


async def test_a_patch_changes_the_built_in_tools_and_leaves_the_agents_own(
    fresh: Service, begin: Callable[..., Awaitable[None]]
) -> None:
    await begin(LOOKUP)
    async with ongoing(fresh) as call:
        await call.order(AdjustAgent(tools=("end_call",)))
        assert names(fresh.call.changes[-1].tools) == ["end_call", "lookup"]
        assert (await use(call, "hand_off"))["ok"] is False


async def test_a_tool_can_end_the_call(
    fresh: Service, begin: Callable[..., Awaitable[None]]
) -> None:
    await begin()
    async with ongoing(fresh) as call:
        await use(call, "end_call")
        await call.wait()
        assert await call.task is CloseReason.TASK_COMPLETED


async def test_a_tool_can_ask_for_a_person(
    fresh: Service, begin: Callable[..., Awaitable[None]]
) -> None:
    await begin()
    async with ongoing(fresh) as call:
        await call.join()
        await use(call, "hand_off", reason="wants a person")
        await call.wait()
        assert fresh.call.holds_back
        assert await call.notes() == ["handed over to a person"]


async def test_a_caller_is_put_through_to_where_the_agent_may_and_nowhere_else(
    fresh: Service,
) -> None:
    sales = TransferTarget(name="sales", address="tel:+4315550134")
    await fresh.publish(greeting=None, tools=("transfer_call",), transfer_to=(sales,))
    async with ongoing(fresh) as call:
        for made_up in ("tel:+19005550199", "mallory"):
            answer = await use(call, "transfer_call", to=made_up)
            assert answer == {"ok": False, "hint": "to must be one of sales"}
        assert fresh.rooms.transfers == []
        assert (await use(call, "transfer_call", to="sales"))["ok"] is True
        assert fresh.rooms.transfers == [(RoomName("room"), "tel:+4315550134")]


async def test_a_caller_who_did_not_come_by_telephone_cannot_be_put_through(
    fresh: Service,
) -> None:
    sales = TransferTarget(name="sales", address="tel:+4315550134")
    await fresh.publish(greeting=None, tools=("transfer_call",), transfer_to=(sales,))
    async with ongoing(fresh) as call:
        fresh.rooms.fail_next(RejectedError("nobody on this call came by telephone"))
        answer = await use(call, "transfer_call", to="sales")
        assert answer == {"ok": False, "hint": "nobody on this call came by telephone"}
        fresh.rooms.fail_next(UnavailableError("LiveKit did not answer"))
        answer = await use(call, "transfer_call", to="sales")
        assert answer["hint"] == "LiveKit did not answer; go on and try again later"


async def test_a_slow_tool_is_bridged_in_the_calls_language(fresh: Service) -> None:
    await fresh.publish(greeting=None, languages=(parse_language("es"),))
    async with ongoing(fresh):
        assert fresh.call.spec is not None
        spoken = [fresh.call.spec.filler(times) for times in (0, 1, 2)]
    spanish = parse_language("es")
    still = phrase(Phrase.TOOL_STILL_WORKING, spanish)
    assert spoken == [phrase(Phrase.TOOL_FILLER, spanish), still, still]
