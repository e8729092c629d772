"""Probes that need nothing but our own ports."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from application.ports.health import HealthProbe, HealthStatus, ProbeResult, WorkerBeats
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory


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
        ready = [beat for beat in heard if not beat.draining]
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
