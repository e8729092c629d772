"""The relay: chores are repeated, whatever happens to one of them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from adapters.in_memory import ManualClock
from domain.errors import UnavailableError
from entrypoints.relay.chores import Chore, Relay


class Counted:
    """Counts its runs; the first ones end as told."""

    def __init__(self, *outcomes: Exception) -> None:
        self.runs = 0
        self._outcomes = list(outcomes)

    async def __call__(self) -> int:
        self.runs += 1
        if self._outcomes:
            raise self._outcomes.pop(0)
        return 0


@asynccontextmanager
async def _running(relay: Relay) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(relay.run())
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_each_chore_keeps_its_own_time() -> None:
    clock, often, seldom = ManualClock(), Counted(), Counted()
    chores = (
        Chore(name="often", run=often, every_s=1),
        Chore(name="seldom", run=seldom, every_s=3),
    )

    async with _running(Relay(chores=chores, clock=clock)):
        await clock.advance(seconds=6.5)

    assert (often.runs, seldom.runs) == (7, 3)


async def test_a_chore_that_fails_is_done_again() -> None:
    clock = ManualClock()
    chore = Counted(UnavailableError("away"), KeyError("a mistake of ours"), TimeoutError())

    async with _running(
        Relay(chores=(Chore(name="a", run=chore, every_s=1),), clock=clock)
    ) as task:
        await clock.advance(seconds=3.5)
        assert not task.done()

    assert chore.runs == 4


async def test_a_chore_that_hangs_is_cut_off_and_does_not_hold_up_the_others() -> None:
    clock, other = ManualClock(), Counted()
    hung = 0

    async def hangs() -> None:
        nonlocal hung
        hung += 1
        await asyncio.Event().wait()

    chores = (
        Chore(name="hangs", run=hangs, every_s=1, deadline_s=0.01),
        Chore(name="other", run=other, every_s=1),
    )
    async with _running(Relay(chores=chores, clock=clock)):
        await clock.advance(seconds=2.5)
        async with asyncio.timeout(5):
            while hung < 2:
                await asyncio.sleep(0.005)
                await clock.advance(seconds=1)

    assert other.runs >= 3


async def test_cancelling_the_relay_ends_its_chores() -> None:
    clock, chore = ManualClock(), Counted()

    async with _running(
        Relay(chores=(Chore(name="a", run=chore, every_s=1),), clock=clock)
    ) as task:
        await clock.advance()

    assert task.cancelled()
    assert clock.sleepers == 0
