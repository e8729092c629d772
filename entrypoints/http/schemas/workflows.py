"""Workflows, their runs and their tasks over HTTP."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import ConfigDict, Field, JsonValue

from application.use_cases.workflows.call_workflow import CallWorkflowCommand
from application.use_cases.workflows.save_workflow import SaveWorkflowCommand
from domain.ids import VoiceSessionId, WorkflowId
from domain.precondition import Precondition
from domain.workflow.run import RunState, StepRecord, StepState, WorkflowRun
from domain.workflow.task import Task
from domain.workflow.workflow import Workflow
from entrypoints.http.paging import Slice
from entrypoints.http.schemas.base import In, Metadata, Name, Out, Page
from entrypoints.http.schemas.workflow_config import WorkflowFields


class WorkflowIn(WorkflowFields):
    """What starts it, under which conditions, and what it does step by step."""

    def to_command(
        self, workflow_id: WorkflowId | None = None, precondition: Precondition | None = None
    ) -> SaveWorkflowCommand:
        """Raises InvalidValueError for what no run could work with."""
        return SaveWorkflowCommand(
            config=self.to_config(), workflow_id=workflow_id, precondition=precondition
        )


class WorkflowOut(Out):
    """A workflow as it is kept."""

    workflow_id: str
    version: int
    changed_at: datetime
    config: WorkflowFields

    @classmethod
    def of(cls, one: Workflow) -> "WorkflowOut":
        """Show *one*."""
        return cls(
            workflow_id=one.id,
            version=one.version,
            changed_at=one.changed_at,
            config=WorkflowFields.showing(one.config),
        )


class WorkflowPage(Page):
    """Workflows, newest first."""

    items: Sequence[WorkflowOut]

    @classmethod
    def of(cls, page: Slice[Workflow]) -> "WorkflowPage":
        """Show *page*."""
        return cls(items=[WorkflowOut.of(one) for one in page.items], next_cursor=page.next_cursor)


class CallIn(In):
    """What a workflow is asked for with."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"payload": {"amount": 120}}]})

    payload: Metadata = Field(default={}, description="variables `payload.*` of the run")
    session_id: Name | None = Field(default=None, description="the call that the run is about")

    def to_command(self, workflow_id: WorkflowId, key: str | None) -> CallWorkflowCommand:
        """What it asks for."""
        session_id = self.session_id
        return CallWorkflowCommand(
            workflow_id=workflow_id,
            payload=self.payload,
            session_id=None if session_id is None else VoiceSessionId(session_id),
            key=key,
        )


class StepRecordOut(Out):
    """One attempt at a step."""

    step: int = Field(description="its place, from 0")
    name: str
    state: StepState
    attempt: int
    at: datetime
    note: str
    error: str | None

    @classmethod
    def of(cls, one: StepRecord) -> "StepRecordOut":
        """Show *one*."""
        return cls(
            step=one.index,
            name=one.name,
            state=one.state,
            attempt=one.attempt,
            at=one.at,
            note=one.note,
            error=one.error,
        )


class RunOut(Out):
    """One run; what went wrong stays in `attempts` also when a later attempt did better."""

    run_id: str
    workflow_id: str
    workflow: str
    version: int
    trigger: str
    facts: Mapping[str, JsonValue] = Field(description="what was known of the trigger")
    session_id: str | None
    state: RunState
    step: int = Field(description="the place of the step to be done next")
    attempts: Sequence[StepRecordOut]
    wakes_at: datetime | None
    created_at: datetime
    finished_at: datetime | None
    error: str | None
    replay_of: str | None

    @classmethod
    def of(cls, one: WorkflowRun) -> "RunOut":
        """Show *one*."""
        return cls.model_validate(
            {
                "run_id": one.id,
                "workflow_id": one.workflow_id,
                "workflow": one.workflow,
                "version": one.version,
                "trigger": one.trigger,
                "facts": one.facts,
                "session_id": one.session_id,
                "state": one.state,
                "step": one.position,
                "attempts": [StepRecordOut.of(record) for record in one.records],
                "wakes_at": one.wakes_at,
                "created_at": one.created_at,
                "finished_at": one.finished_at,
                "error": one.error,
                "replay_of": one.replay_of,
            },
            by_name=True,
        )


class RunPage(Page):
    """Runs, newest first."""

    items: Sequence[RunOut]

    @classmethod
    def of(cls, page: Slice[WorkflowRun]) -> "RunPage":
        """Show *page*."""
        return cls(items=[RunOut.of(one) for one in page.items], next_cursor=page.next_cursor)


class TaskOut(Out):
    """Something that a workflow left to a person."""

    task_id: str
    run_id: str
    session_id: str | None
    title: str
    text: str
    created_at: datetime
    done_at: datetime | None

    @classmethod
    def of(cls, one: Task) -> "TaskOut":
        """Show *one*."""
        return cls(
            task_id=one.id,
            run_id=one.run_id,
            session_id=one.session_id,
            title=one.title,
            text=one.text,
            created_at=one.created_at,
            done_at=one.done_at,
        )


class TaskPage(Page):
    """Tasks, newest first."""

    items: Sequence[TaskOut]

    @classmethod
    def of(cls, page: Slice[Task]) -> "TaskPage":
        """Show *page*."""
        return cls(items=[TaskOut.of(one) for one in page.items], next_cursor=page.next_cursor)
