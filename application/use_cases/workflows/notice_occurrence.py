"""Something happened in a session that its agent's workflows may wait for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from application.workflows.starting import Starter
from domain.ids import VoiceSessionId
from domain.workflow.run import WorkflowRun
from domain.workflow.triggers import Occurrence
from domain.workflow.workflow import Workflow


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOccurrence:
    """Each workflow that the session's agent names and that waits for it is started, once."""

    unit_of_work: UnitOfWorkFactory
    starter: Starter

    async def execute(self, occurrences: Sequence[Occurrence]) -> tuple[WorkflowRun, ...]:
        """What was started, now or before. *occurrences* are of one session, in order.

        Raises NotFoundError for a session that is not there, ConflictError and StaleVersionError
        when others start runs of the session at this moment: once more is right then.
        """
        if not occurrences or occurrences[0].session_id is None:
            return ()
        async with self.unit_of_work() as uow:
            started = [
                await self.starter.start(uow, workflow, _of(workflow, one))
                for workflow in await _workflows(uow, occurrences[0].session_id)
                for one in occurrences
                if workflow.starts_on(one)
            ]
            await uow.commit()
        return tuple(run for run in started if run is not None)


async def _workflows(uow: UnitOfWork, session_id: VoiceSessionId) -> Sequence[Workflow]:
    session = await uow.sessions.get(session_id)
    agent = await uow.agents.get(session.request.agent_id, version=session.agent_version)
    return await uow.workflows.find_by_names(agent.config.workflows)


def _of(workflow: Workflow, occurrence: Occurrence) -> Occurrence:
    return replace(occurrence, key=f"workflow:{workflow.id}:{occurrence.key}")
