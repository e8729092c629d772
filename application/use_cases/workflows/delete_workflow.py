"""A workflow is wanted no more."""

from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from domain.ids import WorkflowId
from domain.precondition import Precondition, in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteWorkflowCommand:
    """Which workflow, and what the asker has read of it."""

    workflow_id: WorkflowId
    precondition: Precondition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteWorkflow:
    """Nothing starts it any more; runs that have begun go on."""

    unit_of_work: UnitOfWorkFactory

    async def execute(self, command: DeleteWorkflowCommand) -> None:
        """Raises NotFoundError, PreconditionFailedError, StaleVersionError."""
        async with self.unit_of_work() as uow:
            held = await uow.workflows.get(command.workflow_id)
            if command.precondition is not None:
                command.precondition.check(held.tag, what="workflow")
            with in_force(command.precondition):
                await uow.workflows.remove(held)
                await uow.commit()
