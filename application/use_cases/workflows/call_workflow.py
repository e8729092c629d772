"""Somebody outside asks for a run of a workflow."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from application.ports.unit_of_work import UnitOfWorkFactory
from application.workflows.starting import Starter
from domain.errors import ConflictError
from domain.ids import VoiceSessionId, WorkflowId
from domain.workflow.run import WorkflowRun
from domain.workflow.triggers import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class CallWorkflowCommand:
    """*payload* is what the asker has to say; the same *key* twice is one run."""

    workflow_id: WorkflowId
    payload: Mapping[str, object] = field(default_factory=dict, repr=False)
    session_id: VoiceSessionId | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallWorkflow:
    """Only workflows with a webhook trigger can be asked for."""

    unit_of_work: UnitOfWorkFactory
    starter: Starter

    async def execute(self, command: CallWorkflowCommand) -> WorkflowRun:
        """The run, which is done in the relay.

        Raises NotFoundError for a workflow or session that is not there, ConflictError for one that
        is disabled or not to be asked for, and where its conditions do not hold.
        """
        key = command.key or self.starter.ids.new("call")
        occurrence = Occurrence(
            kind="webhook",
            key=f"workflow:{command.workflow_id}:called:{key}",
            session_id=command.session_id,
            facts={"payload": dict(command.payload)},
        )
        async with self.unit_of_work() as uow:
            workflow = await uow.workflows.get(command.workflow_id)
            if not workflow.starts_on(occurrence):
                raise ConflictError(f"{workflow.name} is disabled, or has no webhook trigger")
            run = await self.starter.start(uow, workflow, occurrence)
            if run is None:
                raise ConflictError("its conditions do not hold, or the session had enough runs")
            await uow.commit()
        return run
