"""POST /api/agents/dispatch and what it leads to."""

from datetime import timedelta

import httpx

from application.ports.rooms import JoinGrant
from domain.errors import RejectedError, UnavailableError
from domain.ids import ParticipantIdentity, RoomName, VoiceSessionId
from tests.http.calls import assert_problem, dispatch
from tests.http.conftest import Service


async def test_the_documented_body_sends_an_agent(
    http: httpx.AsyncClient, service: Service
) -> None:
    answer = await dispatch(http)

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "message": "an agent is on its way to the room",
        "sessionId": "ses_000001",
        "dispatchId": "dsp_000001",
        "status": "dispatched",
    }
    (sent,) = service.dispatcher.dispatches
    assert sent.room == "room-1"
    assert sent.metadata == {
        "sessionId": "ses_000001",
        "agentId": "demo",
        "conversationId": "conv-1",
        "tenantId": "default",
    }


async def test_the_token_may_be_left_out(http: httpx.AsyncClient) -> None:
    body = {"conversationId": "c", "agentId": "demo", "userId": "u", "roomName": "r"}

    answer = await http.post("/api/agents/dispatch", json=body)

    assert answer.status_code == 200


async def test_the_same_conversation_gets_the_same_dispatch(
    http: httpx.AsyncClient, service: Service
) -> None:
    first = await dispatch(http)
    second = await dispatch(http)

    assert second.json() == first.json()
    assert len(service.dispatcher.dispatches) == 1


async def test_the_conversation_of_another_room_is_a_conflict(http: httpx.AsyncClient) -> None:
    await dispatch(http)

    assert_problem(await dispatch(http, roomName="room-2"), 409, "conflict")


async def test_an_unknown_agent_is_not_found(http: httpx.AsyncClient) -> None:
    assert_problem(await dispatch(http, agentId="nobody"), 404, "not_found")


async def test_a_token_for_the_room_is_accepted(http: httpx.AsyncClient, service: Service) -> None:
    grant = JoinGrant(room=RoomName("room-1"), identity=ParticipantIdentity("sarah"))

    answer = await dispatch(http, token=service.tokens.issue(grant))

    assert answer.status_code == 200


async def test_a_token_for_another_room_is_refused(
    http: httpx.AsyncClient, service: Service
) -> None:
    grant = JoinGrant(room=RoomName("room-2"), identity=ParticipantIdentity("sarah"))

    answer = await dispatch(http, token=service.tokens.issue(grant))

    assert_problem(answer, 403, "not_permitted")
    assert service.dispatcher.dispatches == []


async def test_an_expired_token_is_refused(http: httpx.AsyncClient, service: Service) -> None:
    grant = JoinGrant(
        room=RoomName("room-1"),
        identity=ParticipantIdentity("sarah"),
        valid_for=timedelta(seconds=10),
    )
    token = service.tokens.issue(grant)
    await service.clock.advance(seconds=11)

    assert_problem(await dispatch(http, token=token), 403, "not_permitted")


async def test_livekit_being_down_is_503_with_retry_after(
    http: httpx.AsyncClient, service: Service
) -> None:
    service.dispatcher.fail_next(UnavailableError("LiveKit did not answer", retry_after=2.5))

    answer = await dispatch(http)

    assert_problem(answer, 503, "unavailable")
    assert answer.headers["retry-after"] == "3"


async def test_asking_again_after_livekit_was_down_tries_anew(
    http: httpx.AsyncClient, service: Service
) -> None:
    service.dispatcher.fail_next(UnavailableError("LiveKit did not answer"))
    await dispatch(http)

    answer = await dispatch(http)

    assert answer.json()["status"] == "dispatched"
    assert len(service.dispatcher.dispatches) == 1


async def test_livekit_refusing_us_is_502(http: httpx.AsyncClient, service: Service) -> None:
    service.dispatcher.fail_next(RejectedError("LiveKit refused: unauthenticated"))

    assert_problem(await dispatch(http), 502, "rejected")


