"""A clock that moves when told to."""

import asyncio
import heapq
from datetime import UTC, datetime, timedelta
from itertools import count

_SETTLE_ROUNDS = 20


class ManualClock:
    """Stands still; `advance` moves it and wakes the sleepers whose time has come, in order."""

    def __init__(self, now: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> None:
        self._now = now
        self._order = count()
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        """The time this clock was last moved to."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Return once the clock was advanced by *seconds*."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        waking = asyncio.get_running_loop().create_future()
        wakes_at = self._now + timedelta(seconds=seconds)
        heapq.heappush(self._sleepers, (wakes_at, next(self._order), waking))
        await waking

    async def advance(self, *, seconds: float) -> None:
        """Move the clock; tasks that it wakes run before this returns, each at its own time."""
        target = self._now + timedelta(seconds=seconds)
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= target:
            wakes_at, _, waking = heapq.heappop(self._sleepers)
            self._now = wakes_at
            if not waking.done():
                waking.set_result(None)
            await self.settle()
        self._now = target
        await self.settle()

    async def settle(self) -> None:
        """Let the tasks that can go on do so."""
        for _ in range(_SETTLE_ROUNDS):
            await asyncio.sleep(0)
