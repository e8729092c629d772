"""Runs of workflows as rows."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from adapters.sql.transaction import Transaction
from adapters.sql.workflow_rows import run_from_row, run_to_row
from adapters.sql.workflow_tables import workflow_runs
from domain.errors import NotFoundError, StaleVersionError
from domain.ids import VoiceSessionId, WorkflowId, WorkflowRunId
from domain.workflow.run import WorkflowRun

_runs = workflow_runs.c


class SqlWorkflowRuns:
    """A save counts only on the revision that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, run: WorkflowRun) -> WorkflowRun:
        """Keep a new or changed one."""
        kept = replace(run, revision=run.revision + 1)
        row = {**run_to_row(kept), "revision": kept.revision}
        statement: sa.Insert | sa.Update = sa.insert(workflow_runs).values(row)
        if run.revision:
            read = (_runs.id == run.id, _runs.revision == run.revision)
            statement = sa.update(workflow_runs).where(*read).values(row)
        if not await self._transaction.write(statement):
            raise StaleVersionError(f"run {run.id} was saved meanwhile")
        return kept

    async def get(self, run_id: WorkflowRunId) -> WorkflowRun:
        """One run."""
        found = await self._find(_runs.id == run_id)
        if found is None:
            raise NotFoundError(f"no run {run_id}")
        return found

    async def find_by_key(self, key: str) -> WorkflowRun | None:
        """What that occurrence started."""
        return await self._find(_runs.key == key)

    async def count(self, session_id: VoiceSessionId) -> int:
        """How many that session has had."""
        numbered = (_runs.session_id == session_id, _runs.number.is_not(None))
        query = sa.select(sa.func.count().label("runs")).where(*numbered)
        row = await self._transaction.row(query)
        return int(row["runs"]) if row else 0

    async def find_page(
        self, workflow_id: WorkflowId, *, after: str | None, limit: int
    ) -> Sequence[WorkflowRun]:
        """Newest first."""
        query = sa.select(workflow_runs).where(_runs.workflow_id == workflow_id)
        if after is not None:
            query = query.where(_runs.id < after)
        query = query.order_by(_runs.id.desc()).limit(limit)
        return [run_from_row(row) for row in await self._transaction.rows(query)]

    async def _find(self, which: sa.ColumnElement[bool]) -> WorkflowRun | None:
        row = await self._transaction.row(sa.select(workflow_runs).where(which))
        return None if row is None else run_from_row(row)
