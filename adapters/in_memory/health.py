"""Signs of life, and probes that find what they are told to find."""

from datetime import datetime

from adapters.in_memory.failures import FailsOnRequest
from application.ports.health import HealthStatus, ProbeResult, WorkerBeat
from domain.ids import WorkerId


class InMemoryWorkerBeats(FailsOnRequest):
    """The last beat of each worker."""

    def __init__(self) -> None:
        super().__init__()
        self._beats: dict[WorkerId, WorkerBeat] = {}

    async def beat(self, beat: WorkerBeat) -> None:
        """Replace the worker's last beat."""
        self._fail_if_told()
        self._beats[beat.worker_id] = beat

    async def find_since(self, since: datetime) -> tuple[WorkerBeat, ...]:
        """The workers heard of since then, by id."""
        self._fail_if_told()
        heard = (beat for beat in self._beats.values() if beat.at >= since)
        return tuple(sorted(heard, key=lambda beat: beat.worker_id))


class FixedProbe(FailsOnRequest):
    """A probe that always finds the same."""

    def __init__(
        self, name: str, status: HealthStatus = HealthStatus.HEALTHY, *, detail: str = "works"
    ) -> None:
        super().__init__()
        self._name = name
        self._result = ProbeResult(status=status, detail=detail)

    @property
    def name(self) -> str:
        """What is looked at."""
        return self._name

    async def check(self) -> ProbeResult:
        """The fixed result."""
        self._fail_if_told()
        return self._result
