"""The aggregate around one conversation, from the request for an agent to the end of the call."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.errors import ConflictError, InvalidTransitionError
from domain.events import (
    DispatchFailed,
    DomainEvent,
    SessionDispatched,
    SessionEnded,
    SessionEvent,
    SessionStarted,
)
from domain.ids import (
    AgentId,
    ConversationId,
    DispatchId,
    ParticipantIdentity,
    RoomName,
    UserId,
    VoiceSessionId,
)
from domain.language import Language


class SessionStatus(StrEnum):
    """`dispatched -> active -> ended`, or `dispatched -> failed` when no agent ever joined."""

    DISPATCHED = "dispatched"
    ACTIVE = "active"
    ENDED = "ended"
    FAILED = "failed"


class CloseReason(StrEnum):
    """Why a conversation is over."""

    PARTICIPANT_LEFT = "participant_left"
    TASK_COMPLETED = "task_completed"
    USER_INITIATED = "user_initiated"
    TIME_LIMIT = "time_limit"
    JOB_SHUTDOWN = "job_shutdown"
    LEASE_EXPIRED = "lease_expired"
    ERROR = "error"
    CALLER_SILENT = "caller_silent"
    CALLER_GOODBYE = "caller_goodbye"
    ANSWERING_MACHINE = "answering_machine"
    CONTENT_POLICY = "content_policy"


class DispatchStatus(StrEnum):
    """What the asker of a dispatch is told; every dispatch comes to rest in one of the last two."""

    QUEUED = "queued"
    DISPATCHED = "dispatched"
    JOINED = "joined"
    ENDED = "ended"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """Who keeps the session alive, and until when that counts."""

    owner: str
    expires_at: datetime

    def is_alive(self, now: datetime) -> bool:
        """Whether the owner was heard of recently enough."""
        return now < self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchRequest:
    """Whom the backend wants on which call. *metadata* is the backend's own, kept as it came."""

    conversation_id: ConversationId
    agent_id: AgentId
    user_id: UserId
    room_name: RoomName
    participant_identity: ParticipantIdentity | None = None
    language: Language | None = None
    metadata: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceSession:
    """One conversation between a caller and an agent, and its dispatch.

    *room_dispatch* is LiveKit's reference to the current attempt, None until LiveKit took it.
    *revision* counts saves, for optimistic concurrency.
    """

    id: VoiceSessionId
    dispatch_id: DispatchId
    request: DispatchRequest
    agent_version: int
    status: SessionStatus
    attempt: int
    dispatched_at: datetime
    attempted_at: datetime
    room_dispatch: str | None = None
    joined_at: datetime | None = None
    ended_at: datetime | None = None
    lease: Lease | None = None
    close_reason: CloseReason | None = None
    failure: str | None = None
    revision: int = 0
    events: tuple[DomainEvent, ...] = ()

    @classmethod
    def dispatch(
        cls,
        session_id: VoiceSessionId,
        dispatch_id: DispatchId,
        request: DispatchRequest,
        *,
        agent_version: int,
        now: datetime,
    ) -> "VoiceSession":
        """A session that waits for its agent; it keeps *agent_version* for its whole life."""
        return cls(
            id=session_id,
            dispatch_id=dispatch_id,
            request=request,
            agent_version=agent_version,
            status=SessionStatus.DISPATCHED,
            attempt=1,
            dispatched_at=now,
            attempted_at=now,
            events=(SessionDispatched(session_id=session_id, attempt=1, occurred_at=now),),
        )

    @property
    def dispatch_status(self) -> DispatchStatus:
        """The dispatch as its asker sees it."""
        match self.status:
            case SessionStatus.DISPATCHED if self.room_dispatch is None:
                return DispatchStatus.QUEUED
            case SessionStatus.DISPATCHED:
                return DispatchStatus.DISPATCHED
            case SessionStatus.ACTIVE:
                return DispatchStatus.JOINED
            case SessionStatus.ENDED:
                return DispatchStatus.ENDED
            case SessionStatus.FAILED:
                return DispatchStatus.FAILED

    def accepted(self, room_dispatch: str) -> "VoiceSession":
        """LiveKit took the current attempt under the reference *room_dispatch*."""
        return replace(self, room_dispatch=room_dispatch)

    def retry(self, *, now: datetime) -> "VoiceSession":
        """Another attempt at getting an agent, also after the dispatch had failed.

        Raises InvalidTransitionError once an agent has joined.
        """
        if self.status not in (SessionStatus.DISPATCHED, SessionStatus.FAILED):
            raise InvalidTransitionError(f"session {self.id} already had its agent")
        attempt = self.attempt + 1
        event = SessionDispatched(session_id=self.id, attempt=attempt, occurred_at=now)
        return replace(
            self,
            status=SessionStatus.DISPATCHED,
            attempt=attempt,
            attempted_at=now,
            room_dispatch=None,
            failure=None,
            events=(*self.events, event),
        )

    def fail(self, reason: str, *, now: datetime) -> "VoiceSession":
        """Give up on the dispatch; raises InvalidTransitionError once an agent has joined."""
        if self.status is not SessionStatus.DISPATCHED:
            raise InvalidTransitionError(f"session {self.id} is {self.status}, not dispatched")
        event = DispatchFailed(session_id=self.id, reason=reason, occurred_at=now)
        return replace(
            self,
            status=SessionStatus.FAILED,
            failure=reason,
            ended_at=now,
            events=(*self.events, event),
        )

    def start(self, owner: str, *, now: datetime, lease_for: timedelta) -> "VoiceSession":
        """The agent joined; *owner* holds the session until its lease runs out.

        Raises ConflictError when another agent has it already, InvalidTransitionError when the
        session is over.
        """
        if self.status is SessionStatus.ACTIVE:
            raise ConflictError(f"session {self.id} already has its agent")
        if self.status is not SessionStatus.DISPATCHED:
            raise InvalidTransitionError(f"session {self.id} is over")
        event = SessionStarted(session_id=self.id, owner=owner, occurred_at=now)
        return replace(
            self,
            status=SessionStatus.ACTIVE,
            joined_at=now,
            lease=Lease(owner=owner, expires_at=now + lease_for),
            events=(*self.events, event),
        )

    def beat(self, owner: str, *, now: datetime, lease_for: timedelta) -> "VoiceSession":
        """Keep the session alive. Raises ConflictError when *owner* no longer holds it."""
        held = self.lease is not None and self.lease.owner == owner
        if self.status is not SessionStatus.ACTIVE or not held:
            raise ConflictError(f"{owner} does not hold session {self.id}")
        return replace(self, lease=Lease(owner=owner, expires_at=now + lease_for))

    def is_abandoned(self, now: datetime) -> bool:
        """Whether the session's agent stopped beating."""
        return (
            self.status is SessionStatus.ACTIVE
            and self.lease is not None
            and not self.lease.is_alive(now)
        )

    def end(
        self, reason: CloseReason, *, now: datetime, failure: str | None = None
    ) -> "VoiceSession":
        """The conversation is over; *failure* names what broke, if something did.

        Raises InvalidTransitionError when it was not going on.
        """
        if self.status is not SessionStatus.ACTIVE:
            raise InvalidTransitionError(f"session {self.id} is {self.status}, not active")
        event = SessionEnded(session_id=self.id, reason=reason, occurred_at=now)
        return replace(
            self,
            status=SessionStatus.ENDED,
            ended_at=now,
            lease=None,
            close_reason=reason,
            failure=failure,
            events=(*self.events, event),
        )

    def report(self, event: SessionEvent) -> "VoiceSession":
        """Something happened in the conversation that others may act on."""
        return replace(self, events=(*self.events, event))

    def without_events(self) -> "VoiceSession":
        """The same session, its events handed over."""
        return replace(self, events=())
