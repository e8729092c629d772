"""`Idempotency-Key` on whatever is posted."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from domain.idempotency import KeyedRequest
from domain.principal import Scope
from entrypoints.http.app import create_app
from entrypoints.http.idempotency import takes_key
from tests.http.access import KEYS, asking, client_of, routes_of
from tests.http.conftest import Service

KEY = {"Idempotency-Key": "9b2f"}
DISPATCH = {"conversationId": "c1", "agentId": "demo", "userId": "u1", "roomName": "r1"}
HOOK = {"url": "https://hooks.example/a", "events": ["session.ended"]}
PATH = "/api/agents/dispatch"


async def test_a_repetition_is_answered_alike_and_not_done_again(http: httpx.AsyncClient) -> None:
    first = await http.post(PATH, json=DISPATCH, headers=KEY)
    # The same, written otherwise.
    again = await http.post(
        PATH,
        content=b'{"roomName":"r1","userId":"u1","agentId":"demo",  "conversationId":"c1"}',
        headers={**KEY, "Content-Type": "application/json"},
    )
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert again.headers["x-request-id"] != first.headers["x-request-id"]


async def test_what_makes_another_thing_each_time_makes_one(http: httpx.AsyncClient) -> None:
    described = (await http.get("/openapi.json")).json()["components"]["schemas"]["WorkflowIn"]
    body = described["examples"][0]
    made = [await http.post("/api/workflows", json=body, headers=KEY) for _ in range(3)]
    assert {one.status_code for one in made} == {201}, made[0].text
    assert len({one.json()["workflowId"] for one in made}) == 1
    assert made[1].headers["location"] == made[0].headers["location"]
    assert made[1].headers["etag"] == made[0].headers["etag"]


async def test_another_payload_under_the_same_key_is_refused(http: httpx.AsyncClient) -> None:
    await http.post(PATH, json=DISPATCH, headers=KEY)
    for other in (DISPATCH | {"userId": "u2"}, None):
        answer = await http.post(PATH, json=other, headers=KEY)
        assert answer.status_code == 422
        assert answer.json()["code"] == "idempotency_key_reused"
    elsewhere = await http.post("/api/leads/extract", json={"turns": []}, headers=KEY)
    assert elsewhere.json().get("code") != "idempotency_key_reused"


async def test_while_it_is_served_a_repetition_is_409(
    http: httpx.AsyncClient, service: Service
) -> None:
    waiting = DISPATCH | {"waitForAgentMs": 5000}
    async with asyncio.TaskGroup() as group:
        first = group.create_task(http.post(PATH, json=waiting, headers=KEY))
        await service.clock.advance()
        assert service.clock.sleepers == 1
        second = await http.post(PATH, json=waiting, headers=KEY)
        await service.clock.advance(seconds=6)
    assert first.result().status_code == 200
    assert second.status_code == 409
    assert second.json()["code"] == "request_in_progress"
    assert int(second.headers["retry-after"]) == 60
    third = await http.post(PATH, json=waiting, headers=KEY)
    assert third.headers["idempotent-replayed"] == "true"


async def test_what_a_dead_process_left_running_is_done_after_a_minute(
    http: httpx.AsyncClient, service: Service
) -> None:
    await http.post(PATH, json=DISPATCH, headers=KEY)
    async with service.store.unit_of_work() as uow:
        (held,) = uow.state.keyed_requests.values()
        uow.change(lambda state: state.keyed_requests.update({held.id: _unanswered(held)}))
        await uow.commit()
    assert (await http.post(PATH, json=DISPATCH, headers=KEY)).status_code == 409
    await service.clock.advance(seconds=60)
    answer = await http.post(PATH, json=DISPATCH, headers=KEY)
    # Done anew; the conversation still has its one agent.
    assert answer.status_code == 200
    assert "idempotent-replayed" not in answer.headers
    assert len(service.dispatcher.dispatches) == 1


async def test_refusals_are_repeated_and_failures_are_not(
    http: httpx.AsyncClient, service: Service
) -> None:
    unknown = DISPATCH | {"agentId": "nobody"}
    assert (await http.post(PATH, json=unknown, headers=KEY)).status_code == 404
    again = await http.post(PATH, json=unknown, headers=KEY)
    assert (again.status_code, again.headers["idempotent-replayed"]) == (404, "true")

    drain = service.container.drain()
    drain.begin()
    other = {"Idempotency-Key": "other"}
    for _ in range(2):
        late = await http.post(PATH, json=DISPATCH, headers=other)
        assert late.status_code == 503
        assert "idempotent-replayed" not in late.headers


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256, "\u00fc".encode()])
async def test_a_key_is_visible_and_not_endless(http: httpx.AsyncClient, key: str | bytes) -> None:
    raw = key if isinstance(key, bytes) else key.encode()
    answer = await http.post(PATH, json=DISPATCH, headers=[(b"Idempotency-Key", raw)])
    assert answer.status_code == 422
    assert answer.json()["code"] == "invalid_request"


async def test_a_body_that_is_too_large_is_refused_with_a_key_too(http: httpx.AsyncClient) -> None:
    async def endless() -> Any:
        for _ in range(40):
            yield b" " * 65536

    answer = await http.post(PATH, content=endless(), headers=KEY)
    assert answer.status_code == 413
    assert answer.json()["code"] == "body_too_large"


async def test_secrets_in_answers_are_not_kept(http: httpx.AsyncClient, service: Service) -> None:
    made = await http.post("/api/webhooks", json=HOOK, headers=KEY)
    assert made.status_code == 201
    again = await http.post("/api/webhooks", json=HOOK, headers=KEY)
    assert again.status_code == 409
    assert again.json()["code"] == "answer_not_kept"
    assert len((await http.get("/api/webhooks")).json()["items"]) == 1
    async with service.store.unit_of_work() as uow:
        (held,) = uow.state.keyed_requests.values()
    assert made.json()["secret"] not in repr(held)


async def test_nobody_is_given_what_another_was_answered(service: Service) -> None:
    app = asking(service)
    async with client_of(app, KEYS[Scope.DISPATCH]) as first:
        assert (await first.post(PATH, json=DISPATCH, headers=KEY)).status_code == 200
    async with client_of(app, KEYS[Scope.READ]) as second:
        answer = await second.post(PATH, json=DISPATCH, headers=KEY)
    assert answer.json()["code"] == "idempotency_key_reused"


async def test_a_refused_credential_does_not_spend_a_key(service: Service) -> None:
    app = asking(service)
    async with client_of(app, KEYS[Scope.READ]) as reader:
        assert (await reader.post(PATH, json=DISPATCH, headers=KEY)).status_code == 403
    async with client_of(app, KEYS[Scope.DISPATCH]) as dispatcher:
        assert (await dispatcher.post(PATH, json=DISPATCH, headers=KEY)).status_code == 200


async def test_every_post_of_the_api_takes_a_key_and_says_so(service: Service) -> None:
    app: FastAPI = create_app(service.container)
    posts = {one.path for one in routes_of(app) if one.method == "POST"}
    posts.discard("/api/webhooks/livekit")
    assert len(posts) > 15
    assert all(takes_key("POST", path) for path in posts)
    described = app.openapi()["paths"]
    for path in posts & set(described):
        names = [one["name"] for one in described[path]["post"]["parameters"]]
        assert names.count("Idempotency-Key") == 1, path
        assert "409" in described[path]["post"]["responses"], path


def _unanswered(held: KeyedRequest) -> KeyedRequest:
    return KeyedRequest(
        id=held.id,
        route=held.route,
        fingerprint=held.fingerprint,
        owner="of a process that is gone",
        lease_until=held.expires_at - timedelta(hours=48) + timedelta(seconds=60),
        expires_at=held.expires_at,
    )
