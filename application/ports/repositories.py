"""Where aggregates are kept. `get` raises NotFoundError; `find` returns None or an empty page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.agent_config import Agent
from domain.agent_draft import AgentDraft
from domain.ids import AgentId, ConversationId, DispatchId, LeadId, UserId, VoiceSessionId
from domain.lead import Lead
from domain.session_command import SessionCommand
from domain.transcript import Transcript
from domain.voice_session import VoiceSession


class Agents(Protocol):
    """Agents; each version ever published stays readable."""

    async def add(self, agent: Agent) -> None:
        """Keep a new agent. Raises ConflictError when the id is taken."""
        ...

    async def save(self, agent: Agent) -> None:
        """Keep a new version. Raises StaleVersionError when there is one by that number."""
        ...

    async def get(self, agent_id: AgentId, *, version: int | None = None) -> Agent:
        """The agent at *version*, or as last published. Raises NotFoundError."""
        ...

    async def latest_version(self, agent_id: AgentId) -> int:
        """The number of the version last published. Raises NotFoundError."""
        ...

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Agent]:
        """Agents as last published, by id; *after* is the id of the last one before."""
        ...

    async def find_versions(
        self, agent_id: AgentId, *, before: int | None, limit: int
    ) -> Sequence[Agent]:
        """Every version of one agent, newest first; *before* is the last version seen."""
        ...


class AgentDrafts(Protocol):
    """What is to become the next version of an agent; at most one draft each."""

    async def save(self, draft: AgentDraft) -> AgentDraft:
        """Keep a new or changed draft, and say how. Raises StaleVersionError when outrun."""
        ...

    async def remove(self, draft: AgentDraft) -> None:
        """Raises StaleVersionError when it was saved or removed since it was read."""
        ...

    async def find(self, agent_id: AgentId) -> AgentDraft | None:
        """The draft of an agent."""
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

    async def find_by_user(self, user_id: UserId) -> Sequence[VoiceSession]:
        """All that were dispatched for *user_id*, by id."""
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

    async def erase_texts(self, session_id: VoiceSessionId) -> int:
        """Whatever was said in a session is gone; that and when somebody spoke stays. How often."""
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
