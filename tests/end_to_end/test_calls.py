"""Calls as they happen: one agent a conversation, callers who drop out, an orderly end."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.end_to_end.stage import QUICK, Service, Stage, alive

pytestmark = [
    pytest.mark.livekit,
    pytest.mark.speech,
    pytest.mark.timeout(90),
    pytest.mark.asyncio(loop_scope="session"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def service(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """One service for the calls that leave it as they found it."""
    async with stage.service(tmp_path_factory.mktemp("calls")) as running:
        yield running


async def test_the_same_conversation_never_gets_two_agents(service: Service) -> None:
    first, second = await asyncio.gather(service.dispatch("twice"), service.dispatch("twice"))
    assert first == second
    third = await service.dispatch("twice")
    assert third == first

    await service.agent_joined("twice", within_s=15)
    await asyncio.sleep(1)  # a second agent would need a moment to show up
    assert await service.agents_in("twice") == 1


async def test_a_caller_who_drops_out_comes_back_into_the_same_session(
    stage: Stage, service: Service
) -> None:
    first, second = (
        await stage.talk("I would like to make an appointment."),
        await stage.talk("My name is Sarah Miller."),
    )
    hasty = QUICK.__class__(farewell_s=0.1, thinking_s=0.1, patience_s=12, greeting_s=12)
    await service.call("drop-out", first, manners=hasty)
    session_id = await service.session_in("drop-out")
    assert (await service.session(session_id))["status"] == "active"

    report = await service.call("drop-out", second, asks=False)

    assert report.agent_turns
    assert await service.session_in("drop-out") == session_id
    said = [turn["text"] for turn in await service.turns(session_id) if turn["role"] == "caller"]
    assert len(said) == 2


async def test_ctrl_c_leaves_no_process(stage: Stage, tmp_path: Path) -> None:
    async with stage.service(tmp_path) as service:
        processes = service.processes()
        assert len(processes) > 2
        processes[0].send_signal(signal.SIGINT)
        assert await asyncio.wait_for(service.process.process.wait(), 20) == 0
        assert alive(processes) == []