async def test_a_field_that_does_not_exist_is_named(http: httpx.AsyncClient) -> None:
    problem = assert_problem(await dispatch(http, roomname="room-1"), 422, "invalid_request")

    assert [error["field"] for error in problem["errors"]] == ["roomname"]


async def test_every_wrong_field_is_named_in_camel_case(http: httpx.AsyncClient) -> None:
    answer = await http.post(
        "/api/agents/dispatch",
        json={"agentId": "has spaces", "userId": "", "roomName": 7, "waitForAgentMs": 30_001},
    )

    problem = assert_problem(answer, 422, "invalid_request")
    fields = {error["field"] for error in problem["errors"]}
    assert fields == {"conversationId", "agentId", "userId", "roomName", "waitForAgentMs"}


async def test_a_language_that_is_none_is_422(http: httpx.AsyncClient) -> None:
    assert_problem(await dispatch(http, language="klingon!"), 422, "invalid_value")


async def test_the_session_keeps_what_the_backend_sent(http: httpx.AsyncClient) -> None:
    extras = {
        "metadata": {"order": {"id": 7, "tags": ["a", None, 1.5]}},
        "language": "es-MX",
        "participantIdentity": "sarah|7",
        "userId": "auth0|12345",
    }

    answer = await dispatch(http, **extras)

    session = (await http.get(f"/api/sessions/{answer.json()['sessionId']}")).json()
    assert session["metadata"] == extras["metadata"]
    assert session["language"] == "es"
    assert session["participantIdentity"] == "sarah|7"
    assert session["userId"] == "auth0|12345"


async def test_the_dispatch_can_be_followed_to_its_end(
    http: httpx.AsyncClient, service: Service
) -> None:
    answer = (await dispatch(http)).json()
    url = f"/api/agents/dispatch/{answer['dispatchId']}"
    began = (await http.get(url)).json()

    async with service.store.unit_of_work() as uow:
        session = await uow.sessions.get(VoiceSessionId(answer["sessionId"]))
        now = service.clock.now() + timedelta(seconds=1)
        await uow.sessions.save(session.start("job/1", now=now, lease_for=timedelta(seconds=15)))
        await uow.commit()
    joined = (await http.get(url)).json()

    assert began == {
        "dispatchId": "dsp_000001",
        "sessionId": "ses_000001",
        "conversationId": "conv-1",
        "agentId": "demo",
        "roomName": "room-1",
        "status": "dispatched",
        "reason": None,
        "attempts": 1,
        "dispatchedAt": "2030-01-01T12:00:00Z",
        "attemptedAt": "2030-01-01T12:00:00Z",
        "joinedAt": None,
        "endedAt": None,
    }
    assert (joined["status"], joined["joinedAt"]) == ("joined", "2030-01-01T12:00:01Z")


async def test_a_dispatch_that_got_no_agent_says_why(
    http: httpx.AsyncClient, service: Service
) -> None:
    dispatched = (await dispatch(http)).json()
    for _ in range(3):
        await service.clock.advance(seconds=6)
        await service.container.supervise_dispatches().execute()

    state = (await http.get(f"/api/agents/dispatch/{dispatched['dispatchId']}")).json()

    assert (state["status"], state["attempts"]) == ("failed", 3)
    assert state["reason"] == "agent_did_not_join"


async def test_an_unknown_dispatch_is_not_found(http: httpx.AsyncClient) -> None:
    assert_problem(await http.get("/api/agents/dispatch/dsp_9"), 404, "not_found")


async def test_nothing_new_is_begun_while_shutting_down(
    http: httpx.AsyncClient, service: Service
) -> None:
    service.container.drain().begin()

    answer = await dispatch(http)

    assert_problem(answer, 503, "unavailable")
    assert "retry-after" in answer.headers
    assert service.dispatcher.dispatches == []
    assert (await http.get("/api/sessions")).status_code == 200
