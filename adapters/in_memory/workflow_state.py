"""Workflows, runs and tasks in memory, and the rules by which they change."""

from dataclasses import dataclass, field, replace

from domain.errors import ConflictError, StaleVersionError
from domain.ids import TaskId, WorkflowId, WorkflowRunId
from domain.workflow.run import WorkflowRun
from domain.workflow.task import Task
from domain.workflow.workflow import Workflow


@dataclass(slots=True, kw_only=True)
class WorkflowShelf:
    """What a store holds of workflows."""

    workflows: dict[WorkflowId, Workflow] = field(default_factory=dict)
    runs: dict[WorkflowRunId, WorkflowRun] = field(default_factory=dict)
    tasks: dict[TaskId, Task] = field(default_factory=dict)

    def copy(self) -> "WorkflowShelf":
        """The same content in containers of its own."""
        return WorkflowShelf(
            workflows=dict(self.workflows), runs=dict(self.runs), tasks=dict(self.tasks)
        )

    def save(self, one: Workflow) -> None:
        """Raises StaleVersionError when outrun, ConflictError when the name is taken."""
        self._check(one, version=one.version - 1)
        if any(_is_called_alike(one, other) for other in self.workflows.values()):
            raise ConflictError(f"there is a workflow called {one.name} already")
        self.workflows[one.id] = one

    def remove(self, one: Workflow) -> None:
        """Raises StaleVersionError when outrun."""
        self._check(one, version=one.version)
        del self.workflows[one.id]

    def save_run(self, one: WorkflowRun) -> None:
        """Raises StaleVersionError when outrun, ConflictError for a key or number that is taken."""
        held = self.runs.get(one.id)
        if (held.revision if held else 0) != one.revision:
            raise StaleVersionError(f"run {one.id} was saved meanwhile")
        if any(_are_rivals(one, other) for other in self.runs.values()):
            raise ConflictError("that run was started already")
        self.runs[one.id] = replace(one, revision=one.revision + 1)

    def save_task(self, one: Task) -> None:
        """Raises StaleVersionError when outrun."""
        held = self.tasks.get(one.id)
        if (held.revision if held else 0) != one.revision:
            raise StaleVersionError(f"task {one.id} was saved meanwhile")
        self.tasks[one.id] = replace(one, revision=one.revision + 1)

    def _check(self, one: Workflow, *, version: int) -> None:
        held = self.workflows.get(one.id)
        if (held.version if held else 0) != version:
            raise StaleVersionError(f"workflow {one.id} was saved meanwhile")


def _is_called_alike(one: Workflow, other: Workflow) -> bool:
    return one.name == other.name and one.id != other.id


def _are_rivals(one: WorkflowRun, other: WorkflowRun) -> bool:
    same_key = one.key == other.key
    numbered = one.session_id is not None and one.number is not None
    same_number = (one.session_id, one.number) == (other.session_id, other.number)
    return one.id != other.id and (same_key or (numbered and same_number))
