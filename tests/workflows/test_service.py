"""Workflows in the service as it is wired: what they send arrives, done by the relay's work."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from aiohttp import web
from pydantic import SecretStr

from adapters.messages.stand_in import LogMessages
from adapters.sql.migrations_runner import migrate
from domain.ids import AgentId, ConversationId, DispatchId, RoomName, UserId, VoiceSessionId
from domain.voice_session import CloseReason, DispatchRequest, VoiceSession
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.lifecycle import open_container, seed
from entrypoints.bootstrap.settings import Settings
from entrypoints.http.app import create_app
from tests.webhooks.receiver import Receiver, receiving

SECRET = "whsec_c2VjcmV0IG9mIHRoZSB3b3JrZmxvd3M="


@asynccontextmanager
async def service(folder: Path, **changes: Any) -> AsyncIterator[tuple[Container, Any]]:
    """A service whose relay works, and a client of it."""
    settings = Settings(_env_file=None, database_url=f"sqlite:///{folder}/service.db", **changes)
    await migrate(settings.database_url)
    async with open_container(settings) as container:
        await seed(container)
        transport = httpx.ASGITransport(create_app(container))
        working = asyncio.create_task(container.run_work().execute())
        try:
            async with (
                asyncio.timeout(30),
                httpx.AsyncClient(transport=transport, base_url="http://service") as http,
            ):
                yield container, http
        finally:
            working.cancel()
            with suppress(asyncio.CancelledError):
                await working


def settings_for(receiver: Receiver) -> dict[str, Any]:
    receiver.secret = SECRET
    return {
        "webhook_allowed_hosts": receiver.host,
        "messages_webhook_url": receiver.url,
        "workflow_webhook_secret": SecretStr(SECRET),
    }


async def over(http: httpx.AsyncClient, run: dict[str, Any]) -> dict[str, Any]:
    """The run, once it is over."""
    while True:
        found: dict[str, Any] = (await http.get(f"/api/workflows/runs/{run['runId']}")).json()
        if found["finishedAt"]:
            return found
        await asyncio.sleep(0.02)


async def asked(http: httpx.AsyncClient, *actions: dict[str, Any], **payload: Any) -> Any:
    """A run of a workflow that does *actions*."""
    steps = [{"name": str(number), "action": one} for number, one in enumerate(actions)]
    body = {"name": "flow", "triggers": [{"type": "webhook"}], "steps": steps}
    created = await http.post("/api/workflows", json=body)
    assert created.status_code == 201, created.text
    where = f"/api/workflows/{created.json()['workflowId']}/trigger"
    return (await http.post(where, json={"payload": payload})).json()


async def test_what_a_workflow_sends_arrives_signed_after_its_timer_rang(tmp_path: Path) -> None:
    async with receiving() as receiver, service(tmp_path, **settings_for(receiver)) as (_, http):
        receiver.replies.append(web.Response(status=503))
        hook = {
            "type": "call_webhook",
            "url": receiver.url,
            "body": {"amount": "{{payload.amount}}"},
        }
        message = {"type": "send_message", "channel": "sms", "to": "+431", "text": "Thanks"}
        run = await over(
            http, await asked(http, {"type": "wait", "seconds": 1}, hook, message, amount=12)
        )
    assert run["state"] == "done", run
    assert [one["state"] for one in run["attempts"]] == ["done", "failed", "done", "done"]
    first, second, third = receiver.arrived
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert json.loads(second.body) == {"amount": 12}
    sent = json.loads(third.body)
    assert (sent["type"], sent["data"]["to"], sent["data"]["text"]) == (
        "message.send",
        "+431",
        "Thanks",
    )
    assert len(receiver.kept) == 2


async def test_a_receiver_that_refuses_leaves_a_dead_letter_that_a_replay_mends(
    tmp_path: Path,
) -> None:
    async with receiving() as receiver, service(tmp_path, **settings_for(receiver)) as (_, http):
        for status in (404, 302):
            receiver.replies.append(web.Response(status=status))
        message = {"type": "send_message", "channel": "chat", "to": "desk", "text": "Look"}
        run = await over(http, await asked(http, message))
        assert (run["state"], run["error"]) == ("failed", "HTTP 404")
        again = await http.post(f"/api/workflows/runs/{run['runId']}/replay")
        moved = await over(http, again.json())
        assert (moved["state"], moved["error"]) == ("failed", "HTTP 302")
        last = await http.post(f"/api/workflows/runs/{run['runId']}/replay")
        assert (await over(http, last.json()))["state"] == "done"


async def test_a_message_that_the_other_side_cannot_take_now_is_sent_again(tmp_path: Path) -> None:
    async with receiving() as receiver, service(tmp_path, **settings_for(receiver)) as (_, http):
        receiver.replies.append(web.Response(status=429))
        message = {"type": "send_message", "channel": "email", "to": "a@b.cc", "text": "Look"}
        run = await over(http, await asked(http, message))
    assert [one["error"] for one in run["attempts"]] == ["HTTP 429", None]
    assert len({one.headers["webhook-id"] for one in receiver.arrived}) == 1


async def test_without_a_way_nobody_gets_messages_and_the_run_says_so(
    tmp_path: Path, caplog: Any
) -> None:
    async with service(tmp_path) as (container, http):
        assert isinstance(container.messages(), LogMessages)
        message = {"type": "send_message", "channel": "sms", "to": "+431", "text": "Thanks"}
        run = await over(http, await asked(http, message))
    assert [one["note"] for one in run["attempts"]] == ["by log (a stand-in: nobody got it)"]
    assert "+431" not in caplog.text


async def test_without_a_secret_nothing_pretends_to_be_signed(tmp_path: Path) -> None:
    async with (
        receiving() as receiver,
        service(tmp_path, webhook_allowed_hosts=receiver.host) as (_, http),
    ):
        receiver.replies.append(web.Response(status=204))
        hook = {"type": "call_webhook", "url": receiver.url, "body": {}}
        assert (await over(http, await asked(http, hook)))["state"] == "done"
    (arrived,) = receiver.arrived
    assert "webhook-signature" not in {name.lower() for name in arrived.headers}


async def test_a_private_address_is_refused_when_it_is_saved(tmp_path: Path) -> None:
    async with receiving() as receiver, service(tmp_path) as (_, http):
        hook = {"type": "call_webhook", "url": receiver.url, "body": {}}
        body = {"name": "x", "triggers": [], "steps": [{"name": "x", "action": hook}]}
        answer = await http.post("/api/workflows", json=body)
    assert answer.status_code == 422
    assert "https" in answer.json()["detail"]


async def test_a_call_that_ends_starts_what_its_agent_names(tmp_path: Path) -> None:
    async with service(tmp_path) as (container, http):
        steps = [{"name": "x", "action": {"type": "create_task", "title": "{{trigger.reason}}"}}]
        flow = {"name": "after", "triggers": [{"type": "session_ended"}], "steps": steps}
        assert (await http.post("/api/workflows", json=flow)).status_code == 201
        agent = {"agentId": "desk", "name": "Desk", "instructions": "Help.", "workflows": ["after"]}
        created = await http.post("/api/agents", json=agent)
        assert created.status_code == 201, created.text
        await ended_call(container)
        assert (await first_task(http))["title"] == "caller_goodbye"


async def first_task(http: httpx.AsyncClient) -> dict[str, Any]:
    """The first task there is, once there is one."""
    while True:
        tasks: list[dict[str, Any]] = (await http.get("/api/tasks")).json()["items"]
        if tasks:
            return tasks[0]
        await asyncio.sleep(0.02)


async def ended_call(container: Container) -> None:
    """A call of the agent `desk` that its caller took leave of."""
    now = container.clock().now()
    request = DispatchRequest(
        conversation_id=ConversationId("conv"),
        agent_id=AgentId("desk"),
        user_id=UserId("user"),
        room_name=RoomName("room"),
    )
    session = VoiceSession.dispatch(
        VoiceSessionId("ses_1"), DispatchId("dsp_1"), request, agent_version=1, now=now
    )
    session = session.start("job", now=now, lease_for=timedelta(seconds=15))
    async with container.unit_of_work()() as uow:
        await uow.sessions.add(session.end(CloseReason.CALLER_GOODBYE, now=now))
        await uow.commit()
