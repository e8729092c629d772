"""Where aggregates are kept. `get` raises NotFoundError; `find` returns None or an empty page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.agent_config import Agent
from domain.ids import AgentId, ConversationId, DispatchId, LeadId, VoiceSessionId
from domain.lead import Lead
from domain.session_command import SessionCommand
from domain.transcript import Transcript
from domain.voice_session import VoiceSession


class Agents(Protocol):
    """Agents; each version ever published stays readable."""

    async def add(self, agent: Agent) -> None:
        """Keep a new agent. Raises ConflictError when the id is taken."""
        ...

    async def get(self, agent_id: AgentId, *, version: int | None = None) -> Agent:
        """The agent at *version*, or as last published. Raises NotFoundError."""
        ...

    async def find_all(self) -> Sequence[Agent]:
        """Every agent as last published, by id."""
        ...


class VoiceSessions(Protocol):
    """Voice sessions, one per conversation."""

    async def add(self, session: VoiceSession) -> None:
        """Keep a new session. Raises ConflictError when the conversation has one already."""
        ...

    async def save(self, session: VoiceSession) -> None:
        """Keep a changed session. Raises StaleVersionError when it was saved since it was read."""
        ...

    async def get(self, session_id: VoiceSessionId) -> VoiceSession:
        """Raises NotFoundError."""
        ...

    async def find_by_conversation(self, conversation: ConversationId) -> VoiceSession | None:
        """The session of a conversation."""
        ...

    async def find_by_dispatch(self, dispatch_id: DispatchId) -> VoiceSession | None:
        """The session a dispatch asked for."""
        ...

    async def find_waiting(self, *, attempted_before: datetime) -> Sequence[VoiceSession]:
        """Sessions still without their agent since then, oldest attempt first, at most 100."""
        ...

    async def find_abandoned(self, *, now: datetime) -> Sequence[VoiceSession]:
        """Active sessions whose lease has run out at *now*, at most 100."""
        ...

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[VoiceSession]:
        """Newest first; *after* is the id of the last session of the page before."""
        ...


class Turns(Protocol):
    """The turns of all sessions. They are written through the TurnJournal port."""

    async def transcript(self, session_id: VoiceSessionId) -> Transcript:
        """Every stored turn of a session, in order; empty when there is none."""
        ...


class SessionCommands(Protocol):
    """Orders to live calls, in the order they were given."""

    async def add(self, command: SessionCommand) -> None:
        """Keep a new order."""
        ...

    async def save(self, command: SessionCommand) -> None:
        """Keep that it was applied. Raises NotFoundError when it was never given."""
        ...

    async def find_pending(self, session_id: VoiceSessionId) -> Sequence[SessionCommand]:
        """Those the call has not applied yet, oldest first, at most 100."""
        ...


class Leads(Protocol):
    """Leads, at most one per session."""

    async def save(self, lead: Lead) -> None:
        """Keep a new or changed lead. Raises StaleVersionError when outrun."""
        ...

    async def get(self, lead_id: LeadId) -> Lead:
        """Raises NotFoundError."""
        ...

    async def find_by_session(self, session_id: VoiceSessionId) -> Lead | None:
        """The lead of a session."""
        ...

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Lead]:
        """Newest first; *after* is the id of the last lead of the page before."""
        ...
