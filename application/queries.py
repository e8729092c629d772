"""Reads: what the doors show of sessions, transcripts and leads."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from domain.errors import NotFoundError
from domain.ids import DispatchId, LeadId, VoiceSessionId
from domain.lead import Lead
from domain.transcript import Transcript
from domain.voice_session import VoiceSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Queries:
    """Each answers with what is stored now, or raises NotFoundError."""

    unit_of_work: UnitOfWorkFactory

    async def session(self, session_id: VoiceSessionId) -> VoiceSession:
        """One session."""
        async with self.unit_of_work() as uow:
            return await uow.sessions.get(session_id)

    async def sessions(self, *, after: str | None, limit: int) -> Sequence[VoiceSession]:
        """A page of sessions, newest first."""
        async with self.unit_of_work() as uow:
            return await uow.sessions.find_page(after=after, limit=limit)

    async def dispatch(self, dispatch_id: DispatchId) -> VoiceSession:
        """The session that a dispatch asked for."""
        async with self.unit_of_work() as uow:
            session = await uow.sessions.find_by_dispatch(dispatch_id)
        if session is None:
            raise NotFoundError(f"no dispatch {dispatch_id}")
        return session

    async def transcript(self, session_id: VoiceSessionId) -> Transcript:
        """What was said in a session."""
        async with self.unit_of_work() as uow:
            session = await uow.sessions.get(session_id)
            return await uow.turns.transcript(session.id)

    async def lead(self, lead_id: LeadId) -> Lead:
        """One lead."""
        async with self.unit_of_work() as uow:
            return await uow.leads.get(lead_id)

    async def lead_of_session(self, session_id: VoiceSessionId) -> Lead:
        """The lead that a session brought."""
        async with self.unit_of_work() as uow:
            session = await uow.sessions.get(session_id)
            lead = await uow.leads.find_by_session(session.id)
        if lead is None:
            raise NotFoundError(f"session {session_id} brought no lead")
        return lead

    async def leads(self, *, after: str | None, limit: int) -> Sequence[Lead]:
        """A page of leads, newest first."""
        async with self.unit_of_work() as uow:
            return await uow.leads.find_page(after=after, limit=limit)
