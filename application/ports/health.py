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
        """What is looked at: `livekit`, `realtime`, `database`, `worker`."""
        ...

    async def check(self) -> ProbeResult:
        """Look now; may raise, which counts as unhealthy."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerBeat:
    """A worker that was alive at *at*, with *active* calls out of *capacity*."""

    worker_id: WorkerId
    active: int
    capacity: int
    draining: bool
    at: datetime


class WorkerBeats(Protocol):
    """Where workers leave their sign of life. Raises UnavailableError when it cannot be reached."""

    async def beat(self, beat: WorkerBeat) -> None:
        """Replace the worker's last beat."""
        ...

    async def find_since(self, since: datetime) -> tuple[WorkerBeat, ...]:
        """The workers heard of since then."""
        ...
