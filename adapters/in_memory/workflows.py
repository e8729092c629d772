"""Workflows, runs and tasks over the copy of a unit of work."""

from collections.abc import Sequence
from dataclasses import replace

from adapters.in_memory.repositories import Repository
from domain.errors import NotFoundError
from domain.ids import TaskId, VoiceSessionId, WorkflowId, WorkflowRunId
from domain.workflow.run import WorkflowRun
from domain.workflow.task import Task
from domain.workflow.workflow import Workflow


class InMemoryWorkflows(Repository):
    """Workflows by id."""

    async def save(self, workflow: Workflow) -> None:
        """Raises StaleVersionError when outrun, ConflictError when the name is taken."""
        self._work.change(lambda state: state.workflows.save(workflow))

    async def get(self, workflow_id: WorkflowId) -> Workflow:
        """Raises NotFoundError."""
        found = self._work.state.workflows.workflows.get(workflow_id)
        if found is None:
            raise NotFoundError(f"no workflow {workflow_id}")
        return found

    async def find_by_names(self, names: Sequence[str]) -> Sequence[Workflow]:
        """In the order of their ids."""
        return [one for one in self._all() if one.name in names]

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Workflow]:
        """Newest first."""
        page = reversed(self._all())
        return [one for one in page if after is None or one.id < after][:limit]

    async def remove(self, workflow: Workflow) -> None:
        """Raises StaleVersionError when outrun."""
        self._work.change(lambda state: state.workflows.remove(workflow))

    def _all(self) -> Sequence[Workflow]:
        return sorted(self._work.state.workflows.workflows.values(), key=lambda one: one.id)


class InMemoryWorkflowRuns(Repository):
    """Runs by id."""

    async def save(self, run: WorkflowRun) -> WorkflowRun:
        """Raises StaleVersionError when outrun, ConflictError for a key or number that is taken."""
        self._work.change(lambda state: state.workflows.save_run(run))
        return replace(run, revision=run.revision + 1)

    async def get(self, run_id: WorkflowRunId) -> WorkflowRun:
        """Raises NotFoundError."""
        found = self._work.state.workflows.runs.get(run_id)
        if found is None:
            raise NotFoundError(f"no run {run_id}")
        return found

    async def find_by_key(self, key: str) -> WorkflowRun | None:
        """What that occurrence started."""
        return next((one for one in self._all() if one.key == key), None)

    async def count(self, session_id: VoiceSessionId) -> int:
        """How many that session has had."""
        numbered = (one for one in self._all() if one.number is not None)
        return sum(1 for one in numbered if one.session_id == session_id)

    async def find_page(
        self, workflow_id: WorkflowId, *, after: str | None, limit: int
    ) -> Sequence[WorkflowRun]:
        """Newest first."""
        page = (one for one in reversed(self._all()) if one.workflow_id == workflow_id)
        return [one for one in page if after is None or one.id < after][:limit]

    def _all(self) -> Sequence[WorkflowRun]:
        return sorted(self._work.state.workflows.runs.values(), key=lambda one: one.id)


class InMemoryTasks(Repository):
    """Tasks by id."""

    async def save(self, task: Task) -> None:
        """Raises StaleVersionError when outrun."""
        self._work.change(lambda state: state.workflows.save_task(task))

    async def get(self, task_id: TaskId) -> Task:
        """Raises NotFoundError."""
        found = self._work.state.workflows.tasks.get(task_id)
        if found is None:
            raise NotFoundError(f"no task {task_id}")
        return found

    async def find_page(
        self, *, is_open: bool | None, after: str | None, limit: int
    ) -> Sequence[Task]:
        """Newest first."""
        tasks = self._work.state.workflows.tasks.values()
        wanted = (one for one in tasks if is_open is None or (one.done_at is None) is is_open)
        page = sorted(wanted, key=lambda one: one.id, reverse=True)
        return [one for one in page if after is None or one.id < after][:limit]
