"""What survives when processes are killed without a word."""

import asyncio
from pathlib import Path

import pytest

from tests.end_to_end.stage import SMALL_TALK, Stage, alive, hang_up

pytestmark = [
    pytest.mark.livekit,
    pytest.mark.speech,
    pytest.mark.timeout(90),
    pytest.mark.asyncio(loop_scope="session"),
]
FAST_LEASE = {"heartbeat_s": 1.0, "session_lease_s": 3.0}


async def test_killing_the_job_process_loses_no_turn_that_had_ended(
    stage: Stage, tmp_path: Path
) -> None:
    talk = await stage.talk(*SMALL_TALK)
    async with stage.service(tmp_path, **FAST_LEASE) as service:
        call = asyncio.create_task(service.call("kill-job", talk))
        session_id = await service.session_in("kill-job")
        before = await service.turns_once(session_id, of_each=2, within_s=40)

        service.process_in_call().kill()
        await hang_up(call)
        session = await service.ended(session_id, within_s=12)

        assert session["closeReason"] == "lease_expired"
        after = {turn["turnId"]: turn["text"] for turn in await service.turns(session_id)}
        assert {turn["turnId"]: turn["text"] for turn in before}.items() <= after.items()


async def test_after_killing_everything_the_same_database_starts_again(
    stage: Stage, tmp_path: Path
) -> None:
    talk = await stage.talk(*SMALL_TALK)
    async with stage.service(tmp_path, **FAST_LEASE) as service:
        call = asyncio.create_task(service.call("kill-all", talk))
        session_id = await service.session_in("kill-all")
        before = await service.turns_once(session_id, of_each=1, within_s=40)
        processes = service.processes()
        for process in processes:
            process.kill()
        await hang_up(call)
        assert alive(processes) == []

    async with stage.service(tmp_path, **FAST_LEASE) as again:
        session = await again.ended(session_id, within_s=12)
        assert session["closeReason"] == "lease_expired"
        after = {turn["turnId"] for turn in await again.turns(session_id)}
        assert {turn["turnId"] for turn in before} <= after
        await again.dispatch("after-the-kill")
        await again.agent_joined("after-the-kill", within_s=10)
