"""What is published is what the next call says, in processes that were there before."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
import pytest_asyncio

from tests.end_to_end.stage import QUICK, Service, Stage

pytestmark = [
    pytest.mark.livekit,
    pytest.mark.speech,
    pytest.mark.timeout(120),
    pytest.mark.asyncio(loop_scope="session"),
]

HASTY = QUICK.__class__(farewell_s=0.1, thinking_s=0.1, patience_s=12, greeting_s=12)
AGENT = "/api/agents/demo"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def service(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """A service whose processes for the coming calls run before anything is published."""
    async with stage.service(tmp_path_factory.mktemp("published"), idle_processes=2) as running:
        yield running


async def test_the_next_call_greets_as_published_and_as_gone_back_to(
    stage: Stage, service: Service
) -> None:
    first = await _greeting(stage, service, "before")
    await _publish(service, greeting="Good day {{metadata.caller | there}}, the second one here.")
    second = await _greeting(stage, service, "published")
    await service.http.post(f"{AGENT}/rollback", json={"version": 1})
    third = await _greeting(stage, service, "gone-back")

    assert [one["agentVersion"] for one in (first, second, third)] == [1, 2, 3]
    assert second["greeting"] == "Good day Sarah, the second one here."
    assert first["greeting"] == third["greeting"] != second["greeting"]


async def _publish(service: Service, **changes: object) -> None:
    drafted = await service.http.patch(f"{AGENT}/draft", json=changes)
    published = await service.http.post(
        f"{AGENT}/publish", headers={"If-Match": drafted.headers["etag"]}
    )
    published.raise_for_status()


async def _greeting(stage: Stage, service: Service, room: str) -> Mapping[str, Any]:
    """Make a call in *room*: its session, and what the agent said first."""
    body = {
        "conversationId": room,
        "agentId": "demo",
        "userId": "u",
        "roomName": room,
        "metadata": {"caller": "Sarah"},
    }
    answer = await service.http.post("/api/agents/dispatch", json=body)
    session_id = answer.json()["sessionId"]
    caller = await stage.talk("I would like to make an appointment.")
    await service.call(room, caller, manners=HASTY, asks=False)
    turns = await service.turns_once(session_id, of_each=1, within_s=10)
    said = [turn["text"] for turn in turns if turn["role"] == "agent"]
    return {**await service.session(session_id), "greeting": said[0]}
