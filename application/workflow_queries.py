"""Reads: workflows, their runs, and what these left to people."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from domain.ids import WorkflowId, WorkflowRunId
from domain.workflow.run import WorkflowRun
from domain.workflow.task import Task
from domain.workflow.workflow import Workflow


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowQueries:
    """Each answers with what is stored now, or raises NotFoundError; pages are newest first."""

    unit_of_work: UnitOfWorkFactory

    async def workflow(self, workflow_id: WorkflowId) -> Workflow:
        """One workflow."""
        async with self.unit_of_work() as uow:
            return await uow.workflows.get(workflow_id)

    async def workflows(self, *, after: str | None, limit: int) -> Sequence[Workflow]:
        """A page of workflows."""
        async with self.unit_of_work() as uow:
            return await uow.workflows.find_page(after=after, limit=limit)

    async def run(self, run_id: WorkflowRunId) -> WorkflowRun:
        """One run."""
        async with self.unit_of_work() as uow:
            return await uow.workflow_runs.get(run_id)

    async def runs(
        self, workflow_id: WorkflowId, *, after: str | None, limit: int
    ) -> Sequence[WorkflowRun]:
        """A page of the runs of one workflow, also of one that was deleted."""
        async with self.unit_of_work() as uow:
            return await uow.workflow_runs.find_page(workflow_id, after=after, limit=limit)

    async def tasks(self, *, is_open: bool | None, after: str | None, limit: int) -> Sequence[Task]:
        """A page of tasks: those to be done, those done, or all."""
        async with self.unit_of_work() as uow:
            return await uow.tasks.find_page(is_open=is_open, after=after, limit=limit)
