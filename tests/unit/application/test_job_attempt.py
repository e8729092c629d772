"""What comes of an attempt at a job."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from adapters.in_memory import InMemoryStore, ManualClock
from application.acting import act_for, tenant
from application.job_attempt import Attempt, Backoff, JobInHand
from application.ports.work_queue import (
    Dead,
    Done,
    Job,
    Outcome,
    RetryAfter,
    RunningJob,
    Sleep,
    WorkItem,
    WorkState,
)
from domain.errors import (
    ConflictError,
    InvalidValueError,
    NotFoundError,
    RejectedError,
    UnavailableError,
)
from domain.ids import TenantId

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


async def in_hand(store: InMemoryStore, **details: int) -> WorkItem:
    await put(store, Job(kind="ring", key="k", **details))  # type: ignore[arg-type]
    (item,) = await store.work_desk.claim(owner="one", kinds=("ring",), lease=LEASE, at_most=1)
    return item


async def attempt(store: InMemoryStore, item: WorkItem, *ends: Outcome | Exception) -> WorkItem:
    one = Attempt(desk=store.work_desk, item=item, lease=LEASE, backoff=BACKOFF)
    await one.run(Handler(list(ends)).execute)
    return await store.work_admin.get(item.id)


async def test_done_is_done(store: InMemoryStore) -> None:
    assert (await attempt(store, await in_hand(store))).state is WorkState.DONE


@pytest.mark.parametrize(
    ("end", "reason", "pause_s"),
    [
        (RetryAfter(reason="later", seconds=7), "later", 7),
        (RetryAfter(reason="later"), "later", 2),
        (UnavailableError("no answer"), "no answer", 2),
        (TimeoutError(), "it took too long", 2),
        (ConflictError("outrun"), "outrun", 2),
        (KeyError("x"), "a mistake of ours: KeyError", 2),
    ],
)
async def test_what_may_pass_is_tried_again(
    store: InMemoryStore, clock: ManualClock, end: Outcome | Exception, reason: str, pause_s: int
) -> None:
    item = await attempt(store, await in_hand(store), end)
    assert (item.state, item.last_error) == (WorkState.READY, reason)
    assert item.due == clock.now() + timedelta(seconds=pause_s)


@pytest.mark.parametrize(
    "end",
    [
        Dead(reason="no"),
        RejectedError("no"),
        InvalidValueError("no"),
        NotFoundError("no"),
    ],
)
async def test_what_will_not_help_is_not_tried_again(
    store: InMemoryStore, end: Outcome | Exception
) -> None:
    item = await attempt(store, await in_hand(store), end)
    assert (item.state, item.last_error) == (WorkState.DEAD, "no")


async def test_the_last_attempt_is_the_last(store: InMemoryStore) -> None:
    item = await attempt(store, await in_hand(store, max_attempts=1), UnavailableError("gone"))
    assert (item.state, item.last_error) == (WorkState.DEAD, "gone")


async def test_a_job_that_kills_its_processes_is_dead_in_the_end(
    store: InMemoryStore, clock: ManualClock
) -> None:
    await in_hand(store, max_attempts=1)
    await clock.advance(seconds=31)
    (again,) = await store.work_desk.claim(owner="two", kinds=("ring",), lease=LEASE, at_most=1)
    handler = Handler()
    one = Attempt(desk=store.work_desk, item=again, lease=LEASE, backoff=BACKOFF)
    await one.run(handler.execute)
    assert handler.done == []
    assert (await store.work_admin.get(again.id)).state is WorkState.DEAD


async def test_a_timer_outlives_the_attempt(store: InMemoryStore, clock: ManualClock) -> None:
    later = clock.now() + timedelta(days=3)
    item = await attempt(store, await in_hand(store), Sleep(until=later))
    assert (item.state, item.due, item.attempt) == (WorkState.READY, later, 0)


async def test_what_somebody_else_has_is_left_to_them(
    store: InMemoryStore, clock: ManualClock
) -> None:
    item = await in_hand(store)
    await clock.advance(seconds=31)
    (theirs,) = await store.work_desk.claim(owner="two", kinds=("ring",), lease=LEASE, at_most=1)
    assert (await attempt(store, item)).state is WorkState.RUNNING
    await store.work_desk.finish(theirs)


async def test_a_handler_whose_cursor_comes_too_late_stops(
    store: InMemoryStore, clock: ManualClock
) -> None:
    item = await in_hand(store)
    await clock.advance(seconds=31)
    await store.work_desk.claim(owner="two", kinds=("ring",), lease=LEASE, at_most=1)

    async def execute(job: RunningJob) -> Outcome:
        await job.save_cursor({"step": 1})
        raise AssertionError("it must not go on")

    await Attempt(desk=store.work_desk, item=item, lease=LEASE, backoff=BACKOFF).run(execute)
    assert (await store.work_admin.get(item.id)).owner == "two"


async def test_a_heart_that_beats_too_late_stops_the_handler(
    store: InMemoryStore, clock: ManualClock
) -> None:
    item = await in_hand(store)
    await clock.advance(seconds=31)
    await store.work_desk.claim(owner="two", kinds=("ring",), lease=LEASE, at_most=1)

    async def execute(_: RunningJob) -> Outcome:
        await asyncio.Event().wait()
        raise AssertionError("it must not go on")

    short = Attempt(
        desk=store.work_desk, item=item, lease=timedelta(milliseconds=3), backoff=BACKOFF
    )
    with suppress(asyncio.CancelledError):
        await asyncio.create_task(short.run(execute))
    assert (await store.work_admin.get(item.id)).owner == "two"


async def test_an_outcome_that_cannot_be_stored_is_left_to_the_lease(
    store: InMemoryStore,
) -> None:
    item = await in_hand(store)

    class Broken:
        async def finish(self, _: WorkItem) -> None:
            raise UnavailableError("gone")

        async def beat(self, _: WorkItem, *, lease: timedelta) -> None:
            raise UnavailableError(f"gone for {lease}")

    desk = Broken()

    async def execute(_: RunningJob) -> Outcome:
        await asyncio.sleep(0.01)
        return Done()

    short = Attempt(
        desk=desk,  # type: ignore[arg-type]
        item=item,
        lease=timedelta(milliseconds=3),
        backoff=BACKOFF,
    )
    await short.run(execute)
    assert (await store.work_admin.get(item.id)).state is WorkState.RUNNING


async def test_a_handler_sees_its_job(store: InMemoryStore) -> None:
    item = await in_hand(store)
    job = JobInHand(item=item, desk=store.work_desk)
    assert (job.id, job.kind, job.key, job.attempt) == ("1", "ring", "k", 1)
    assert (job.payload, job.cursor, job.effect_key("x")) == ({}, {}, "1:x")
    await job.save_cursor({"step": 1})
    assert (await store.work_admin.get("1")).cursor == {"step": 1}


def test_pauses_grow_and_have_an_end() -> None:
    assert [BACKOFF.pause(n).total_seconds() for n in (1, 2, 3, 20, 1000)] == [2, 4, 8, 900, 900]
    assert Backoff(chance=lambda: 0.0).pause(5).total_seconds() == 0.1


async def test_a_job_is_done_for_its_tenant(store: InMemoryStore) -> None:
    with act_for(TenantId("north")):
        await put(store, Job(kind="ring", key="ring:north"))
    done_for: list[TenantId] = []

    async def ring(job: RunningJob) -> Outcome:
        done_for.append(tenant())
        return Done()

    (item,) = await store.work_desk.claim(owner="one", kinds=("ring",), lease=LEASE, at_most=1)
    await Attempt(desk=store.work_desk, item=item, lease=LEASE, backoff=BACKOFF).run(ring)
    assert (done_for, tenant()) == (["north"], "default")
