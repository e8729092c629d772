"""Sessions, transcripts and leads."""

import httpx
import pytest

from application.use_cases.leads.record_contact import RecordContactCommand
from domain.contact_details import ContactField
from domain.ids import ParticipantIdentity, TurnId, VoiceSessionId
from domain.language import Language
from domain.transcript import Role, Turn
from tests.http.calls import assert_problem, dispatch
from tests.http.conftest import Service

SESSION = VoiceSessionId("ses_000001")


@pytest.fixture
async def conversation(http: httpx.AsyncClient, service: Service) -> None:
    """A session in which the caller gave an e-mail address."""
    await dispatch(http)
    greeting = Turn(
        id=TurnId("t1"),
        session_id=SESSION,
        role=Role.AGENT,
        text="Hello, this is",
        start_ms=0,
        end_ms=900,
        planned="Hello, this is Northwind Dental.",
        interrupted=True,
    )
    answer = Turn(
        id=TurnId("t2"),
        session_id=SESSION,
        participant=ParticipantIdentity("sarah"),
        suspect="wrong_script",
        role=Role.CALLER,
        text="sarah at example dot com",
        start_ms=1000,
        end_ms=2500,
        language=Language("en"),
    )
    for turn in (answer, greeting):
        await service.store.journal.record(turn)
    command = RecordContactCommand(
        session_id=SESSION, field=ContactField.EMAIL, value="sarah@example.com"
    )
    await service.container.invoke_tool().record_contact.execute(command)


@pytest.mark.usefixtures("conversation")
async def test_the_transcript_is_in_the_order_of_the_audio(http: httpx.AsyncClient) -> None:
    transcript = (await http.get(f"/api/sessions/{SESSION}/transcript")).json()

    assert transcript["sessionId"] == SESSION
    assert [turn["turnId"] for turn in transcript["turns"]] == ["t1", "t2"]
    assert transcript["turns"][0] == {
        "turnId": "t1",
        "role": "agent",
        "text": "Hello, this is",
        "language": None,
        "startMs": 0,
        "endMs": 900,
        "interrupted": True,
        "planned": "Hello, this is Northwind Dental.",
        "participant": None,
        "suspect": None,
    }
    assert transcript["turns"][1]["participant"] == "sarah"
    assert transcript["turns"][1]["suspect"] == "wrong_script"


@pytest.mark.usefixtures("conversation")
async def test_a_lead_shows_value_status_and_evidence(http: httpx.AsyncClient) -> None:
    lead = (await http.get(f"/api/sessions/{SESSION}/lead")).json()

    email = lead["fields"]["email"]
    assert (email["value"], email["status"]) == ("sarah@example.com", "stated")
    assert [one["quote"] for one in email["evidence"]] == ["sarah at example dot com"]
    assert lead["isConfirmed"] is False
    assert (await http.get(f"/api/leads/{lead['leadId']}")).json() == lead
    assert (await http.get("/api/leads")).json()["items"] == [lead]


async def test_a_session_without_a_lead_says_so(http: httpx.AsyncClient) -> None:
    await dispatch(http)

    answer = await http.get(f"/api/sessions/{SESSION}/lead")

    assert "brought no lead" in assert_problem(answer, 404, "not_found")["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/sessions/ses_9",
        "/api/sessions/ses_9/transcript",
        "/api/sessions/ses_9/lead",
        "/api/leads/led_9",
    ],
)
async def test_what_does_not_exist_is_not_found(http: httpx.AsyncClient, path: str) -> None:
    assert_problem(await http.get(path), 404, "not_found")


async def test_pages_show_every_session_once_and_newest_first(http: httpx.AsyncClient) -> None:
    for number in range(1, 6):
        await dispatch(http, conversationId=f"conv-{number}")
    seen: list[str] = []
    sizes: list[int] = []

    cursor: str | None = None
    while True:
        query = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = (await http.get("/api/sessions", params=query)).json()
        seen += [item["conversationId"] for item in page["items"]]
        sizes.append(len(page["items"]))
        cursor = page["nextCursor"]
        if cursor is None:
            break

    assert seen == ["conv-5", "conv-4", "conv-3", "conv-2", "conv-1"]
    assert sizes == [2, 2, 1]


async def test_a_full_last_page_has_no_next_one(http: httpx.AsyncClient) -> None:
    await dispatch(http)

    page = (await http.get("/api/sessions", params={"limit": "1"})).json()

    assert len(page["items"]) == 1
    assert page["nextCursor"] is None


@pytest.mark.parametrize("cursor", ["%%%", "AAAA", "äö", "c2Vz IA", "a" * 255])
async def test_a_cursor_that_was_never_given_is_422(http: httpx.AsyncClient, cursor: str) -> None:
    answer = await http.get("/api/sessions", params={"cursor": cursor})

    assert answer.status_code == 422


@pytest.mark.parametrize("limit", ["0", "201", "-1", "many", "9" * 5000])
async def test_a_limit_out_of_bounds_is_422(http: httpx.AsyncClient, limit: str) -> None:
    problem = assert_problem(
        await http.get("/api/leads", params={"limit": limit}), 422, "invalid_request"
    )

    assert problem["errors"][0]["field"] == "limit"


@pytest.mark.usefixtures("conversation")
async def test_how_the_call_went_for_its_caller(http: httpx.AsyncClient, service: Service) -> None:
    calm = (await http.get(f"/api/sessions/{SESSION}/insight")).json()
    assert (calm["overall"], calm["events"]) == ("unknown", [])
    complaint = Turn(
        id=TurnId("t3"),
        session_id=SESSION,
        role=Role.CALLER,
        text="I want to speak to a human, this is unacceptable.",
        start_ms=3000,
        end_ms=4500,
    )
    await service.store.journal.record(complaint)
    insight = (await http.get(f"/api/sessions/{SESSION}/insight")).json()
    assert insight["overall"] == "negative"
    assert len(insight["course"]) == 3
    kinds = {event["kind"]: event for event in insight["events"]}
    assert kinds["request_for_human"]["turnId"] == "t3"
    assert "human" in kinds["request_for_human"]["quote"]
