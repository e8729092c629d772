"""What happens in calls, in the words of triggers. Told twice, each has the same key."""

from application.stored_events import StoredEvent
from domain.ids import TurnId, VoiceSessionId
from domain.workflow.triggers import Occurrence


def heard(session_id: VoiceSessionId, turn_id: TurnId, text: str) -> Occurrence:
    """A caller's turn."""
    return Occurrence(
        kind="phrase",
        key=f"heard:{turn_id}",
        session_id=session_id,
        facts={"turnId": turn_id},
        text=text,
    )


def used(session_id: VoiceSessionId, tool: str, *, number: int) -> Occurrence:
    """The *number*th use of a tool in that call."""
    key = f"tool:{session_id}:{number}"
    return Occurrence(kind="tool", key=key, session_id=session_id, facts={"tool": tool})


def silent(session_id: VoiceSessionId, seconds: int, *, number: int) -> Occurrence:
    """The *number*th silence of that call has lasted so many seconds."""
    key = f"silence:{session_id}:{number}:{seconds}"
    return Occurrence(kind="silence", key=key, session_id=session_id, facts={"seconds": seconds})


def happened(event: StoredEvent) -> Occurrence | None:
    """A domain event; None for one that no trigger waits for."""
    told = event.payload
    match event.kind:
        case "SessionStarted":
            return _of(event, "session_started")
        case "SessionEnded":
            return _of(event, "session_ended", reason=told["reason"])
        case "LeadChanged":
            return _of(event, "field", field=told["field"], status=told["status"])
        case "EscalationRaised":
            return _of(event, "mood", mood=told["mood"], turnId=told["turnId"])
        case _:
            return None


def _of(event: StoredEvent, kind: str, **facts: object) -> Occurrence:
    session_id = VoiceSessionId(str(event.payload["sessionId"]))
    return Occurrence(kind=kind, key=event.id, session_id=session_id, facts=facts)
