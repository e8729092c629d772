"""What a run was about is to be done once more."""

from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from application.workflows.starting import Starter
from domain.errors import ConflictError
from domain.ids import WorkflowRunId
from domain.workflow.run import WorkflowRun


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayRunCommand:
    """Which run."""

    run_id: WorkflowRunId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayRun:
    """A new run from the first step on, of the workflow as it is now; everything it does is done
    again. Whether its conditions hold is not asked: a person wants it."""

    unit_of_work: UnitOfWorkFactory
    starter: Starter

    async def execute(self, command: ReplayRunCommand) -> WorkflowRun:
        """The new run. Raises NotFoundError, and ConflictError while the first one goes on."""
        async with self.unit_of_work() as uow:
            earlier = await uow.workflow_runs.get(command.run_id)
            if not earlier.is_over:
                raise ConflictError(f"run {earlier.id} is {earlier.state}; cancel it first")
            workflow = await uow.workflows.get(earlier.workflow_id)
            run = await self.starter.start_again(uow, workflow, earlier)
            await uow.commit()
        return run
