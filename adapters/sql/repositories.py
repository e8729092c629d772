"""Repositories over one open transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.sql import mapping, tables
from adapters.sql.times import to_micros
from adapters.sql.transaction import Transaction
from domain.errors import NotFoundError, StaleVersionError
from domain.ids import ConversationId, DispatchId, LeadId, UserId, VoiceSessionId
from domain.lead import Lead
from domain.transcript import Transcript
from domain.voice_session import SessionStatus, VoiceSession

_MOST = 100
_sessions = tables.voice_sessions
_leads = tables.leads


class SqlVoiceSessions:
    """Voice sessions; a save counts only on the revision that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, session: VoiceSession) -> None:
        """Keep a new session."""
        row = {**mapping.session_to_row(session), "revision": 1}
        await self._transaction.write(sa.insert(_sessions).values(row))
        await self._transaction.publish(session.events)

    async def save(self, session: VoiceSession) -> None:
        """Keep a changed session."""
        row = {**mapping.session_to_row(session), "revision": session.revision + 1}
        written = await self._transaction.write(
            sa.update(_sessions)
            .where(_sessions.c.id == session.id, _sessions.c.revision == session.revision)
            .values(row)
        )
        if not written:
            raise StaleVersionError(f"session {session.id} was saved by somebody else")
        await self._transaction.publish(session.events)

    async def get(self, session_id: VoiceSessionId) -> VoiceSession:
        """One session."""
        session = await self._first(sa.select(_sessions).where(_sessions.c.id == session_id))
        if session is None:
            raise NotFoundError(f"no session {session_id}")
        return session

    async def find_by_conversation(self, conversation: ConversationId) -> VoiceSession | None:
        """The session of a conversation."""
        query = sa.select(_sessions).where(_sessions.c.conversation_id == conversation)
        return await self._first(query)

    async def find_by_dispatch(self, dispatch_id: DispatchId) -> VoiceSession | None:
        """The session a dispatch asked for."""
        return await self._first(sa.select(_sessions).where(_sessions.c.dispatch_id == dispatch_id))

    async def find_by_user(self, user_id: UserId) -> Sequence[VoiceSession]:
        """By id."""
        query = sa.select(_sessions).where(_sessions.c.user_id == user_id)
        return await self._all(query.order_by(_sessions.c.id))

    async def find_waiting(self, *, attempted_before: datetime) -> Sequence[VoiceSession]:
        """Sessions still without their agent."""
        return await self._all(
            sa.select(_sessions)
            .where(
                _sessions.c.status == SessionStatus.DISPATCHED.value,
                _sessions.c.attempted_at < to_micros(attempted_before),
            )
            .order_by(_sessions.c.attempted_at)
            .limit(_MOST)
        )

    async def find_abandoned(self, *, now: datetime) -> Sequence[VoiceSession]:
        """Active sessions whose lease has run out."""
        return await self._all(
            sa.select(_sessions)
            .where(
                _sessions.c.status == SessionStatus.ACTIVE.value,
                _sessions.c.lease_expires_at <= to_micros(now),
            )
            .limit(_MOST)
        )

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[VoiceSession]:
        """Newest first."""
        return await self._all(_page(sa.select(_sessions), _sessions.c.id, after, limit))

    async def _first(self, query: sa.Select[Any]) -> VoiceSession | None:
        row = await self._transaction.row(query)
        return None if row is None else mapping.session_from_row(row)

    async def _all(self, query: sa.Select[Any]) -> Sequence[VoiceSession]:
        return [mapping.session_from_row(row) for row in await self._transaction.rows(query)]


class SqlTurns:
    """Turns, as the journal stored them."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def transcript(self, session_id: VoiceSessionId) -> Transcript:
        """Every stored turn of a session."""
        query = sa.select(tables.turns).where(tables.turns.c.session_id == session_id)
        rows = await self._transaction.rows(query)
        return Transcript.of(session_id, (mapping.turn_from_row(row) for row in rows))

    async def erase_texts(self, session_id: VoiceSessionId) -> int:
        """How many turns there were."""
        return await self._transaction.write(
            sa.update(tables.turns)
            .where(tables.turns.c.session_id == session_id)
            .values(text="", planned=None)
        )


class SqlLeads:
    """Leads; a save counts only on the revision that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, lead: Lead) -> None:
        """Keep a new or changed lead."""
        row = {**mapping.lead_to_row(lead), "revision": lead.revision + 1}
        if lead.revision == 0:
            await self._add(lead, row)
        else:
            await self._change(lead, row)
        await self._transaction.publish(lead.events)

    async def get(self, lead_id: LeadId) -> Lead:
        """One lead."""
        row = await self._transaction.row(sa.select(_leads).where(_leads.c.id == lead_id))
        if row is None:
            raise NotFoundError(f"no lead {lead_id}")
        return mapping.lead_from_row(row)

    async def find_by_session(self, session_id: VoiceSessionId) -> Lead | None:
        """The lead of a session."""
        row = await self._transaction.row(
            sa.select(_leads).where(_leads.c.session_id == session_id)
        )
        return None if row is None else mapping.lead_from_row(row)

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Lead]:
        """Newest first."""
        query = _page(sa.select(_leads), _leads.c.id, after, limit)
        return [mapping.lead_from_row(row) for row in await self._transaction.rows(query)]

    async def _add(self, lead: Lead, row: dict[str, object]) -> None:
        if await self.find_by_session(lead.session_id) is not None:
            raise StaleVersionError(f"session {lead.session_id} has a lead already")
        await self._transaction.write(sa.insert(_leads).values(row))

    async def _change(self, lead: Lead, row: dict[str, object]) -> None:
        written = await self._transaction.write(
            sa.update(_leads)
            .where(_leads.c.id == lead.id, _leads.c.revision == lead.revision)
            .values(row)
        )
        if not written:
            raise StaleVersionError(f"lead {lead.id} was saved by somebody else")


def _page(
    query: sa.Select[Any], key: sa.Column[str], after: str | None, limit: int
) -> sa.Select[Any]:
    if after is not None:
        query = query.where(key < after)
    return query.order_by(key.desc()).limit(limit)
