"""Health, liveness, readiness, and the front page."""

import httpx

from application.ports.health import WorkerBeat
from application.ports.work_queue import Job
from domain.errors import UnavailableError
from domain.ids import WorkerId
from tests.http.conftest import Service


async def _worker_beats(service: Service, *, active: int = 0, draining: bool = False) -> None:
    beat = WorkerBeat(
        worker_id=WorkerId("wrk_1"),
        active=active,
        capacity=2,
        draining=draining,
        at=service.clock.now(),
    )
    await service.store.worker_beats.beat(beat)


async def _relay_beats(service: Service) -> None:
    beat = WorkerBeat(
        worker_id=WorkerId("rly_1"),
        active=0,
        capacity=0,
        draining=False,
        at=service.clock.now(),
    )
    await service.store.worker_beats.beat(beat)


async def test_everything_working_is_healthy(http: httpx.AsyncClient, service: Service) -> None:
    await _worker_beats(service)
    await _relay_beats(service)

    answer = await http.get("/health")

    assert answer.status_code == 200
    health = answer.json()
    assert health["status"] == "healthy"
    assert set(health["checks"]) == {"livekit", "realtime", "database", "worker", "workQueue"}
    for check in health["checks"].values():
        assert set(check) == {"status", "latencyMs", "detail"}


async def test_livekit_being_down_is_unhealthy(http: httpx.AsyncClient, service: Service) -> None:
    service.livekit.fail_next(UnavailableError("LiveKit did not answer"))

    answer = await http.get("/health")

    assert answer.status_code == 503
    assert answer.json()["status"] == "unhealthy"
    assert answer.json()["checks"]["livekit"]["status"] == "unhealthy"
    assert answer.json()["checks"]["database"]["status"] == "healthy"


async def test_a_failure_is_looked_at_again_at_once(
    http: httpx.AsyncClient, service: Service
) -> None:
    service.livekit.fail_next(UnavailableError("LiveKit did not answer"))
    await http.get("/health")

    assert (await http.get("/health")).json()["checks"]["livekit"]["status"] == "healthy"


async def test_a_good_finding_is_not_asked_for_again_for_ten_seconds(
    http: httpx.AsyncClient, service: Service
) -> None:
    await http.get("/health")
    service.realtime.fail_next(UnavailableError("down"))

    soon = (await http.get("/health")).json()["checks"]["realtime"]["status"]
    await service.clock.advance(seconds=10)
    later = (await http.get("/health")).json()["checks"]["realtime"]["status"]

    assert (soon, later) == ("healthy", "unhealthy")


async def test_no_worker_is_degraded(http: httpx.AsyncClient) -> None:
    answer = await http.get("/health")

    assert answer.status_code == 200
    assert answer.json()["status"] == "degraded"
    assert answer.json()["checks"]["worker"]["status"] == "degraded"


async def test_a_worker_that_fell_silent_does_not_count(
    http: httpx.AsyncClient, service: Service
) -> None:
    await _worker_beats(service)
    await service.clock.advance(seconds=16)

    assert (await http.get("/health")).json()["checks"]["worker"]["status"] == "degraded"


async def test_full_and_draining_workers_do_not_count(
    http: httpx.AsyncClient, service: Service
) -> None:
    await _worker_beats(service, active=2)
    full = (await http.get("/health")).json()["checks"]["worker"]
    await _worker_beats(service, draining=True)
    draining = (await http.get("/health")).json()["checks"]["worker"]

    assert (full["status"], full["detail"]) == ("degraded", "1 up, 2 of 2 calls")
    assert draining["status"] == "degraded"


async def test_a_relay_takes_no_calls_and_a_worker_does_no_work(
    http: httpx.AsyncClient, service: Service
) -> None:
    await _relay_beats(service)
    checks = (await http.get("/health")).json()["checks"]
    assert (checks["worker"]["status"], checks["workQueue"]["status"]) == ("degraded", "healthy")
    await service.clock.advance(seconds=16)
    await _worker_beats(service)
    checks = (await http.get("/health")).json()["checks"]
    assert (checks["worker"]["status"], checks["workQueue"]["status"]) == ("healthy", "degraded")
    assert checks["workQueue"]["detail"].startswith("no relays up")


async def test_work_that_nobody_does_in_time_is_degraded(
    http: httpx.AsyncClient, service: Service
) -> None:
    async with service.store.unit_of_work() as uow:
        await uow.work.put(Job(kind="ring", key="1"))
        await uow.commit()
    await service.clock.advance(seconds=59)
    await _relay_beats(service)
    soon = (await http.get("/health")).json()["checks"]["workQueue"]
    await service.clock.advance(seconds=2)
    late = (await http.get("/health")).json()["checks"]["workQueue"]
    assert (soon["status"], late["status"]) == ("healthy", "degraded")
    assert "the oldest due for 61 s" in late["detail"]


async def test_ready_means_the_database_answers(http: httpx.AsyncClient, service: Service) -> None:
    service.livekit.fail_next(UnavailableError("LiveKit did not answer"))

    answer = await http.get("/health/ready")

    assert answer.status_code == 200
    assert set(answer.json()["checks"]) == {"database"}


async def test_not_ready_while_shutting_down(http: httpx.AsyncClient, service: Service) -> None:
    service.container.drain().begin()

    assert (await http.get("/health/ready")).status_code == 503
    assert (await http.get("/health/live")).json() == {"status": "alive"}


async def test_the_front_page_leads_on(http: httpx.AsyncClient) -> None:
    about = (await http.get("/")).json()

    assert about["name"] == "voice-agent-service"
    assert about["version"]
    assert (await http.get(about["links"]["openapi"])).status_code == 200
