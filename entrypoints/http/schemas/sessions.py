"""Sessions and transcripts over HTTP."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import Field

from domain.transcript import Role, Transcript, Turn
from domain.voice_session import CloseReason, SessionStatus, VoiceSession
from entrypoints.http.paging import Slice
from entrypoints.http.schemas.base import Out, Page


class SessionOut(Out):
    """One conversation between a caller and an agent."""

    session_id: str
    dispatch_id: str
    conversation_id: str
    agent_id: str
    agent_version: int
    user_id: str
    room_name: str
    participant_identity: str | None
    language: str | None
    metadata: Mapping[str, object]
    status: SessionStatus
    dispatched_at: datetime
    joined_at: datetime | None
    ended_at: datetime | None
    close_reason: CloseReason | None
    failure: str | None = Field(
        description="why no agent joined, or what broke", examples=["agent_did_not_join"]
    )

    @classmethod
    def of(cls, session: VoiceSession) -> "SessionOut":
        """Show *session*."""
        request = session.request
        return cls(
            session_id=session.id,
            dispatch_id=session.dispatch_id,
            conversation_id=request.conversation_id,
            agent_id=request.agent_id,
            agent_version=session.agent_version,
            user_id=request.user_id,
            room_name=request.room_name,
            participant_identity=request.participant_identity,
            language=request.language,
            metadata=request.metadata,
            status=session.status,
            dispatched_at=session.dispatched_at,
            joined_at=session.joined_at,
            ended_at=session.ended_at,
            close_reason=session.close_reason,
            failure=session.failure,
        )


class SessionPage(Page):
    """Sessions, newest first."""

    items: Sequence[SessionOut]

    @classmethod
    def of(cls, page: Slice[VoiceSession]) -> "SessionPage":
        """Show *page*."""
        items = [SessionOut.of(session) for session in page.items]
        return cls(items=items, next_cursor=page.next_cursor)


class TurnOut(Out):
    """What one side said in one go; times count from the moment the agent joined."""

    turn_id: str
    role: Role
    text: str = Field(description="what was recognised (caller) or really played (agent)")
    language: str | None
    start_ms: int
    end_ms: int
    interrupted: bool
    planned: str | None = Field(description="what an interrupted agent would have said")
    participant: str | None = Field(description="who spoke, where several people may have")
    suspect: str | None = Field(description="a doubt about the text, such as wrong_script")

    @classmethod
    def of(cls, turn: Turn) -> "TurnOut":
        """Show *turn*."""
        return cls(
            turn_id=turn.id,
            role=turn.role,
            text=turn.text,
            language=turn.language,
            start_ms=turn.start_ms,
            end_ms=turn.end_ms,
            interrupted=turn.interrupted,
            planned=turn.planned,
            participant=turn.participant,
            suspect=turn.suspect,
        )


class TranscriptOut(Out):
    """Every turn stored so far, in the order of the audio."""

    session_id: str
    turns: Sequence[TurnOut]

    @classmethod
    def of(cls, transcript: Transcript) -> "TranscriptOut":
        """Show *transcript*."""
        turns = [TurnOut.of(turn) for turn in transcript.turns]
        return cls(session_id=transcript.session_id, turns=turns)
