"""Health over HTTP."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from application.ports.health import HealthStatus
from application.use_cases.operations.check_health import HealthReport
from entrypoints.http.schemas.base import Out


class HealthCheckOut(Out):
    """What was found about one thing we depend on."""

    status: HealthStatus
    latency_ms: int
    detail: str


class HealthOut(Out):
    """As healthy as the worst check."""

    status: HealthStatus
    checks: Mapping[str, HealthCheckOut]

    @classmethod
    def of(cls, report: HealthReport) -> "HealthOut":
        """Show *report*."""
        checks = {
            name: HealthCheckOut(
                status=check.status, latency_ms=check.latency_ms, detail=check.detail
            )
            for name, check in report.checks.items()
        }
        return cls(status=report.status, checks=checks)


class LiveOut(Out):
    """The process answers."""

    status: Literal["alive"] = "alive"


class ServiceOut(Out):
    """What this is."""

    name: str
    version: str = Field(examples=["0.1.0"])
    links: Mapping[str, str]
