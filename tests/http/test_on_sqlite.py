"""The HTTP door over the real database that a fresh machine uses."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from dependency_injector import providers

from adapters.in_memory import InMemoryDispatcher, InMemoryTokens
from entrypoints.bootstrap.lifecycle import open_container, seed
from entrypoints.bootstrap.migrations import migrate
from entrypoints.bootstrap.settings import Settings
from entrypoints.http.app import create_app
from tests.http.calls import dispatch


@pytest.fixture
def dispatcher() -> InMemoryDispatcher:
    return InMemoryDispatcher()


@pytest.fixture
async def http(tmp_path: Path, dispatcher: InMemoryDispatcher) -> AsyncIterator[httpx.AsyncClient]:
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/calls.db")
    await migrate(settings)
    async with open_container(settings) as container:
        container.dispatcher.override(providers.Object(dispatcher))
        container.tokens.override(providers.Object(InMemoryTokens()))
        await seed(container)
        transport = httpx.ASGITransport(create_app(container))
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            yield client


async def test_many_requests_for_one_conversation_get_one_agent(
    http: httpx.AsyncClient, dispatcher: InMemoryDispatcher
) -> None:
    answers = await asyncio.gather(*(dispatch(http) for _ in range(20)))

    assert [answer.status_code for answer in answers] == [200] * 20
    assert len({answer.json()["dispatchId"] for answer in answers}) == 1
    assert len(dispatcher.dispatches) == 1


async def test_what_was_sent_comes_back(http: httpx.AsyncClient) -> None:
    metadata = {"naïve": "Grüße 👋", "n": 2**53, "list": [1.5, None, True]}

    answer = await dispatch(http, metadata=metadata, userId="Zoë 👩‍🚀")

    session = (await http.get(f"/api/sessions/{answer.json()['sessionId']}")).json()
    assert session["metadata"] == metadata
    assert session["userId"] == "Zoë 👩‍🚀"


async def test_pages_hold_on_to_their_place_while_sessions_are_added(
    http: httpx.AsyncClient,
) -> None:
    for number in range(4):
        await dispatch(http, conversationId=f"conv-{number}")
    first = (await http.get("/api/sessions", params={"limit": "2"})).json()
    await dispatch(http, conversationId="conv-late")

    second = await http.get("/api/sessions", params={"limit": "2", "cursor": first["nextCursor"]})

    assert [one["conversationId"] for one in first["items"]] == ["conv-3", "conv-2"]
    assert [one["conversationId"] for one in second.json()["items"]] == ["conv-1", "conv-0"]
