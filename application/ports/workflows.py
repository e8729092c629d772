"""Workflows, their runs, and what these leave to people."""

from collections.abc import Sequence
from typing import Protocol

from domain.ids import TaskId, VoiceSessionId, WorkflowId, WorkflowRunId
from domain.workflow.run import WorkflowRun
from domain.workflow.task import Task
from domain.workflow.workflow import Workflow


class Workflows(Protocol):
    """Workflows by id and by name, which is theirs alone."""

    async def save(self, workflow: Workflow) -> None:
        """Keep a new or changed one.

        Raises StaleVersionError when outrun, ConflictError when the name is somebody else's.
        """
        ...

    async def get(self, workflow_id: WorkflowId) -> Workflow:
        """Raises NotFoundError."""
        ...

    async def find_by_names(self, names: Sequence[str]) -> Sequence[Workflow]:
        """Those called so, in the order of their ids."""
        ...

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Workflow]:
        """Newest first; *after* is the id of the last one of the page before."""
        ...

    async def remove(self, workflow: Workflow) -> None:
        """It is gone; its runs stay. Raises StaleVersionError when outrun."""
        ...


class WorkflowRuns(Protocol):
    """Runs by id, and by what started them."""

    async def save(self, run: WorkflowRun) -> WorkflowRun:
        """Keep a new or changed one, and say how.

        Raises StaleVersionError when outrun, ConflictError when its key or its number in its
        session is taken.
        """
        ...

    async def get(self, run_id: WorkflowRunId) -> WorkflowRun:
        """Raises NotFoundError."""
        ...

    async def find_by_key(self, key: str) -> WorkflowRun | None:
        """What that occurrence started."""
        ...

    async def count(self, session_id: VoiceSessionId) -> int:
        """How many that session has had; those a person started do not count."""
        ...

    async def find_page(
        self, workflow_id: WorkflowId, *, after: str | None, limit: int
    ) -> Sequence[WorkflowRun]:
        """Newest first; *after* is the id of the last one of the page before."""
        ...


class Tasks(Protocol):
    """What people are to do."""

    async def save(self, task: Task) -> None:
        """Keep a new or changed one. Raises StaleVersionError when outrun."""
        ...

    async def get(self, task_id: TaskId) -> Task:
        """Raises NotFoundError."""
        ...

    async def find_page(
        self, *, is_open: bool | None, after: str | None, limit: int
    ) -> Sequence[Task]:
        """Newest first: those to be done, those done, or all."""
        ...
