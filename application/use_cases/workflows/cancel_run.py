"""A run is to do nothing more."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from application.workflows.keeping import keep_run
from domain.ids import WorkflowRunId
from domain.workflow.run import WorkflowRun


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelRunCommand:
    """Which run."""

    run_id: WorkflowRunId


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelRun:
    """A step that is being done is done; no other begins, and timers ring in vain."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: CancelRunCommand) -> WorkflowRun:
        """The run as cancelled. Raises NotFoundError, and ConflictError when it is over."""
        now = self.clock.now()

        async def change(uow: UnitOfWork, held: WorkflowRun) -> WorkflowRun:
            return held.cancel(now=now)

        async with self.unit_of_work() as uow:
            run = await uow.workflow_runs.get(command.run_id)
        return await keep_run(self.unit_of_work, run, change)
