"""Durable work is done, whatever happens to an attempt."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from adapters.in_memory import InMemoryStore, ManualClock
from application.job_attempt import Backoff
from application.ports.work_queue import (
    Done,
    Job,
    Outcome,
    RunningJob,
    WorkState,
)
from application.use_cases.work.run_work import RunWork
from domain.errors import (
    UnavailableError,
)

LEASE = timedelta(seconds=30)
BACKOFF = Backoff(chance=lambda: 1.0)


@dataclass
class Handler:
    """Ends as told, one thing after the other, and then well."""

    ends: list[Outcome | Exception] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    async def execute(self, job: RunningJob) -> Outcome:
        self.done.append(job.key)
        end = self.ends.pop(0) if self.ends else Done()
        if isinstance(end, Exception):
            raise end
        return end


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def store(clock: ManualClock) -> InMemoryStore:
    return InMemoryStore(clock)


async def put(store: InMemoryStore, *jobs: Job) -> None:
    async with store.unit_of_work() as uow:
        for job in jobs:
            await uow.work.put(job)
        await uow.commit()


@asynccontextmanager
async def running(store: InMemoryStore, handler: Handler) -> AsyncIterator[asyncio.Task[None]]:
    runner = RunWork(
        desk=store.work_desk,
        handlers=lambda: {"ring": handler.execute},
        owner="one",
        backoff=BACKOFF,
        at_once=2,
        poll_s=0.01,
    )
    task = asyncio.create_task(runner.execute())
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.001)


async def test_what_is_put_is_done(store: InMemoryStore) -> None:
    handler = Handler()
    async with running(store, handler):
        await put(store, *(Job(kind="ring", key=str(n)) for n in range(5)))
        await until(lambda: len(handler.done) == 5)
    stats = await store.work_admin.stats()
    assert stats.by_state == {WorkState.DONE: 5}


async def test_a_runner_that_stops_gives_back_what_it_was_at(store: InMemoryStore) -> None:
    begun = asyncio.Event()

    class Endless(Handler):
        async def execute(self, job: RunningJob) -> Outcome:
            begun.set()
            await asyncio.Event().wait()
            raise AssertionError

    await put(store, Job(kind="ring", key="k"))
    async with running(store, Endless()):
        await begun.wait()
    (item,) = await store.work_admin.find_page(state=None, kind=None, after=None, limit=1)
    assert (item.state, item.attempt, item.owner) == (WorkState.READY, 0, None)


@pytest.mark.parametrize("steps", range(25))
async def test_a_runner_stops_at_whatever_moment_it_is_told_to(
    store: InMemoryStore, steps: int
) -> None:
    await put(store, *(Job(kind="ring", key=str(n)) for n in range(3)))
    async with running(store, Handler()) as task:
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task}, timeout=2)
        assert task.cancelled()


async def test_a_store_that_does_not_answer_is_asked_again(store: InMemoryStore) -> None:
    class Flaky:
        failures = 1

        def __getattr__(self, name: str) -> object:
            return getattr(store.work_desk, name)

        async def claim(self, **how: object) -> object:
            if Flaky.failures:
                Flaky.failures -= 1
                raise UnavailableError("gone")
            return await store.work_desk.claim(**how)  # type: ignore[arg-type]

    handler = Handler()
    runner = RunWork(
        desk=Flaky(),  # type: ignore[arg-type]
        handlers=lambda: {"ring": handler.execute},
        owner="one",
        backoff=BACKOFF,
        poll_s=0.01,
    )
    await put(store, Job(kind="ring", key="k"))
    task = asyncio.create_task(runner.execute())
    await until(lambda: handler.done == ["k"])
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_whoever_has_its_hands_full_does_not_ask_for_news(store: InMemoryStore) -> None:
    asked: list[float] = []
    begun, gate, handler = asyncio.Event(), asyncio.Event(), Handler()

    class Listening:
        def __getattr__(self, name: str) -> object:
            return getattr(store.work_desk, name)

        async def wait(self, *, at_most_s: float) -> None:
            asked.append(at_most_s)
            await store.work_desk.wait(at_most_s=at_most_s)

    class Gated(Handler):
        async def execute(self, job: RunningJob) -> Outcome:
            begun.set()
            await gate.wait()
            return await handler.execute(job)

    runner = RunWork(
        desk=Listening(),  # type: ignore[arg-type]
        handlers=lambda: {"ring": Gated().execute},
        owner="one",
        backoff=BACKOFF,
        at_once=1,
        poll_s=0.01,
    )
    await put(store, Job(kind="ring", key="first"))
    task = asyncio.create_task(runner.execute())
    await begun.wait()
    await put(store, Job(kind="ring", key="second"))
    asked.clear()
    for _ in range(50):
        await asyncio.sleep(0)
    assert not asked
    gate.set()
    await until(lambda: handler.done == ["first", "second"])
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
