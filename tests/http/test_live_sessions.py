"""Orders to sessions that are going on."""

from datetime import timedelta

import httpx
import pytest

from application.session_changes import change_session
from domain.ids import VoiceSessionId
from domain.session_command import AdjustAgent, CallBack, HandOff, Order, Speak
from tests.http.calls import assert_problem, dispatch
from tests.http.conftest import Service

SESSION = VoiceSessionId("ses_000001")
URL = f"/api/sessions/{SESSION}"


@pytest.fixture
async def live(http: httpx.AsyncClient, service: Service) -> Service:
    """A session whose agent is in the room."""
    await dispatch(http)
    await change_session(
        service.store.unit_of_work,
        SESSION,
        lambda session: session.start(
            "job", now=service.clock.now(), lease_for=timedelta(seconds=15)
        ),
    )
    return service


async def pending(service: Service) -> list[Order]:
    async with service.store.unit_of_work() as uow:
        return [command.order for command in await uow.session_commands.find_pending(SESSION)]


async def test_orders_reach_the_call_in_the_order_they_were_given(
    http: httpx.AsyncClient, live: Service
) -> None:
    answers = [
        await http.patch(f"{URL}/config", json={"instructions": "Be brief.", "speed": 1.1}),
        await http.patch(f"{URL}/config", json={"languages": ["de-AT"], "tools": ["end_call"]}),
        await http.post(f"{URL}/handoff", json={"to": "anna"}),
        await http.delete(f"{URL}/handoff"),
        await http.post(f"{URL}/say", json={"text": "One moment."}),
    ]
    assert [answer.status_code for answer in answers] == [202] * 5
    assert answers[0].json()["sessionId"] == SESSION
    orders = await pending(live)
    first, second = orders[:2]
    assert isinstance(first, AdjustAgent)
    assert first.changed == ("instructions", "speed")
    assert isinstance(second, AdjustAgent)
    assert second.languages == ("de",)
    assert orders[2:] == [HandOff(to="anna"), CallBack(), Speak(text="One moment.")]


@pytest.mark.usefixtures("live")
async def test_ending_a_session_ends_it_once(http: httpx.AsyncClient) -> None:
    for _ in range(2):
        answer = await http.post(f"{URL}/end")
        assert answer.status_code == 202
        assert answer.json()["closeReason"] == "user_initiated"
    late = await http.post(f"{URL}/say", json={"text": "Hello?"})
    assert_problem(late, 409, "conflict")


@pytest.mark.usefixtures("live")
@pytest.mark.parametrize(
    "body",
    [{}, {"speed": 9}, {"tools": ["fly"]}, {"languages": ["?"]}, {"mood": "good"}],
)
async def test_what_no_agent_could_follow_is_refused(
    http: httpx.AsyncClient, body: dict[str, object]
) -> None:
    answer = await http.patch(f"{URL}/config", json=body)
    assert answer.status_code in {400, 422}, answer.text


async def test_nobody_gives_orders_to_a_session_that_never_was(http: httpx.AsyncClient) -> None:
    answer = await http.patch("/api/sessions/ses_none/config", json={"speed": 1.0})
    assert_problem(answer, 404, "not_found")
