"""Look whether the service works."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from application.ports.health import HealthProbe, HealthStatus, ProbeResult
from domain.errors import ServiceError

_RANK = (HealthStatus.HEALTHY, HealthStatus.DEGRADED, HealthStatus.UNHEALTHY)


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthCheck:
    """What one probe found, and how long it took."""

    status: HealthStatus
    latency_ms: int
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthReport:
    """All checks by name; the service is as healthy as the worst of them."""

    checks: Mapping[str, HealthCheck]

    @property
    def status(self) -> HealthStatus:
        """The worst status found."""
        found = [check.status for check in self.checks.values()]
        return max(found, key=_RANK.index, default=HealthStatus.HEALTHY)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckHealth:
    """All probes look at once; one that is late or breaks counts as unhealthy."""

    probes: Sequence[HealthProbe]
    deadline_s: float = 5.0

    async def execute(self) -> HealthReport:
        """Answer within the deadline, whatever the probes do."""
        checks = await asyncio.gather(*(self._check(probe) for probe in self.probes))
        names = [probe.name for probe in self.probes]
        return HealthReport(checks=dict(zip(names, checks, strict=True)))

    async def _check(self, probe: HealthProbe) -> HealthCheck:
        began = perf_counter()
        result = await self._ask(probe)
        return HealthCheck(
            status=result.status,
            latency_ms=round((perf_counter() - began) * 1000),
            detail=result.detail,
        )

    async def _ask(self, probe: HealthProbe) -> ProbeResult:
        try:
            async with asyncio.timeout(self.deadline_s):
                return await probe.check()
        except TimeoutError:
            detail = f"no answer within {self.deadline_s:g} seconds"
        except ServiceError as error:
            detail = str(error)
        except Exception as error:
            # Only the kind: the text may hold a URL with a password in it.
            detail = f"check failed: {type(error).__name__}"
        return ProbeResult(status=HealthStatus.UNHEALTHY, detail=detail)
