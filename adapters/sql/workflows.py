"""Workflows as rows."""

from collections.abc import Sequence

import sqlalchemy as sa

from adapters.sql.transaction import Transaction
from adapters.sql.workflow_rows import workflow_from_row, workflow_to_row
from adapters.sql.workflow_tables import workflows
from domain.errors import NotFoundError, StaleVersionError
from domain.ids import WorkflowId
from domain.workflow.workflow import Workflow


class SqlWorkflows:
    """A save or a removal counts only on the version that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, workflow: Workflow) -> None:
        """Keep a new or changed one."""
        row = workflow_to_row(workflow)
        if workflow.version == 1:
            await self._write(sa.insert(workflows).values(row))
        else:
            before = workflow.version - 1
            await self._write(sa.update(workflows).where(*_same(workflow, before)).values(row))

    async def get(self, workflow_id: WorkflowId) -> Workflow:
        """One workflow."""
        query = sa.select(workflows).where(workflows.c.id == workflow_id)
        row = await self._transaction.row(query)
        if row is None:
            raise NotFoundError(f"no workflow {workflow_id}")
        return workflow_from_row(row)

    async def find_by_names(self, names: Sequence[str]) -> Sequence[Workflow]:
        """In the order of their ids."""
        called = workflows.c.name.in_(names)
        query = sa.select(workflows).where(called).order_by(workflows.c.id)
        return [workflow_from_row(row) for row in await self._transaction.rows(query)]

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Workflow]:
        """Newest first."""
        query = sa.select(workflows)
        if after is not None:
            query = query.where(workflows.c.id < after)
        query = query.order_by(workflows.c.id.desc()).limit(limit)
        return [workflow_from_row(row) for row in await self._transaction.rows(query)]

    async def remove(self, workflow: Workflow) -> None:
        """Its runs stay."""
        await self._write(sa.delete(workflows).where(*_same(workflow, workflow.version)))

    async def _write(self, statement: sa.Insert | sa.Update | sa.Delete) -> None:
        if not await self._transaction.write(statement):
            raise StaleVersionError("the workflow was saved meanwhile")


def _same(one: Workflow, version: int) -> tuple[sa.ColumnElement[bool], ...]:
    return workflows.c.id == one.id, workflows.c.version == version
