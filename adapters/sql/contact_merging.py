"""Merges, suggested merges, and the sessions of contacts, as rows."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from adapters.sql import contact_tables
from adapters.sql.mapping import Row
from adapters.sql.merge_rows import (
    merge_from_row,
    merge_to_row,
    suggestion_from_row,
    suggestion_to_row,
)
from adapters.sql.transaction import Transaction
from domain.contact_merge import Merge, MergeSuggestion
from domain.errors import NotFoundError
from domain.ids import ContactId, SuggestionId, VoiceSessionId

_merges = contact_tables.contact_merges
_suggestions = contact_tables.merge_suggestions
_sessions = contact_tables.contact_sessions


class SqlContactMerges:
    """A row for each contact that was absorbed."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, merge: Merge) -> None:
        """Keep a merge."""
        await self._transaction.write(sa.insert(_merges).values(merge_to_row(merge)))

    async def find_by_absorbed(self, contact_id: ContactId) -> Merge | None:
        """How a contact ended."""
        query = sa.select(_merges).where(_merges.c.absorbed_id == contact_id)
        row = await self._transaction.row(query)
        return None if row is None else merge_from_row(row)

    async def find_by_survivor(self, contact_id: ContactId) -> Sequence[Merge]:
        """Newest first."""
        query = (
            sa.select(_merges)
            .where(_merges.c.survivor_id == contact_id)
            .order_by(_merges.c.at.desc(), _merges.c.absorbed_id.desc())
        )
        return [merge_from_row(row) for row in await self._transaction.rows(query)]


class SqlMergeSuggestions:
    """A row a pair."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, suggestion: MergeSuggestion) -> None:
        """Keep a suggestion, unless the pair is there."""
        if await self._transaction.row(sa.select(_suggestions).where(*_pair(suggestion))) is None:
            row = suggestion_to_row(suggestion)
            await self._transaction.write(sa.insert(_suggestions).values(row))

    async def save(self, suggestion: MergeSuggestion) -> None:
        """Keep it as it is now."""
        await self._transaction.write(
            sa.update(_suggestions)
            .where(_suggestions.c.id == suggestion.id)
            .values(suggestion_to_row(suggestion))
        )

    async def get(self, suggestion_id: SuggestionId) -> MergeSuggestion:
        """One suggestion."""
        found = await self._all(sa.select(_suggestions).where(_suggestions.c.id == suggestion_id))
        if not found:
            raise NotFoundError(f"no suggested merge {suggestion_id}")
        return found[0]

    async def find_by_contact(self, contact_id: ContactId) -> Sequence[MergeSuggestion]:
        """By id."""
        concerns = concerns_contact(contact_id)
        return await self._all(sa.select(_suggestions).where(concerns).order_by(_suggestions.c.id))

    async def find_open(self, *, after: str | None, limit: int) -> Sequence[MergeSuggestion]:
        """Newest first."""
        query = sa.select(_suggestions).where(_suggestions.c.dismissed_at.is_(None))
        if after is not None:
            query = query.where(_suggestions.c.id < after)
        return await self._all(query.order_by(_suggestions.c.id.desc()).limit(limit))

    async def _all(self, query: sa.Select[Any]) -> list[MergeSuggestion]:
        rows: Sequence[Row] = await self._transaction.rows(query)
        return [suggestion_from_row(row) for row in rows]


class SqlContactSessions:
    """A row a session."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, session_id: VoiceSessionId, contact_id: ContactId) -> None:
        """The session was theirs."""
        await self._transaction.write(
            sa.delete(_sessions).where(_sessions.c.session_id == session_id)
        )
        row = {"session_id": session_id, "contact_id": contact_id}
        await self._transaction.write(sa.insert(_sessions).values(row))

    async def find_by_contact(self, contact_id: ContactId) -> Sequence[VoiceSessionId]:
        """By id."""
        query = (
            sa.select(_sessions)
            .where(_sessions.c.contact_id == contact_id)
            .order_by(_sessions.c.session_id)
        )
        return [VoiceSessionId(row["session_id"]) for row in await self._transaction.rows(query)]


def concerns_contact(contact_id: ContactId) -> sa.ColumnElement[bool]:
    """Suggestions in which *contact_id* is one of the two."""
    return sa.or_(_suggestions.c.first_id == contact_id, _suggestions.c.second_id == contact_id)


def _pair(suggestion: MergeSuggestion) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        _suggestions.c.first_id == suggestion.first_id,
        _suggestions.c.second_id == suggestion.second_id,
    )
