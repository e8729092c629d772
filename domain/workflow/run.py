"""One run of a workflow, and everything that was tried in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from domain.errors import ConflictError, InvalidValueError
from domain.ids import VoiceSessionId, WorkflowId, WorkflowRunId
from domain.workflow.triggers import Occurrence
from domain.workflow.workflow import Step, Workflow

DEEPEST = 5
"""A run that was started by a run that was started ... by a trigger."""
MOST_RUNS_OF_A_SESSION = 20


class RunState(StrEnum):
    """`waiting` has a timer; `failed` is left to a person, who may have it tried again."""

    PENDING = "pending"
    RUNNING = "running"
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class StepState(StrEnum):
    """What came of one attempt at a step."""

    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRecord:
    """One attempt at the step of that *index*; *note* and *error* hold no personal data."""

    index: int
    name: str
    state: StepState
    attempt: int
    at: datetime
    note: str = ""
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowRun:
    """*steps* are those of the workflow's *version* at the start, whatever becomes of it later.

    *key* names what started it, *number* counts the runs of its session but for those started by a
    person, which have none. *facts* are what was known
    of the trigger. *position* is the step to be done next. *revision* counts saves.
    """

    id: WorkflowRunId
    key: str
    workflow_id: WorkflowId
    workflow: str
    version: int
    steps: tuple[Step, ...]
    trigger: str
    created_at: datetime
    facts: Mapping[str, object] = field(default_factory=dict)
    session_id: VoiceSessionId | None = None
    number: int | None = None
    depth: int = 1
    state: RunState = RunState.PENDING
    position: int = 0
    records: tuple[StepRecord, ...] = ()
    wakes_at: datetime | None = None
    finished_at: datetime | None = None
    error: str | None = None
    replay_of: WorkflowRunId | None = None
    revision: int = 0

    @classmethod
    def start(
        cls,
        run_id: WorkflowRunId,
        workflow: Workflow,
        occurrence: Occurrence,
        *,
        now: datetime,
        number: int | None = None,
        depth: int = 1,
    ) -> "WorkflowRun":
        """A run that waits for its turn. Raises InvalidValueError for one nested too deep."""
        if depth > DEEPEST:
            raise InvalidValueError(f"workflows start each other more than {DEEPEST} deep")
        return cls(
            id=run_id,
            key=occurrence.key,
            workflow_id=workflow.id,
            workflow=workflow.name,
            version=workflow.version,
            steps=workflow.config.steps,
            trigger=occurrence.kind,
            created_at=now,
            facts=occurrence.facts,
            session_id=occurrence.session_id,
            number=number,
            depth=depth,
        )

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it by itself."""
        return self.state in {RunState.DONE, RunState.FAILED, RunState.CANCELLED}

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody wants no more of it."""
        return self.state is RunState.CANCELLED

    @property
    def step(self) -> Step:
        """The step to be done next."""
        return self.steps[self.position]

    @property
    def attempt(self) -> int:
        """The number of the next attempt at that step."""
        return 1 + sum(1 for one in self.records if one.index == self.position)

    def begin(self) -> "WorkflowRun":
        """Somebody works on it, for the first time or again. Raises ConflictError when it is over
        for good."""
        if self.state in {RunState.DONE, RunState.CANCELLED}:
            raise ConflictError(f"run {self.id} is {self.state}")
        return replace(self, state=RunState.RUNNING, error=None, finished_at=None)

    def wait(self, until: datetime) -> "WorkflowRun":
        """A timer runs; what was cancelled meanwhile stays so."""
        if self.is_cancelled:
            return self
        return replace(self, state=RunState.WAITING, wakes_at=until)

    def done(self, *, now: datetime, note: str = "", skipped: bool = False) -> "WorkflowRun":
        """The step is done, or passed over; after the last one the run is done."""
        state = StepState.SKIPPED if skipped else StepState.DONE
        after = replace(
            self._recorded(state, now, note=note), position=self.position + 1, wakes_at=None
        )
        if self.is_cancelled:
            return after
        if after.position == len(self.steps):
            return replace(after, state=RunState.DONE, finished_at=now)
        return replace(after, state=RunState.RUNNING)

    def failed(self, error: str, *, now: datetime, for_good: bool) -> "WorkflowRun":
        """An attempt failed; the run too, if *for_good* or when it was the last one allowed."""
        after = self._recorded(StepState.FAILED, now, error=error)
        is_last = for_good or self.attempt >= self.step.attempts
        if not is_last or self.is_cancelled:
            return after
        return replace(after, state=RunState.FAILED, error=error, finished_at=now)

    def cancel(self, *, now: datetime) -> "WorkflowRun":
        """Do nothing more. Raises ConflictError when it is over."""
        if self.is_over:
            raise ConflictError(f"run {self.id} is {self.state}")
        return replace(self, state=RunState.CANCELLED, wakes_at=None, finished_at=now)

    def _recorded(
        self, state: StepState, now: datetime, *, note: str = "", error: str | None = None
    ) -> "WorkflowRun":
        record = StepRecord(
            index=self.position,
            name=self.step.name,
            state=state,
            attempt=self.attempt,
            at=now,
            note=note,
            error=error,
        )
        return replace(self, records=(*self.records, record))
