"""The service as it is wired: what happens arrives, sent by the relay's durable work."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

from adapters.sql.migrations_runner import migrate
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.lifecycle import open_container, seed
from entrypoints.bootstrap.settings import Settings
from entrypoints.http.app import create_app
from tests.webhooks.receiver import Receiver, receiving


@asynccontextmanager
async def service(receiver: Receiver, folder: Path) -> AsyncIterator[Container]:
    """A service at work, which may send to *receiver*."""
    settings = Settings(
        _env_file=None,
        database_url=f"sqlite:///{folder}/service.db",
        webhook_allowed_hosts=receiver.host,
    )
    await migrate(settings.database_url)
    async with open_container(settings) as container:
        working = asyncio.create_task(container.run_work().execute())
        try:
            async with asyncio.timeout(20):
                yield container
        finally:
            working.cancel()
            with suppress(asyncio.CancelledError):
                await working


async def subscribed(http: httpx.AsyncClient, receiver: Receiver) -> str:
    """Subscribe *receiver* to everything; where its webhook is found."""
    created = await http.post("/api/webhooks", json={"url": receiver.url, "events": ["*"]})
    receiver.secret = created.json()["secret"]
    return f"/api/webhooks/{created.json()['webhookId']}"


async def delivered(http: httpx.AsyncClient, webhook: str) -> dict[str, Any]:
    """The only delivery, once it was attempted."""
    while True:
        items = (await http.get(f"{webhook}/deliveries")).json()["items"]
        if items and items[0]["state"] != "pending":
            (delivery,) = items
            return dict(delivery)
        await asyncio.sleep(0.02)


def client_of(container: Container) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(create_app(container))
    return httpx.AsyncClient(transport=transport, base_url="http://service")


async def test_a_test_message_arrives(tmp_path: Path) -> None:
    async with (
        receiving() as receiver,
        service(receiver, tmp_path) as container,
        client_of(container) as http,
    ):
        webhook = await subscribed(http, receiver)
        assert (await http.post(f"{webhook}/test")).status_code == 202
        delivery = await delivered(http, webhook)
    (arrived,) = receiver.arrived
    assert arrived.headers["webhook-id"] == delivery["deliveryId"]
    assert (delivery["state"], delivery["attempts"][0]["status"]) == ("delivered", 204)


async def test_what_happens_arrives(tmp_path: Path) -> None:
    async with (
        receiving() as receiver,
        service(receiver, tmp_path) as container,
        client_of(container) as http,
    ):
        webhook = await subscribed(http, receiver)
        assert await seed(container)
        delivery = await delivered(http, webhook)
    (message,) = receiver.kept.values()
    assert delivery["type"] == "agent.published"
    assert message == {
        "type": "agent.published",
        "timestamp": delivery["occurredAt"][:23] + "Z",
        "data": {"agentId": "demo", "version": 1},
    }
