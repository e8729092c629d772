"""Probes with a fixed answer."""

from dataclasses import dataclass

from application.ports.health import HealthStatus, ProbeResult


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedProbe:
    """Always finds the same."""

    name: str
    status: HealthStatus = HealthStatus.HEALTHY
    detail: str = "fine"

    async def check(self) -> ProbeResult:
        """What it was made to find."""
        return ProbeResult(status=self.status, detail=self.detail)
