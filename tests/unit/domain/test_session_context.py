import pytest

from domain.session_context import MissingAgentError, SessionContext, SessionMetadata


def test_job_metadata_counts_before_room_before_participant() -> None:
    context = SessionContext.resolve(
        SessionMetadata(
            job='{"agentId": "from-job"}',
            room='{"agentId": "from-room", "userId": "room-user", "language": "es-MX"}',
            participant='{"userId": "own", "conversationId": "conv", "sessionId": "ses"}',
        )
    )
    assert context.agent_id == "from-job"
    assert context.user_id == "room-user"
    assert context.conversation_id == "conv"
    assert context.session_id == "ses"
    assert context.language == "es"
    assert context.problems == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "room metadata is not JSON"),
        ("[1]", "room metadata is not a JSON object"),
        ("[" * 100_000, "room metadata is not JSON"),
    ],
)
def test_unreadable_metadata_is_reported_and_left_out(text: str, problem: str) -> None:
    context = SessionContext.resolve(SessionMetadata(job='{"agentId": "a"}', room=text))
    assert context.agent_id == "a"
    assert context.problems == (problem,)


def test_values_that_cannot_be_are_reported_and_left_out() -> None:
    context = SessionContext.resolve(
        SessionMetadata(job='{"agentId": "a", "userId": "no spaces", "language": "?", "x": 1}')
    )
    assert (context.user_id, context.language) == (None, None)
    assert len(context.problems) == 2


def test_a_missing_agent_is_a_failure_with_a_name() -> None:
    with pytest.raises(MissingAgentError, match="no agentId") as failure:
        SessionContext.resolve(SessionMetadata(job="{"))
    assert failure.value.code == "missing_agent"
    assert "job metadata is not JSON" in str(failure.value)


def test_metadata_that_says_nothing_names_no_agent() -> None:
    with pytest.raises(MissingAgentError):
        SessionContext.resolve(SessionMetadata(room=" "))


def test_only_the_job_says_whose_call_it_is() -> None:
    others = SessionMetadata(
        job='{"agentId": "demo"}', room='{"tenantId": "north"}', participant='{"tenantId": "south"}'
    )
    assert SessionContext.resolve(others).tenant == "default"
    own = SessionMetadata(job='{"agentId": "demo", "tenantId": "north"}', room=others.room)
    assert SessionContext.resolve(own).tenant == "north"
