"""The HTTP door over in-memory adapters."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest
from dependency_injector import providers

from adapters.in_memory import (
    CountingIds,
    FixedProbe,
    InMemoryDispatcher,
    InMemoryRooms,
    InMemoryStore,
    InMemoryTokens,
    ManualClock,
)
from adapters.in_memory.webhook_sender import CountingSecrets, InMemoryWebhookSender
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.lifecycle import seed
from entrypoints.bootstrap.settings import Settings
from entrypoints.http.app import create_app


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The container, and what stands in for the world in it."""

    container: Container
    store: InMemoryStore
    dispatcher: InMemoryDispatcher
    tokens: InMemoryTokens
    clock: ManualClock
    livekit: FixedProbe
    realtime: FixedProbe


def in_memory_service(clock: ManualClock) -> Service:
    """A service that nothing outside this process belongs to."""
    world = Service(
        container=Container(settings=Settings(_env_file=None)),
        store=InMemoryStore(clock),
        dispatcher=InMemoryDispatcher(),
        tokens=InMemoryTokens(clock),
        clock=clock,
        livekit=FixedProbe("livekit"),
        realtime=FixedProbe("realtime"),
    )
    container = world.container
    container.ids.override(providers.Object(CountingIds()))
    container.clock.override(providers.Object(clock))
    container.store.override(providers.Object(world.store))
    container.dispatcher.override(providers.Object(world.dispatcher))
    container.tokens.override(providers.Object(world.tokens))
    container.rooms.override(providers.Object(InMemoryRooms()))
    refused = frozenset({"https://10.0.0.1/"})
    container.webhook_sender.override(providers.Object(InMemoryWebhookSender(refused=refused)))
    container.webhook_secrets.override(providers.Object(CountingSecrets()))
    container.livekit_probe.override(providers.Object(world.livekit))
    container.realtime_probe.override(providers.Object(world.realtime))
    return world


@pytest.fixture
async def service() -> Service:
    world = in_memory_service(ManualClock())
    await seed(world.container)
    return world


@pytest.fixture
async def http(service: Service) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(service.container))
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        yield client
