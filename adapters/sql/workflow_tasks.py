"""Tasks that workflows leave, as rows."""

from collections.abc import Sequence

import sqlalchemy as sa

from adapters.sql.transaction import Transaction
from adapters.sql.workflow_rows import task_from_row, task_to_row
from adapters.sql.workflow_tables import workflow_tasks
from domain.errors import NotFoundError, StaleVersionError
from domain.ids import TaskId
from domain.workflow.task import Task

_tasks = workflow_tasks.c


class SqlTasks:
    """A save counts only on the revision that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, task: Task) -> None:
        """Keep a new or changed one."""
        row = {**task_to_row(task), "revision": task.revision + 1}
        statement: sa.Insert | sa.Update = sa.insert(workflow_tasks).values(row)
        if task.revision:
            read = (_tasks.id == task.id, _tasks.revision == task.revision)
            statement = sa.update(workflow_tasks).where(*read).values(row)
        if not await self._transaction.write(statement):
            raise StaleVersionError(f"task {task.id} was saved meanwhile")

    async def get(self, task_id: TaskId) -> Task:
        """One task."""
        row = await self._transaction.row(sa.select(workflow_tasks).where(_tasks.id == task_id))
        if row is None:
            raise NotFoundError(f"no task {task_id}")
        return task_from_row(row)

    async def find_page(
        self, *, is_open: bool | None, after: str | None, limit: int
    ) -> Sequence[Task]:
        """Newest first."""
        query = sa.select(workflow_tasks)
        if is_open is not None:
            query = query.where(
                _tasks.done_at.is_(None) if is_open else _tasks.done_at.is_not(None)
            )
        if after is not None:
            query = query.where(_tasks.id < after)
        query = query.order_by(_tasks.id.desc()).limit(limit)
        return [task_from_row(row) for row in await self._transaction.rows(query)]
