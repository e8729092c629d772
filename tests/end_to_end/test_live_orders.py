"""A call is changed, handed to a person and called back while it goes on."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx
import pytest
import pytest_asyncio

from tests.end_to_end.stage import Service, Stage, eventually, hang_up

pytestmark = [
    pytest.mark.livekit,
    pytest.mark.speech,
    pytest.mark.timeout(90),
    pytest.mark.asyncio(loop_scope="session"),
]

_TAKES_EFFECT_WITHIN_S = 2.0


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def service(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    async with stage.service(tmp_path_factory.mktemp("orders")) as running:
        yield running


async def noted(service: Service, session_id: str, words: str) -> float:
    """When *words* were noted in the transcript."""

    async def look() -> float | None:
        turns = await service.turns(session_id)
        found = any(turn["role"] == "system" and words in turn["text"] for turn in turns)
        return time.monotonic() if found else None

    return await eventually(look, within_s=10)


async def said_by(service: Service, session_id: str, role: str) -> list[str]:
    return [turn["text"] for turn in await service.turns(session_id) if turn["role"] == role]


async def told_to_the_model(stage: Stage, words: str) -> bool:
    """Whether the Realtime server was sent *words* as instructions."""
    async with httpx.AsyncClient(trust_env=False) as http:
        journal = (await http.get(f"{stage.realtime_control_url}/_double/journal")).json()
    events: list[Mapping[str, Any]] = [entry.get("event", entry) for entry in journal]
    updates = [event for event in events if event.get("type") == "session.update"]
    return any(words in str(event["session"].get("instructions")) for event in updates)


async def test_a_patched_configuration_reaches_the_live_model_within_two_seconds(
    stage: Stage, service: Service
) -> None:
    caller = await stage.talk("I would like to make an appointment.", "My name is Sarah Miller.")
    call = asyncio.create_task(service.call("patched", caller))
    session_id = await service.session_in("patched")
    await service.turns_once(session_id, of_each=1, within_s=20)

    ordered = time.monotonic()
    answer = await service.http.patch(
        f"/api/sessions/{session_id}/config",
        json={"instructions": "Be as brief as a telegram.", "speed": 1.1},
    )
    assert answer.status_code == 202, answer.text
    took_effect = await noted(service, session_id, "configuration was changed: instructions, speed")

    assert took_effect - ordered < _TAKES_EFFECT_WITHIN_S
    assert await told_to_the_model(stage, "Be as brief as a telegram.")
    await hang_up(call)


async def test_a_person_takes_over_the_agent_listens_and_comes_back(
    stage: Stage, service: Service
) -> None:
    caller = await stage.talk(
        "I would like to talk to a person.", "My name is Sarah Miller.", "Yes, that is right."
    )
    call = asyncio.create_task(service.call("handed-over", caller))
    session_id = await service.session_in("handed-over")
    await service.turns_once(session_id, of_each=1, within_s=20)

    url = f"/api/sessions/{session_id}/handoff"
    assert (await service.http.post(url, json={"to": "anna"})).status_code == 202
    await noted(service, session_id, "handed over to anna")
    await eventually(lambda: _at_least(service, session_id, "caller", 2), within_s=25)
    words_before = await said_by(service, session_id, "agent")
    await asyncio.sleep(3)
    assert await said_by(service, session_id, "agent") == words_before

    assert (await service.http.delete(url)).status_code == 202
    await noted(service, session_id, "called back")
    await eventually(
        lambda: _at_least(service, session_id, "agent", len(words_before) + 1), within_s=10
    )
    await hang_up(call)


async def _at_least(service: Service, session_id: str, role: str, count: int) -> bool | None:
    return len(await said_by(service, session_id, role)) >= count or None
