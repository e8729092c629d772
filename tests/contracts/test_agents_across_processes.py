"""A publication counts in every process, at its next read, without a restart."""

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.sql.migrations_runner import migrate
from adapters.sql.store import SqlStore
from domain.agent_config import Agent
from domain.ids import AgentId
from tests.contracts.store import NOW, an_agent, keep

_READER = """
import asyncio, sys
from adapters.sql.store import SqlStore
from domain.ids import AgentId

async def main():
    store = SqlStore(sys.argv[1])
    while sys.stdin.readline():
        async with store.unit_of_work() as uow:
            agent = await uow.agents.get(AgentId("demo"))
        print(agent.version, agent.config.voice, flush=True)
    await store.close()

asyncio.run(main())
"""


class Reader:
    """Another process, which reads the agent `demo` whenever it is asked to."""

    def __init__(self, url: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _READER, url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def read(self) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def stop(self) -> None:
        self._process.communicate(timeout=20)


@pytest.fixture
async def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/agents.db"
    await migrate(url)
    return url


@pytest.fixture
async def store(url: str) -> AsyncIterator[SqlStore]:
    store = SqlStore(url)
    await store.open()
    await keep(store)
    yield store
    await store.close()


@pytest.fixture
def reader(url: str, store: SqlStore) -> Iterator[Reader]:
    del store  # it filled the database
    reader = Reader(url)
    yield reader
    reader.stop()


async def publish(store: SqlStore, voice: str) -> Agent:
    async with store.unit_of_work() as uow:
        agent = await uow.agents.get(AgentId("demo"))
        published = agent.publish_next(replace(agent.config, voice=voice), now=NOW)
        await uow.agents.save(published)
        await uow.commit()
    return published


async def test_the_next_read_of_another_process_sees_what_was_published(
    store: SqlStore, reader: Reader
) -> None:
    assert reader.read() == f"1 {an_agent().config.voice}"
    assert reader.read() == f"1 {an_agent().config.voice}"
    for voice in ("cedar", "ash"):
        published = await publish(store, voice)
        assert reader.read() == f"{published.version} {voice}"
