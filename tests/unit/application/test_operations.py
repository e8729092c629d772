import asyncio

import pytest

from adapters.in_memory import FixedProbe
from application.ports.health import HealthStatus, ProbeResult
from application.queries import Queries
from application.use_cases.operations.check_health import CheckHealth
from application.use_cases.sessions.resolve_session_context import ResolveSessionContext
from domain.errors import NotFoundError
from domain.ids import DispatchId, LeadId, VoiceSessionId
from domain.session_context import MissingAgentError, SessionMetadata
from tests.unit.application.conftest import Service


class StuckProbe:
    name = "stuck"

    async def check(self) -> ProbeResult:
        await asyncio.Event().wait()
        raise AssertionError("unreachable")


async def test_the_service_is_as_healthy_as_its_worst_part() -> None:
    degraded = FixedProbe("worker", HealthStatus.DEGRADED)
    report = await CheckHealth(probes=[FixedProbe("database"), degraded]).execute()
    assert report.status is HealthStatus.DEGRADED
    assert report.checks["database"].status is HealthStatus.HEALTHY


async def test_a_probe_that_breaks_or_hangs_is_unhealthy_and_says_no_secret() -> None:
    broken = FixedProbe("database")
    broken.fail_next(OSError("postgres://user:secret@host"))
    report = await CheckHealth(probes=[broken, StuckProbe()], deadline_s=0.01).execute()
    assert report.status is HealthStatus.UNHEALTHY
    assert report.checks["database"].detail == "check failed: OSError"
    assert report.checks["stuck"].detail == "no answer within 0.01 seconds"


async def test_nothing_to_check_is_healthy() -> None:
    assert (await CheckHealth(probes=[]).execute()).status is HealthStatus.HEALTHY


async def test_what_does_not_exist_is_not_found(service: Service) -> None:
    queries = Queries(unit_of_work=service.store.unit_of_work)
    with pytest.raises(NotFoundError):
        await queries.session(VoiceSessionId("none"))
    with pytest.raises(NotFoundError):
        await queries.transcript(VoiceSessionId("none"))
    with pytest.raises(NotFoundError):
        await queries.dispatch(DispatchId("none"))
    with pytest.raises(NotFoundError):
        await queries.lead(LeadId("none"))
    assert list(await queries.leads(after=None, limit=5)) == []


async def test_a_dispatch_leads_to_its_session(service: Service) -> None:
    session = await service.dispatch()
    queries = Queries(unit_of_work=service.store.unit_of_work)
    assert (await queries.dispatch(session.dispatch_id)).id == session.id
    assert [s.id for s in await queries.sessions(after=None, limit=5)] == [session.id]


async def test_metadata_without_an_agent_is_refused() -> None:
    resolve = ResolveSessionContext()
    context = await resolve.execute(SessionMetadata(job='{"agentId": "a"}', room="{"))
    assert context.problems == ("room metadata is not JSON",)
    with pytest.raises(MissingAgentError):
        await resolve.execute(SessionMetadata())
