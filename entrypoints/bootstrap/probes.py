"""Probes that need nothing but our own ports."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from application.ports.health import HealthProbe, HealthStatus, ProbeResult, WorkerBeats
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.ports.work_queue import WorkAdmin, WorkState, WorkStats


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseProbe:
    """Whether the database answers a question about our tables."""

    unit_of_work: UnitOfWorkFactory
    name: str = "database"

    async def check(self) -> ProbeResult:
        """Raises what the store raises, which counts as unhealthy."""
        async with self.unit_of_work() as uow:
            await uow.sessions.find_page(after=None, limit=1)
        return ProbeResult(status=HealthStatus.HEALTHY, detail="answers")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerProbe:
    """Whether somebody would take a call now."""

    beats: WorkerBeats
    clock: Clock
    patience: timedelta
    name: str = "worker"

    async def check(self) -> ProbeResult:
        """Degraded, not unhealthy, without a worker: what is stored can still be read."""
        heard = await self.beats.find_since(self.clock.now() - self.patience)
        ready = [beat for beat in heard if not (beat.draining or beat.is_relay)]
        if not ready:
            return ProbeResult(
                status=HealthStatus.DEGRADED,
                detail=f"no worker was heard of in the last {self.patience.total_seconds():g} s",
            )
        active, capacity = sum(one.active for one in ready), sum(one.capacity for one in ready)
        full = active >= capacity
        return ProbeResult(
            status=HealthStatus.DEGRADED if full else HealthStatus.HEALTHY,
            detail=f"{len(ready)} up, {active} of {capacity} calls",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkQueueProbe:
    """Whether somebody does the durable work, and in time."""

    beats: WorkerBeats
    work: WorkAdmin
    clock: Clock
    patience: timedelta
    late_after: timedelta = timedelta(minutes=1)
    name: str = "workQueue"

    async def check(self) -> ProbeResult:
        """Degraded, not unhealthy, when nobody does it: it waits, and none of it is lost."""
        heard = await self.beats.find_since(self.clock.now() - self.patience)
        relays = sum(beat.is_relay for beat in heard)
        stats = await self.work.stats()
        is_late = stats.oldest_due_s >= self.late_after.total_seconds()
        return ProbeResult(
            status=HealthStatus.HEALTHY if relays and not is_late else HealthStatus.DEGRADED,
            detail=f"{relays or 'no'} relay{'s' * (relays != 1)} up, {_told(stats)}",
        )


def _told(stats: WorkStats) -> str:
    ready, dead = (stats.by_state.get(state, 0) for state in (WorkState.READY, WorkState.DEAD))
    return f"{ready} waiting, the oldest due for {stats.oldest_due_s:.0f} s, {dead} dead"


class SparingProbe:
    """Looks at most every *every* seconds, and repeats the last finding in between.

    For probes that cost the other side something: anybody may ask for our health.
    """

    def __init__(self, probe: HealthProbe, clock: Clock, *, every: float = 10.0) -> None:
        self._probe = probe
        self._clock = clock
        self._every = timedelta(seconds=every)
        self._found: tuple[datetime, ProbeResult] | None = None
        self._looking = asyncio.Lock()

    @property
    def name(self) -> str:
        """What is looked at."""
        return self._probe.name

    async def check(self) -> ProbeResult:
        """A finding that is fresh enough. One that failed is not repeated."""
        async with self._looking:
            if self._found is None or self._clock.now() - self._found[0] >= self._every:
                self._found = None
                self._found = (self._clock.now(), await self._probe.check())
            return self._found[1]
