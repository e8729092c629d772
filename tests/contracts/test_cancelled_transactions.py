"""Whoever is cancelled in the middle of a write hears of that, and of nothing else."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.sql.migrations_runner import migrate
from adapters.sql.store import SqlStore
from application.job_attempt import Backoff
from application.ports.work_queue import Done, Job, Outcome, RunningJob
from application.use_cases.work.run_work import RunWork
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


async def test_a_runner_of_work_stops_at_whatever_moment_it_is_told_to(store: SqlStore) -> None:
    class Handler:
        async def execute(self, job: RunningJob) -> Outcome:
            return Done()

    for number in range(1, 60):
        async with store.unit_of_work() as uow:
            await uow.work.put(Job(kind="ring", key=str(number)))
            await uow.commit()
        runner = RunWork(
            desk=store.work_desk,
            handlers=lambda: {"ring": Handler().execute},
            owner="one",
            backoff=Backoff(chance=lambda: 1.0),
        )
        task = asyncio.create_task(runner.execute())
        await asyncio.sleep(number / 6_000)
        task.cancel()
        await asyncio.wait({task}, timeout=10)
        assert task.cancelled(), number
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not left, left
