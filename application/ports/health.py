"""Whether what we depend on works."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.ids import WorkerId


class HealthStatus(StrEnum):
    """Healthy, working with something missing, or not working."""

    HEALTHY = "healthy"
    DEGRADED = "degraded"
    UNHEALTHY = "unhealthy"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbeResult:
    """What a probe found; *detail* is a sentence for an operator."""

    status: HealthStatus
    detail: str


class HealthProbe(Protocol):
    """Looks whether one thing works."""

    @property
    def name(self) -> str:
        """What is looked at: `livekit`, `realtime`, `database`, `worker`, `workQueue`."""
        ...

    async def check(self) -> ProbeResult:
        """Look now; may raise, which counts as unhealthy."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerBeat:
    """A worker that was alive at *at*, with *active* calls out of *capacity*.

    One without capacity takes no calls: it is a relay, which does the work that follows them.
    """

    worker_id: WorkerId
    active: int
    capacity: int
    draining: bool
    at: datetime

    @property
    def is_relay(self) -> bool:
        """Whether it does durable work instead of calls."""
        return self.capacity == 0


class WorkerBeats(Protocol):
    """Where workers and relays leave their sign of life.

    Raises UnavailableError when it cannot be reached.
    """

    async def beat(self, beat: WorkerBeat) -> None:
        """Replace the worker's last beat."""
        ...

    async def find_since(self, since: datetime) -> tuple[WorkerBeat, ...]:
        """Whoever was heard of since then."""
        ...
