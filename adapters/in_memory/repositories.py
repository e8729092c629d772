"""Repositories over the copy that a unit of work holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from adapters.in_memory.state import State
from domain.errors import NotFoundError
from domain.ids import ConversationId, DispatchId, LeadId, UserId, VoiceSessionId
from domain.lead import Lead
from domain.transcript import Transcript
from domain.voice_session import SessionStatus, VoiceSession

_AT_MOST = 100


class Work(Protocol):
    """What a repository needs of its unit of work."""

    @property
    def state(self) -> State: ...

    def change(self, change: Callable[[State], None]) -> None: ...


class Repository:
    """Reads the copy, and changes it through the unit of work."""

    def __init__(self, work: Work) -> None:
        self._work = work


class InMemoryVoiceSessions(Repository):
    """Voice sessions by id."""

    async def add(self, session: VoiceSession) -> None:
        """Raises ConflictError when the conversation has a session already."""
        self._work.change(lambda state: state.add_session(session))

    async def save(self, session: VoiceSession) -> None:
        """Raises StaleVersionError when it was saved since it was read."""
        self._work.change(lambda state: state.save_session(session))

    async def get(self, session_id: VoiceSessionId) -> VoiceSession:
        """Raises NotFoundError."""
        session = self._work.state.sessions.get(session_id)
        if session is None:
            raise NotFoundError(f"no session {session_id}")
        return session

    async def find_by_conversation(self, conversation: ConversationId) -> VoiceSession | None:
        """The session of a conversation."""
        found = (one for one in self._all() if one.request.conversation_id == conversation)
        return next(found, None)

    async def find_by_dispatch(self, dispatch_id: DispatchId) -> VoiceSession | None:
        """The session a dispatch asked for."""
        return next((one for one in self._all() if one.dispatch_id == dispatch_id), None)

    async def find_by_user(self, user_id: UserId) -> Sequence[VoiceSession]:
        """By id."""
        found = [one for one in self._all() if one.request.user_id == user_id]
        return sorted(found, key=lambda one: one.id)

    async def find_waiting(self, *, attempted_before: datetime) -> Sequence[VoiceSession]:
        """Oldest attempt first, at most 100."""
        waiting = [
            one
            for one in self._all()
            if one.status is SessionStatus.DISPATCHED and one.attempted_at < attempted_before
        ]
        return sorted(waiting, key=lambda one: (one.attempted_at, one.id))[:_AT_MOST]

    async def find_abandoned(self, *, now: datetime) -> Sequence[VoiceSession]:
        """At most 100."""
        return [one for one in self._all() if one.is_abandoned(now)][:_AT_MOST]

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[VoiceSession]:
        """Newest first."""
        page = sorted(self._all(), key=lambda one: one.id, reverse=True)
        return [one for one in page if after is None or one.id < after][:limit]

    def _all(self) -> Sequence[VoiceSession]:
        return tuple(self._work.state.sessions.values())


class InMemoryTurns(Repository):
    """Turns by session."""

    async def transcript(self, session_id: VoiceSessionId) -> Transcript:
        """Every stored turn of a session, in order."""
        turns = self._work.state.turns.values()
        return Transcript.of(session_id, (turn for turn in turns if turn.session_id == session_id))

    async def erase_texts(self, session_id: VoiceSessionId) -> int:
        """How many turns there were."""
        turns = (await self.transcript(session_id)).turns
        self._work.change(lambda state: _silence(state, session_id))
        return len(turns)


class InMemoryLeads(Repository):
    """Leads by id."""

    async def save(self, lead: Lead) -> None:
        """Raises StaleVersionError when outrun."""
        self._work.change(lambda state: state.save_lead(lead))

    async def get(self, lead_id: LeadId) -> Lead:
        """Raises NotFoundError."""
        lead = self._work.state.leads.get(lead_id)
        if lead is None:
            raise NotFoundError(f"no lead {lead_id}")
        return lead

    async def find_by_session(self, session_id: VoiceSessionId) -> Lead | None:
        """The lead of a session."""
        leads = self._work.state.leads.values()
        return next((lead for lead in leads if lead.session_id == session_id), None)

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Lead]:
        """Newest first."""
        page = sorted(self._work.state.leads.values(), key=lambda lead: lead.id, reverse=True)
        return [lead for lead in page if after is None or lead.id < after][:limit]


def _silence(state: State, session_id: VoiceSessionId) -> None:
    for turn in [one for one in state.turns.values() if one.session_id == session_id]:
        state.turns[turn.id] = replace(turn, text="", planned=None)
