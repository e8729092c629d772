"""Whether the service works."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from application.ports.health import HealthStatus
from entrypoints.http.dependencies import CheckHealthDep, CheckReadinessDep, DrainDep
from entrypoints.http.schemas.health import HealthOut, LiveOut

router = APIRouter(prefix="/health", tags=["health"])

_UNHEALTHY: dict[int | str, dict[str, object]] = {
    503: {"model": HealthOut, "description": "Something that is needed does not work"}
}


@router.get("", responses=_UNHEALTHY)
async def get_health(check: CheckHealthDep, response: Response) -> HealthOut:
    """Everything the service depends on, each looked at within five seconds."""
    return _shown(HealthOut.of(await check.execute()), response)


@router.get("/live")
async def get_liveness() -> LiveOut:
    """The process answers; restart it when it does not."""
    return LiveOut()


@router.get("/ready", responses=_UNHEALTHY)
async def get_readiness(check: CheckReadinessDep, drain: DrainDep, response: Response) -> HealthOut:
    """Whether to send requests here: not without the database, and not while shutting down."""
    health = HealthOut.of(await check.execute())
    if drain.has_begun:
        health.status = HealthStatus.UNHEALTHY
    return _shown(health, response)


def _shown(health: HealthOut, response: Response) -> HealthOut:
    if health.status is HealthStatus.UNHEALTHY:
        response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    return health
