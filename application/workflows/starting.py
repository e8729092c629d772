"""Runs of workflows begin: kept with the work of doing them, each once."""

import logging
from dataclasses import dataclass, replace

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork
from application.ports.work_queue import Job
from application.workflows.variables import variables_of
from domain.ids import WorkflowRunId
from domain.workflow.conditions import holds
from domain.workflow.run import MOST_RUNS_OF_A_SESSION, WorkflowRun
from domain.workflow.triggers import Occurrence
from domain.workflow.workflow import MOST_ATTEMPTS, MOST_STEPS, Workflow

log = logging.getLogger(__name__)

RUN_WORKFLOW = "run_workflow"

# The run counts the attempts at its steps itself; this is for processes that die in one.
_MOST_TURNS = MOST_STEPS * MOST_ATTEMPTS + 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """Starts runs inside of somebody's unit of work."""

    clock: Clock
    ids: IdGenerator

    async def start(
        self, uow: UnitOfWork, workflow: Workflow, occurrence: Occurrence, *, depth: int = 1
    ) -> WorkflowRun | None:
        """The run that *occurrence* starts, or has started.

        None where the conditions do not hold, and where the session has had enough runs. Raises
        InvalidValueError when nested too deep; ConflictError, here or at the commit, when somebody
        starts one at the same moment: once more finds it.
        """
        known = await uow.workflow_runs.find_by_key(occurrence.key)
        if known is not None:
            return known
        session_id = occurrence.session_id
        variables = await variables_of(uow, session_id=session_id, facts=occurrence.facts)
        if not all(holds(one, variables) for one in workflow.config.conditions):
            return None
        number = None
        if session_id is not None:
            number = 1 + await uow.workflow_runs.count(session_id)
            if number > MOST_RUNS_OF_A_SESSION:
                log.warning("session has had enough workflows", extra={"session_id": session_id})
                return None
        return await self._put(
            uow,
            WorkflowRun.start(
                self._id(), workflow, occurrence, now=self.clock.now(), number=number, depth=depth
            ),
        )

    async def start_again(
        self, uow: UnitOfWork, workflow: Workflow, earlier: WorkflowRun
    ) -> WorkflowRun:
        """A person wants what *earlier* was about done once more, as *workflow* is now."""
        run_id = self._id()
        occurrence = Occurrence(
            kind=earlier.trigger,
            key=f"replay:{run_id}",
            session_id=earlier.session_id,
            facts=earlier.facts,
        )
        run = WorkflowRun.start(run_id, workflow, occurrence, now=self.clock.now())
        return await self._put(uow, replace(run, replay_of=earlier.id))

    def _id(self) -> WorkflowRunId:
        return WorkflowRunId(self.ids.new("run"))

    async def _put(self, uow: UnitOfWork, run: WorkflowRun) -> WorkflowRun:
        kept = await uow.workflow_runs.save(run)
        await uow.work.put(
            Job(
                kind=RUN_WORKFLOW,
                key=run.key,
                payload={"runId": run.id},
                max_attempts=_MOST_TURNS,
            )
        )
        return kept
