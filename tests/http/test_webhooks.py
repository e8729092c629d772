"""Webhooks that go out."""

import base64
from typing import Any

import httpx
import pytest

from application.stored_events import StoredEvent
from tests.http.calls import assert_problem
from tests.http.conftest import Service

URL = "https://crm.example.com/hooks"


async def created(http: httpx.AsyncClient, **changes: object) -> dict[str, Any]:
    answer = await http.post("/api/webhooks", json={"url": URL, "events": ["*"], **changes})
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_the_secret_is_shown_once(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/webhooks", json={"url": URL, "events": ["session.ended"]})
    assert answer.status_code == 201
    webhook = answer.json()
    secret = webhook.pop("secret")
    assert len(base64.b64decode(secret.removeprefix("whsec_"))) >= 24
    assert webhook == {
        "webhookId": "whk_000001",
        "url": URL,
        "events": ["session.ended"],
        "includePersonalData": False,
        "enabled": True,
        "disabledReason": None,
        "previousSecretUntil": None,
        "createdAt": "2030-01-01T12:00:00Z",
    }
    assert answer.headers["location"] == "/api/webhooks/whk_000001"
    shown = await http.get(answer.headers["location"])
    listed = await http.get("/api/webhooks")
    assert shown.json() == listed.json()["items"][0] == webhook
    assert secret not in shown.text + listed.text


async def test_a_rotation_shows_the_new_secret_once(http: httpx.AsyncClient) -> None:
    webhook = await created(http)
    rotated = (await http.post(f"/api/webhooks/{webhook['webhookId']}/rotate-secret")).json()
    assert rotated["secret"] != webhook["secret"]
    assert rotated["previousSecretUntil"] == "2030-01-02T12:00:00Z"
    shown = (await http.get(f"/api/webhooks/{webhook['webhookId']}")).text
    assert "whsec_" not in shown


@pytest.mark.parametrize(
    "body",
    [
        {"url": URL},
        {"events": ["*"]},
        {"url": URL, "events": []},
        {"url": URL, "events": ["session.end"]},
        {"url": URL, "events": ["*"], "secret": "whsec_mine"},
        {"url": "https://user:password@crm.example.com/", "events": ["*"]},
        {"url": "https://10.0.0.1/", "events": ["*"]},
        {"url": "ftp://crm.example.com/", "events": ["*"]},
    ],
)
async def test_what_cannot_be_subscribed_is_refused(
    http: httpx.AsyncClient, body: dict[str, object]
) -> None:
    answer = await http.post("/api/webhooks", json=body)
    assert answer.status_code == 422
    assert "password" not in answer.text


async def test_parts_are_changed_by_whoever_has_seen_them(http: httpx.AsyncClient) -> None:
    path = f"/api/webhooks/{(await created(http))['webhookId']}"
    tag = (await http.get(path)).headers["etag"]
    changed = await http.patch(path, json={"enabled": False}, headers={"If-Match": tag})
    assert changed.json()["disabledReason"] == "switched off"
    assert changed.headers["etag"] != tag
    stale = await http.patch(path, json={"enabled": True}, headers={"If-Match": tag})
    assert_problem(stale, 412, "precondition_failed")
    again = await http.patch(path, json={"enabled": True, "includePersonalData": True})
    assert (again.json()["enabled"], again.json()["includePersonalData"]) == (True, True)


async def test_what_is_deleted_is_gone(http: httpx.AsyncClient) -> None:
    path = f"/api/webhooks/{(await created(http))['webhookId']}"
    assert (await http.delete(path)).status_code == 204
    for answer in (
        await http.get(path),
        await http.delete(path),
        await http.get(f"{path}/deliveries"),
        await http.post(f"{path}/test"),
        await http.post(f"{path}/rotate-secret"),
        await http.post("/api/webhooks/deliveries/msg_1/redeliver"),
    ):
        assert_problem(answer, 404, "not_found")


async def test_a_delivery_shows_what_was_told_and_is_repeated_under_its_id(
    http: httpx.AsyncClient, service: Service
) -> None:
    webhook = await created(http)
    payload = {
        "kind": "SessionEnded",
        "occurredAt": "2030-01-01T11:59:00+00:00",
        "sessionId": "ses_1",
        "reason": "task_completed",
    }
    event = StoredEvent(id="event:1", kind="SessionEnded", payload=payload)
    await service.container.publish_event().execute(event)
    (told,) = (await http.get(f"/api/webhooks/{webhook['webhookId']}/deliveries")).json()["items"]
    assert told == {
        "deliveryId": "msg_000001",
        "webhookId": webhook["webhookId"],
        "type": "session.ended",
        "occurredAt": "2030-01-01T11:59:00Z",
        "data": {"sessionId": "ses_1", "reason": "task_completed"},
        "state": "pending",
        "attempts": [],
        "createdAt": "2030-01-01T12:00:00Z",
    }
    again = await http.post(f"/api/webhooks/deliveries/{told['deliveryId']}/redeliver")
    assert again.status_code == 202
    assert again.json()["deliveryId"] == told["deliveryId"]


async def test_deliveries_are_paged(http: httpx.AsyncClient) -> None:
    path = f"/api/webhooks/{(await created(http))['webhookId']}"
    for _ in range(3):
        assert (await http.post(f"{path}/test")).status_code == 202
    first = (await http.get(f"{path}/deliveries?limit=2")).json()
    second = (await http.get(f"{path}/deliveries?cursor={first['nextCursor']}")).json()
    assert [one["deliveryId"] for one in (*first["items"], *second["items"])] == [
        f"msg_00000{number}" for number in (3, 2, 1)
    ]
    assert second["nextCursor"] is None


async def test_a_disabled_webhook_is_not_tested(http: httpx.AsyncClient) -> None:
    path = f"/api/webhooks/{(await created(http))['webhookId']}"
    await http.patch(path, json={"enabled": False})
    assert_problem(await http.post(f"{path}/test"), 409, "conflict")
