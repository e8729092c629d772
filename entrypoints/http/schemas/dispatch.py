"""Dispatches over HTTP."""

from datetime import datetime

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from application.use_cases.sessions.dispatch_session import DispatchSessionCommand
from domain.ids import AgentId, ConversationId, ParticipantIdentity, RoomName, UserId
from domain.language import parse_language
from domain.voice_session import DispatchRequest, DispatchStatus, VoiceSession
from entrypoints.http.schemas.base import In, Line, Metadata, Name, Out, Whole

_EXAMPLE: JsonDict = {
    "conversationId": "conv-42",
    "agentId": "demo",
    "userId": "user-7",
    "roomName": "room-42",
    "token": None,
}

_MESSAGES = {
    DispatchStatus.QUEUED: "the dispatch is waiting for LiveKit",
    DispatchStatus.DISPATCHED: "an agent is on its way to the room",
    DispatchStatus.JOINED: "the agent is in the room",
    DispatchStatus.ENDED: "this conversation is over",
    DispatchStatus.FAILED: "no agent joined the room",
}


class DispatchIn(In):
    """Who should get an agent, and where."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    conversation_id: Name = Field(description="the same conversation never gets two agents")
    agent_id: Name
    user_id: Line
    room_name: Name
    token: str | None = Field(
        default=None,
        max_length=8192,
        description="the caller's LiveKit join token; when given, it must be good for the room",
    )
    metadata: Metadata = Field(default={}, description="your own; kept with the session")
    language: Line | None = Field(default=None, examples=["en"])
    participant_identity: Line | None = Field(
        default=None, description="whom to listen to; null: the first to speak up"
    )
    wait_for_agent_ms: Whole = Field(
        default=0, ge=0, le=30_000, description="answer once the agent joined, or after this long"
    )

    def to_command(self) -> DispatchSessionCommand:
        """Raises InvalidValueError for a language that cannot be."""
        request = DispatchRequest(
            conversation_id=ConversationId(self.conversation_id),
            agent_id=AgentId(self.agent_id),
            user_id=UserId(self.user_id),
            room_name=RoomName(self.room_name),
            participant_identity=(
                ParticipantIdentity(self.participant_identity)
                if self.participant_identity
                else None
            ),
            language=parse_language(self.language) if self.language else None,
            metadata=self.metadata,
        )
        return DispatchSessionCommand(
            request=request, token=self.token, wait_for_agent_s=self.wait_for_agent_ms / 1000
        )


class DispatchOut(Out):
    """What came of asking for an agent; `success` is false when none joined."""

    success: bool
    message: str = Field(examples=["an agent is on its way to the room"])
    session_id: str = Field(examples=["ses_01J9Z0"])
    dispatch_id: str = Field(examples=["dsp_01J9Z0"])
    status: DispatchStatus

    @classmethod
    def of(cls, session: VoiceSession) -> "DispatchOut":
        """Show where the dispatch of *session* stands."""
        status = session.dispatch_status
        return cls(
            success=status is not DispatchStatus.FAILED,
            message=_MESSAGES[status],
            session_id=session.id,
            dispatch_id=session.dispatch_id,
            status=status,
        )


class DispatchState(Out):
    """Where a dispatch stands; it comes to rest as `ended` or `failed`."""

    dispatch_id: str
    session_id: str
    conversation_id: str
    agent_id: str
    room_name: str
    status: DispatchStatus
    reason: str | None = Field(description="why it failed or ended", examples=["participant_left"])
    attempts: int = Field(description="how often LiveKit was asked for the agent")
    dispatched_at: datetime
    attempted_at: datetime
    joined_at: datetime | None
    ended_at: datetime | None

    @classmethod
    def of(cls, session: VoiceSession) -> "DispatchState":
        """Show the dispatch of *session*."""
        return cls(
            dispatch_id=session.dispatch_id,
            session_id=session.id,
            conversation_id=session.request.conversation_id,
            agent_id=session.request.agent_id,
            room_name=session.request.room_name,
            status=session.dispatch_status,
            reason=session.failure or session.close_reason,
            attempts=session.attempt,
            dispatched_at=session.dispatched_at,
            attempted_at=session.attempted_at,
            joined_at=session.joined_at,
            ended_at=session.ended_at,
        )
