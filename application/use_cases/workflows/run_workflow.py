"""Do a run of a workflow, step by step."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from application.job_attempt import Backoff
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from application.ports.work_queue import Dead, Done, Outcome, RetryAfter, RunningJob, Sleep
from application.workflows.keeping import keep_run
from application.workflows.performing import Performer
from domain.errors import (
    InvalidValueError,
    LeaseLostError,
    NotFoundError,
    RejectedError,
    ServiceError,
    UnavailableError,
)
from domain.ids import WorkflowRunId
from domain.workflow.actions import Wait
from domain.workflow.run import RunState, WorkflowRun

log = logging.getLogger(__name__)

_LONGEST_ASKED_S = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Failure:
    error: str
    for_good: bool = False
    asked_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWorkflow:
    """The handler of `run_workflow` jobs.

    Before each step the job is shown to be ours still. A wait is a timer, not an attempt. A step
    that failed for good, or too often, fails the run and leaves the job dead; whoever takes the job
    up again has that step tried once more.
    """

    unit_of_work: UnitOfWorkFactory
    performer: Performer
    clock: Clock
    backoff: Backoff

    async def execute(self, job: RunningJob) -> Outcome:
        """Raises NotFoundError for a run that is not there, LeaseLostError when outrun."""
        async with self.unit_of_work() as uow:
            run = await uow.workflow_runs.get(WorkflowRunId(str(job.payload["runId"])))
        if run.state is RunState.WAITING and run.wakes_at and self.clock.now() < run.wakes_at:
            return Sleep(until=run.wakes_at)
        run = await keep_run(self.unit_of_work, run, _begun)
        while not run.is_over:
            await job.save_cursor({"step": run.position, "attempt": run.attempt})
            run, outcome = await self._take(job, run)
            if outcome is not None:
                return outcome
        return Done()

    async def _take(self, job: RunningJob, run: WorkflowRun) -> tuple[WorkflowRun, Outcome | None]:
        if isinstance(run.step.action, Wait):
            return await self._wait(run, timedelta(seconds=run.step.action.seconds))
        try:
            return await self.performer.perform(job, run), None
        except LeaseLostError:
            raise
        except Exception as error:
            return await self._fail(run, _failure(error, run))

    async def _wait(self, run: WorkflowRun, pause: timedelta) -> tuple[WorkflowRun, Outcome | None]:
        now = self.clock.now()

        async def change(uow: UnitOfWork, held: WorkflowRun) -> WorkflowRun:
            if held.is_cancelled:
                return held
            if held.wakes_at is not None:
                return held.done(now=now, note="waited")
            return held.wait(now + pause)

        kept = await keep_run(self.unit_of_work, run, change)
        return kept, Sleep(until=kept.wakes_at) if kept.wakes_at else None

    async def _fail(
        self, run: WorkflowRun, failure: _Failure
    ) -> tuple[WorkflowRun, Outcome | None]:
        now = self.clock.now()

        async def change(uow: UnitOfWork, held: WorkflowRun) -> WorkflowRun:
            return held.failed(failure.error, now=now, for_good=failure.for_good)

        kept = await keep_run(self.unit_of_work, run, change)
        reason = f"step {run.step.name}: {failure.error}"
        log.warning("step of a workflow failed", extra={"run_id": run.id, "reason": reason})
        if kept.state is RunState.FAILED:
            return kept, Dead(reason=reason)
        if kept.is_over:
            return kept, None
        pause_s = self.backoff.pause(run.attempt).total_seconds()
        return kept, RetryAfter(reason=reason, seconds=max(pause_s, failure.asked_s))


async def _begun(uow: UnitOfWork, held: WorkflowRun) -> WorkflowRun:
    return held if held.state in {RunState.DONE, RunState.CANCELLED} else held.begin()


def _failure(error: Exception, run: WorkflowRun) -> _Failure:
    match error:
        case RejectedError() | InvalidValueError() | NotFoundError():
            return _Failure(error=str(error), for_good=True)
        case UnavailableError():
            asked_s = min(error.retry_after, _LONGEST_ASKED_S)
            return _Failure(error=str(error), asked_s=asked_s)
        case ServiceError():
            return _Failure(error=str(error))
        case TimeoutError():
            return _Failure(error="it took too long")
        case _:
            log.error("step of a workflow broke", extra={"run_id": run.id}, exc_info=error)
            return _Failure(error=f"a mistake of ours: {type(error).__name__}")
