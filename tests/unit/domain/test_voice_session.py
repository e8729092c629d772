from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import ConflictError, InvalidTransitionError
from domain.events import DispatchFailed, SessionDispatched, SessionEnded, SessionStarted
from domain.ids import AgentId, ConversationId, DispatchId, RoomName, UserId, VoiceSessionId
from domain.voice_session import (
    CloseReason,
    DispatchRequest,
    DispatchStatus,
    SessionStatus,
    VoiceSession,
)

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LEASE = timedelta(seconds=15)


def dispatched() -> VoiceSession:
    request = DispatchRequest(
        conversation_id=ConversationId("conv"),
        agent_id=AgentId("demo"),
        user_id=UserId("u"),
        room_name=RoomName("room"),
    )
    return VoiceSession.dispatch(
        VoiceSessionId("ses"), DispatchId("dsp"), request, agent_version=1, now=NOW
    )


def active() -> VoiceSession:
    return dispatched().start("job", now=NOW, lease_for=LEASE)


def test_a_dispatch_is_queued_until_livekit_takes_it() -> None:
    session = dispatched()
    assert session.dispatch_status is DispatchStatus.QUEUED
    assert session.accepted("AD_1").dispatch_status is DispatchStatus.DISPATCHED
    assert session.events == (SessionDispatched(session_id=session.id, attempt=1, occurred_at=NOW),)


def test_the_agent_that_joins_holds_the_session() -> None:
    session = active()
    assert session.dispatch_status is DispatchStatus.JOINED
    assert session.lease is not None
    assert session.lease.expires_at == NOW + LEASE
    assert SessionStarted(session_id=session.id, owner="job", occurred_at=NOW) in session.events


def test_a_second_agent_is_refused() -> None:
    with pytest.raises(ConflictError, match="already has its agent"):
        active().start("other", now=NOW, lease_for=LEASE)


def test_an_ended_session_cannot_start_again() -> None:
    ended = active().end(CloseReason.TASK_COMPLETED, now=NOW)
    with pytest.raises(InvalidTransitionError, match="is over"):
        ended.start("job", now=NOW, lease_for=LEASE)


def test_a_beat_renews_the_lease_of_its_holder_only() -> None:
    later = NOW + timedelta(seconds=10)
    renewed = active().beat("job", now=later, lease_for=LEASE)
    assert not renewed.is_abandoned(NOW + timedelta(seconds=20))
    with pytest.raises(ConflictError, match="does not hold"):
        active().beat("other", now=later, lease_for=LEASE)


def test_a_session_that_stopped_beating_is_abandoned() -> None:
    assert not active().is_abandoned(NOW + timedelta(seconds=14))
    assert active().is_abandoned(NOW + timedelta(seconds=15))
    assert not dispatched().is_abandoned(NOW + timedelta(days=1))


def test_the_end_keeps_its_reason_and_frees_the_lease() -> None:
    ended = active().end(CloseReason.PARTICIPANT_LEFT, now=NOW)
    assert (ended.status, ended.close_reason, ended.lease) == (
        SessionStatus.ENDED,
        CloseReason.PARTICIPANT_LEFT,
        None,
    )
    assert ended.dispatch_status is DispatchStatus.ENDED
    assert ended.events[-1] == SessionEnded(
        session_id=ended.id, reason="participant_left", occurred_at=NOW
    )


def test_only_a_conversation_that_goes_on_can_end() -> None:
    with pytest.raises(InvalidTransitionError):
        dispatched().end(CloseReason.ERROR, now=NOW)


def test_a_failed_dispatch_says_why_and_can_be_tried_again() -> None:
    failed = dispatched().accepted("AD_1").fail("agent_did_not_join", now=NOW)
    assert failed.dispatch_status is DispatchStatus.FAILED
    assert failed.events[-1] == DispatchFailed(
        session_id=failed.id, reason="agent_did_not_join", occurred_at=NOW
    )
    again = failed.retry(now=NOW + LEASE)
    assert (again.dispatch_status, again.attempt, again.failure, again.room_dispatch) == (
        DispatchStatus.QUEUED,
        2,
        None,
        None,
    )


def test_a_session_with_an_agent_is_neither_retried_nor_failed() -> None:
    with pytest.raises(InvalidTransitionError):
        active().retry(now=NOW)
    with pytest.raises(InvalidTransitionError):
        active().fail("late", now=NOW)
