"""What calls add up to, over HTTP."""

from datetime import timedelta

import httpx
import pytest

from application.stored_events import StoredEvent
from domain.ids import TurnId, VoiceSessionId
from domain.language import Language
from domain.transcript import Role, Turn
from domain.voice_session import CloseReason
from tests.http.calls import assert_problem, dispatch
from tests.http.conftest import Service

SESSION = VoiceSessionId("ses_000001")


@pytest.fixture
async def calls(http: httpx.AsyncClient, service: Service) -> None:
    """One call of ninety seconds that was answered once, and one that no agent came to."""
    await dispatch(http)
    await _talk(service)
    async with service.container.unit_of_work()() as uow:
        session = await uow.sessions.get(SESSION)
        now = service.clock.now()
        await uow.sessions.save(session.start("job", now=now, lease_for=timedelta(seconds=15)))
        await uow.commit()
    await service.clock.advance(seconds=90)
    async with service.container.unit_of_work()() as uow:
        session = await uow.sessions.get(SESSION)
        now = service.clock.now()
        await uow.sessions.save(session.end(CloseReason.PARTICIPANT_LEFT, now=now))
        await uow.commit()
    await dispatch(http, conversationId="conv-2")
    async with service.container.unit_of_work()() as uow:
        second = next(
            one for one in await uow.sessions.find_page(after=None, limit=9) if one.id != SESSION
        )
        await uow.sessions.save(second.fail("agent_did_not_join", now=service.clock.now()))
        await uow.commit()
    for kind, session_id in (("CallWrappedUp", SESSION), ("DispatchFailed", second.id)):
        payload = {"sessionId": session_id, "occurredAt": "2030-01-01T12:00:00+00:00"}
        event = StoredEvent(id=kind, kind=kind, payload=payload)
        await service.container.keep_figures().execute(event)


@pytest.mark.usefixtures("calls")
async def test_the_summary_adds_up_what_was_counted(http: httpx.AsyncClient) -> None:
    query = {"from": "2030-01-01T00:00:00Z", "to": "2030-01-02T00:00:00Z"}

    summary = (await http.get("/api/analytics/summary", params=query)).json()

    assert summary["totals"] == {
        "calls": 2,
        "minutes": 1.5,
        "leads": 0,
        "confirmedLeads": 0,
        "responseGapMs": {"measured": 1, "p50": 700, "p95": 790},
        "cost": None,
    }
    outcomes = {one["value"]: one["calls"] for one in summary["byOutcome"]}
    assert outcomes == {"participant_left": 1, "agent_did_not_join": 1}
    assert [one["value"] for one in summary["byAgent"]] == ["demo"]
    assert {one["value"] for one in summary["byLanguage"]} >= {"es"}


@pytest.mark.usefixtures("calls")
async def test_a_series_has_a_point_for_every_stretch(http: httpx.AsyncClient) -> None:
    query = {"from": "2030-01-01T00:00:00+01:00", "to": "2030-01-03T00:00:00+01:00"}

    answer = await http.get(
        "/api/analytics/timeseries", params={**query, "timeZone": "Europe/Madrid"}
    )

    points = answer.json()["items"]
    assert [(one["start"], one["calls"]) for one in points] == [
        ("2029-12-31T23:00:00Z", 2),
        ("2030-01-01T23:00:00Z", 0),
    ]


@pytest.mark.parametrize(
    "query",
    [
        {"from": "2030-01-02T00:00:00Z", "to": "2030-01-01T00:00:00Z"},
        {"from": "2028-01-02T00:00:00Z", "to": "2030-01-01T00:00:00Z"},
        {"from": "2030-01-01T00:00:00"},
        {"from": "0001-01-01T00:00:00Z"},
        {"agentId": "not a name"},
    ],
)
async def test_a_range_that_cannot_be_is_refused(
    http: httpx.AsyncClient, query: dict[str, str]
) -> None:
    answer = await http.get("/api/analytics/summary", params=query)

    assert answer.status_code == 422, answer.text


async def test_a_time_zone_that_nobody_lives_in_is_refused(http: httpx.AsyncClient) -> None:
    answer = await http.get("/api/analytics/timeseries", params={"timeZone": "Mars/Olympus"})

    assert_problem(answer, 422, "invalid_value")


async def _talk(service: Service) -> None:
    for number, (role, start, end) in enumerate(
        ((Role.CALLER, 1_000, 2_000), (Role.AGENT, 2_700, 4_000))
    ):
        turn = Turn(
            id=TurnId(f"t{number}"),
            session_id=SESSION,
            role=role,
            text="hola",
            start_ms=start,
            end_ms=end,
            language=Language("es"),
        )
        await service.store.journal.record(turn)
