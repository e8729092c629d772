"""Repositories over one unit of work's view of the shelves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from adapters.in_memory.shelves import Shelves
from domain.agent_config import Agent
from domain.errors import ConflictError, NotFoundError, StaleVersionError
from domain.ids import AgentId, ConversationId, DispatchId, LeadId, VoiceSessionId
from domain.lead import Lead
from domain.transcript import Transcript
from domain.voice_session import SessionStatus, VoiceSession

_MOST = 100


class InMemoryAgents:
    """Agents by id and version."""

    def __init__(self, view: Shelves) -> None:
        self._view = view

    async def add(self, agent: Agent) -> None:
        """Keep a new agent."""
        if any(agent_id == agent.id for agent_id, _ in self._view.agents):
            raise ConflictError(f"agent {agent.id} exists already")
        self._view.agents[agent.id, agent.version] = agent.without_events()
        self._view.outbox += agent.events

    async def get(self, agent_id: AgentId, *, version: int | None = None) -> Agent:
        """One version, the latest unless told."""
        versions = {v: a for (i, v), a in self._view.agents.items() if i == agent_id}
        wanted = version if version is not None else max(versions, default=0)
        if wanted not in versions:
            raise NotFoundError(f"no agent {agent_id}")
        return versions[wanted]

    async def find_all(self) -> Sequence[Agent]:
        """The latest version of each, by id."""
        latest = {key[0]: agent for key, agent in sorted(self._view.agents.items())}
        return list(latest.values())


class InMemorySessions:
    """Voice sessions by id."""

    def __init__(self, view: Shelves) -> None:
        self._view = view

    async def add(self, session: VoiceSession) -> None:
        """Keep a new session."""
        if await self.find_by_conversation(session.request.conversation_id) is not None:
            raise ConflictError("that conversation has a session already")
        self._put(replace(session, revision=1))

    async def save(self, session: VoiceSession) -> None:
        """Keep a changed session."""
        if (await self.get(session.id)).revision != session.revision:
            raise StaleVersionError(f"session {session.id} was saved by somebody else")
        self._put(replace(session, revision=session.revision + 1))

    async def get(self, session_id: VoiceSessionId) -> VoiceSession:
        """One session."""
        if session_id not in self._view.sessions:
            raise NotFoundError(f"no session {session_id}")
        return self._view.sessions[session_id]

    async def find_by_conversation(self, conversation: ConversationId) -> VoiceSession | None:
        """The session of a conversation."""
        return next((s for s in self._all() if s.request.conversation_id == conversation), None)

    async def find_by_dispatch(self, dispatch_id: DispatchId) -> VoiceSession | None:
        """The session a dispatch asked for."""
        return next((s for s in self._all() if s.dispatch_id == dispatch_id), None)

    async def find_waiting(self, *, attempted_before: datetime) -> Sequence[VoiceSession]:
        """Sessions still without their agent."""
        waiting = [
            session
            for session in self._all()
            if session.status is SessionStatus.DISPATCHED
            and session.attempted_at < attempted_before
        ]
        return sorted(waiting, key=lambda session: session.attempted_at)[:_MOST]

    async def find_abandoned(self, *, now: datetime) -> Sequence[VoiceSession]:
        """Active sessions whose lease has run out."""
        return [session for session in self._all() if session.is_abandoned(now)][:_MOST]

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[VoiceSession]:
        """Newest first."""
        newest = sorted(self._all(), key=lambda session: session.id, reverse=True)
        return [session for session in newest if after is None or session.id < after][:limit]

    def _all(self) -> Sequence[VoiceSession]:
        return list(self._view.sessions.values())

    def _put(self, session: VoiceSession) -> None:
        self._view.sessions[session.id] = session.without_events()
        self._view.outbox += session.events


class InMemoryTurns:
    """Turns, as the journal stored them."""

    def __init__(self, view: Shelves) -> None:
        self._view = view

    async def transcript(self, session_id: VoiceSessionId) -> Transcript:
        """Every stored turn of a session."""
        turns = (turn for turn in self._view.turns.values() if turn.session_id == session_id)
        return Transcript.of(session_id, turns)


class InMemoryLeads:
    """Leads by id, one per session."""

    def __init__(self, view: Shelves) -> None:
        self._view = view

    async def save(self, lead: Lead) -> None:
        """Keep a new or changed lead."""
        held = await self.find_by_session(lead.session_id)
        if (held.id, held.revision) != (lead.id, lead.revision) if held else lead.revision != 0:
            raise StaleVersionError(f"lead {lead.id} was saved by somebody else")
        saved = replace(lead.without_events(), revision=lead.revision + 1)
        self._view.leads[lead.id] = saved
        self._view.outbox += lead.events

    async def get(self, lead_id: LeadId) -> Lead:
        """One lead."""
        if lead_id not in self._view.leads:
            raise NotFoundError(f"no lead {lead_id}")
        return self._view.leads[lead_id]

    async def find_by_session(self, session_id: VoiceSessionId) -> Lead | None:
        """The lead of a session."""
        leads = self._view.leads.values()
        return next((lead for lead in leads if lead.session_id == session_id), None)

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Lead]:
        """Newest first."""
        newest = sorted(self._view.leads.values(), key=lambda lead: lead.id, reverse=True)
        return [lead for lead in newest if after is None or lead.id < after][:limit]
