"""Facts in the past tense, by ids, never entities; stored with the state they report."""

from dataclasses import dataclass
from datetime import datetime

from domain.ids import AgentId, LeadId, TurnId, VoiceSessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainEvent:
    """Something that happened, at a time."""

    occurred_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentPublished(DomainEvent):
    """A version of an agent's configuration became the one new calls use."""

    agent_id: AgentId
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDispatched(DomainEvent):
    """LiveKit is to be asked, or is asked again, for an agent."""

    session_id: VoiceSessionId
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted(DomainEvent):
    """The agent is in the room; *owner* holds the lease."""

    session_id: VoiceSessionId
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnded(DomainEvent):
    """The conversation is over; *reason* is the close reason's value."""

    session_id: VoiceSessionId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchFailed(DomainEvent):
    """No agent joined, and nobody is trying any more."""

    session_id: VoiceSessionId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadChanged(DomainEvent):
    """A field of a lead was stated, confirmed, declined or withdrawn."""

    lead_id: LeadId
    session_id: VoiceSessionId
    field: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallWrappedUp(DomainEvent):
    """What is to be done after a call is done: it was read, and its lead, if any, passed on."""

    session_id: VoiceSessionId
    lead_id: LeadId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFlagged(DomainEvent):
    """Something was said that should not be; *verdict* is what followed from it."""

    session_id: VoiceSessionId
    turn_id: TurnId
    categories: tuple[str, ...]
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationRaised(DomainEvent):
    """The caller showed something that a person may want to act on, in that turn."""

    session_id: VoiceSessionId
    turn_id: TurnId
    mood: str


SessionEvent = ContentFlagged | EscalationRaised
"""What happens inside a conversation, and does not change its session."""
