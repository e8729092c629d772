"""Time that moves only when it is told to."""

import asyncio
import heapq
from datetime import UTC, datetime, timedelta
from itertools import count

_TURNS_OF_THE_LOOP = 50
"""How long others may run after each wake-up: enough for a chain of some forty hand-overs."""


class ManualClock:
    """Stands still until `advance`; sleepers wake in the order of their alarms."""

    def __init__(self, now: datetime = datetime(2030, 1, 1, 12, tzinfo=UTC)) -> None:
        self._now = now
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._order = count()

    @property
    def sleepers(self) -> int:
        """How many are asleep."""
        return sum(1 for _, _, alarm in self._sleepers if not alarm.done())

    def now(self) -> datetime:
        """The moment this clock shows."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Return once the clock was advanced by *seconds*."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        alarm: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        due = self._now + timedelta(seconds=seconds)
        heapq.heappush(self._sleepers, (due, next(self._order), alarm))
        await alarm

    async def advance(self, *, seconds: float = 0.0) -> None:
        """Move on, stopping at each alarm on the way until whoever woke has had its turn."""
        target = self._now + timedelta(seconds=seconds)
        await _let_others_run()
        while self._sleepers and self._sleepers[0][0] <= target:
            due, _, alarm = heapq.heappop(self._sleepers)
            if alarm.done():
                continue
            self._now = max(self._now, due)
            alarm.set_result(None)
            await _let_others_run()
        self._now = target
        await _let_others_run()


async def _let_others_run() -> None:
    for _ in range(_TURNS_OF_THE_LOOP):
        await asyncio.sleep(0)
