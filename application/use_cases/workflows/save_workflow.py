"""Keep a new workflow, or a new version of one."""

from dataclasses import dataclass

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from application.ports.webhooks import WebhookSender
from application.webhook_target import checked_target
from domain.errors import ConflictError
from domain.ids import WorkflowId
from domain.precondition import Precondition, in_force
from domain.workflow.actions import CallWebhook
from domain.workflow.workflow import Workflow, WorkflowConfig, check_no_loop

_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveWorkflowCommand:
    """*workflow_id* None is a new one."""

    config: WorkflowConfig
    workflow_id: WorkflowId | None = None
    precondition: Precondition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveWorkflow:
    """No workflow starts itself, by way of whomever, nor calls where nothing may be sent.

    Runs that have begun go on with the version they began with. There are 200 workflows at most.
    """

    unit_of_work: UnitOfWorkFactory
    sender: WebhookSender
    clock: Clock
    ids: IdGenerator

    async def execute(self, command: SaveWorkflowCommand) -> Workflow:
        """As kept.

        Raises InvalidValueError, NotFoundError, PreconditionFailedError, StaleVersionError, and
        ConflictError when the name is taken.
        """
        for step in command.config.steps:
            if isinstance(step.action, CallWebhook):
                await checked_target(self.sender, step.action.url)
        async with self.unit_of_work() as uow:
            workflow = await self._workflow(uow, command)
            others = await uow.workflows.find_page(after=None, limit=_MOST)
            _check(workflow, [one for one in others if one.id != workflow.id])
            with in_force(command.precondition):
                await uow.workflows.save(workflow)
                await uow.commit()
        return workflow

    async def _workflow(self, uow: UnitOfWork, command: SaveWorkflowCommand) -> Workflow:
        now = self.clock.now()
        if command.workflow_id is None:
            new = WorkflowId(self.ids.new("wfl"))
            return Workflow(id=new, version=1, config=command.config, changed_at=now)
        held = await uow.workflows.get(command.workflow_id)
        if command.precondition is not None:
            command.precondition.check(held.tag, what="workflow")
        return held.changed(command.config, now=now)


def _check(workflow: Workflow, others: list[Workflow]) -> None:
    if len(others) >= _MOST:
        raise ConflictError(f"there are {_MOST} workflows already; delete one first")
    if any(one.name == workflow.name for one in others):
        raise ConflictError(f"there is a workflow called {workflow.name} already")
    check_no_loop(workflow.config, (one.config for one in others))
