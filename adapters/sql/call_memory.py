"""Summaries of calls, and which calls were dealt with, as rows."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from adapters.sql import mapping, tables
from adapters.sql.contact_rows import summary_from_row, summary_to_row
from adapters.sql.times import to_micros
from adapters.sql.transaction import Transaction
from domain.ids import ContactId, VoiceSessionId
from domain.memory.call_summary import CallSummary
from domain.voice_session import SessionStatus, VoiceSession

_MOST = 50
_summaries = tables.call_summaries
_remembered = tables.remembered_sessions
_sessions = tables.voice_sessions


class SqlCallSummaries:
    """Summaries by session."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, summary: CallSummary) -> None:
        """Keep a summary, in place of an earlier one."""
        await self.remove(summary.session_id)
        await self._transaction.write(sa.insert(_summaries).values(summary_to_row(summary)))

    async def find_by_contact(
        self, contact_id: ContactId, *, limit: int | None = None
    ) -> Sequence[CallSummary]:
        """Newest first."""
        query = (
            sa.select(_summaries)
            .where(_summaries.c.contact_id == contact_id)
            .order_by(_summaries.c.held_at.desc(), _summaries.c.session_id.desc())
            .limit(limit)
        )
        return [summary_from_row(row) for row in await self._transaction.rows(query)]

    async def remove(self, session_id: VoiceSessionId) -> None:
        """It is gone."""
        await self._transaction.write(
            sa.delete(_summaries).where(_summaries.c.session_id == session_id)
        )


class SqlRememberedSessions:
    """A row a session; its key lets only one of two writers win."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, session_id: VoiceSessionId, *, at: datetime) -> None:
        """The session was dealt with."""
        row = {"session_id": session_id, "at": to_micros(at)}
        await self._transaction.write(sa.insert(_remembered).values(row))

    async def has(self, session_id: VoiceSessionId) -> bool:
        """Whether it was."""
        query = sa.select(_remembered).where(_remembered.c.session_id == session_id)
        return await self._transaction.row(query) is not None

    async def find_pending(
        self, *, ended_after: datetime, ended_before: datetime
    ) -> Sequence[VoiceSession]:
        """Oldest end first."""
        query = (
            sa.select(_sessions)
            .outerjoin(_remembered, _remembered.c.session_id == _sessions.c.id)
            .where(
                _remembered.c.session_id.is_(None),
                _sessions.c.status == SessionStatus.ENDED.value,
                _sessions.c.ended_at.between(to_micros(ended_after), to_micros(ended_before)),
            )
            .order_by(_sessions.c.ended_at)
            .limit(_MOST)
        )
        return [mapping.session_from_row(row) for row in await self._transaction.rows(query)]
