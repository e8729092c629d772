"""Drafts of agents."""

from dataclasses import replace

import sqlalchemy as sa

from adapters.sql import mapping, tables
from adapters.sql.transaction import Transaction
from domain.agent_draft import AgentDraft
from domain.errors import ConflictError, StaleVersionError
from domain.ids import AgentId

_drafts = tables.agent_drafts


class SqlAgentDrafts:
    """One draft an agent; a save or a removal counts only on the revision that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, draft: AgentDraft) -> AgentDraft:
        """Keep a new or changed draft."""
        kept = replace(draft, revision=draft.revision + 1)
        row = {**mapping.draft_to_row(draft), "revision": kept.revision}
        if draft.revision:
            await self._write(draft, sa.update(_drafts).where(*_same(draft)).values(row))
        else:
            await self._write(draft, sa.insert(_drafts).values(row))
        return kept

    async def remove(self, draft: AgentDraft) -> None:
        """Forget a draft."""
        await self._write(draft, sa.delete(_drafts).where(*_same(draft)))

    async def find(self, agent_id: AgentId) -> AgentDraft | None:
        """The draft of an agent."""
        row = await self._transaction.row(sa.select(_drafts).where(_drafts.c.agent_id == agent_id))
        return None if row is None else mapping.draft_from_row(row)

    async def _write(self, draft: AgentDraft, statement: sa.Insert | sa.Update | sa.Delete) -> None:
        try:
            written = await self._transaction.write(statement)
        except ConflictError:
            # Somebody else began a draft at the same time.
            written = 0
        if not written:
            raise StaleVersionError(f"the draft of agent {draft.agent_id} was saved meanwhile")


def _same(draft: AgentDraft) -> tuple[sa.ColumnElement[bool], ...]:
    return _drafts.c.agent_id == draft.agent_id, _drafts.c.revision == draft.revision
