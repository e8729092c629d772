"""Whoever is cancelled in the middle of a write hears of that, and of nothing else."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.sql.migrations_runner import migrate
from adapters.sql.store import SqlStore
from tests.contracts.store import a_session, an_agent


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    url = f"sqlite:///{tmp_path}/cancelled.db"
    await migrate(url)
    store = SqlStore(url)
    yield store
    await store.close()


async def test_a_cancelled_write_ends_as_cancelled_wherever_it_was(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        await uow.agents.add(an_agent())
        await uow.commit()

    async def write(number: int) -> None:
        async with store.unit_of_work() as uow:
            await uow.sessions.add(a_session(number))
            await uow.commit()

    for number in range(1, 200):
        writing = asyncio.create_task(write(number))
        await asyncio.sleep(number / 20_000)
        writing.cancel()
        (end,) = await asyncio.gather(writing, return_exceptions=True)
        assert end is None or isinstance(end, asyncio.CancelledError), number
    await write(201)
