"""`voice-agent demo`, from nothing to nothing."""

import asyncio
import json
import sys

import psutil
import pytest

pytestmark = [pytest.mark.livekit, pytest.mark.speech]

_ROOT_KEYS = {
    *("sessionId", "dispatch", "turns", "lead", "crm", "responseGapMs", "recording"),
}


@pytest.mark.timeout(150)
async def test_the_demo_captures_what_its_caller_spoke_and_leaves_nothing_behind() -> None:
    demo = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "entrypoints", "demo", "--json"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    watching = asyncio.create_task(_descendants(demo.pid))
    output, progress = await demo.communicate()
    watching.cancel()
    seen = (await asyncio.gather(watching, return_exceptions=True))[0]
    assert demo.returncode == 0, progress.decode()

    shown = json.loads(output)
    assert shown.keys() >= _ROOT_KEYS
    lead = shown["lead"]
    assert (lead["name"], lead["email"], lead["phone"]) == (
        "Sarah Miller",
        "sarah.miller@example.com",
        "+14155550134",
    )
    (contact,) = shown["crm"]
    assert (contact["email"], len(contact["notes"])) == (lead["email"], 1)
    roles = [turn["role"] for turn in shown["turns"]]
    assert min(roles.count("caller"), roles.count("agent")) >= 4
    assert shown["responseGapMs"]["p50"] > 0
    assert "ears whisper" in progress.decode()
    assert isinstance(seen, list)
    assert [process for process in seen if _is_alive(process)] == []


def _is_alive(process: psutil.Process) -> bool:
    # One that has ended and that nobody has asked about yet is not left behind.
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


async def _descendants(pid: int) -> list[psutil.Process]:
    """Every process that was ever seen below *pid*, once cancelled."""
    seen: dict[int, psutil.Process] = {}
    try:
        while True:
            for process in psutil.Process(pid).children(recursive=True):
                seen.setdefault(process.pid, process)
            await asyncio.sleep(0.5)
    except (asyncio.CancelledError, psutil.Error):
        return list(seen.values())
