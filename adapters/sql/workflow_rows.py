"""Rows to workflows, runs and tasks, and back."""

from pydantic import TypeAdapter

from adapters.sql.mapping import Row
from adapters.sql.times import from_micros, maybe_micros, maybe_moment, to_micros
from domain.ids import TaskId, VoiceSessionId, WorkflowId, WorkflowRunId
from domain.workflow.run import RunState, StepRecord, WorkflowRun
from domain.workflow.task import Task
from domain.workflow.workflow import Step, Workflow, WorkflowConfig

_config = TypeAdapter(WorkflowConfig)
_steps = TypeAdapter(tuple[Step, ...])
_records = TypeAdapter(tuple[StepRecord, ...])


def workflow_to_row(one: Workflow) -> dict[str, object]:
    """A workflow as its row."""
    return {
        "id": one.id,
        "name": one.name,
        "version": one.version,
        "config": _config.dump_python(one.config, mode="json"),
        "changed_at": to_micros(one.changed_at),
    }


def workflow_from_row(row: Row) -> Workflow:
    """A workflow from its row."""
    return Workflow(
        id=WorkflowId(row["id"]),
        version=row["version"],
        config=_config.validate_python(row["config"]),
        changed_at=from_micros(row["changed_at"]),
    )


def run_to_row(one: WorkflowRun) -> dict[str, object]:
    """A run as its row, its revision excepted."""
    return {
        "id": one.id,
        "key": one.key,
        "workflow_id": one.workflow_id,
        "workflow": one.workflow,
        "version": one.version,
        "steps": _steps.dump_python(one.steps, mode="json"),
        "started_by": one.trigger,
        "facts": dict(one.facts),
        "session_id": one.session_id,
        "number": one.number,
        "depth": one.depth,
        "state": one.state.value,
        "position": one.position,
        "records": _records.dump_python(one.records, mode="json"),
        "created_at": to_micros(one.created_at),
        "wakes_at": maybe_micros(one.wakes_at),
        "finished_at": maybe_micros(one.finished_at),
        "error": one.error,
        "replay_of": one.replay_of,
    }


def run_from_row(row: Row) -> WorkflowRun:
    """A run from its row."""
    session, replayed = row["session_id"], row["replay_of"]
    return WorkflowRun(
        id=WorkflowRunId(row["id"]),
        key=row["key"],
        workflow_id=WorkflowId(row["workflow_id"]),
        workflow=row["workflow"],
        version=row["version"],
        steps=_steps.validate_python(row["steps"]),
        trigger=row["started_by"],
        facts=row["facts"],
        session_id=None if session is None else VoiceSessionId(session),
        number=row["number"],
        depth=row["depth"],
        state=RunState(row["state"]),
        position=row["position"],
        records=_records.validate_python(row["records"]),
        created_at=from_micros(row["created_at"]),
        wakes_at=maybe_moment(row["wakes_at"]),
        finished_at=maybe_moment(row["finished_at"]),
        error=row["error"],
        replay_of=None if replayed is None else WorkflowRunId(replayed),
        revision=row["revision"],
    )


def task_to_row(one: Task) -> dict[str, object]:
    """A task as its row, its revision excepted."""
    return {
        "id": one.id,
        "run_id": one.run_id,
        "session_id": one.session_id,
        "title": one.title,
        "text": one.text,
        "created_at": to_micros(one.created_at),
        "done_at": maybe_micros(one.done_at),
    }


def task_from_row(row: Row) -> Task:
    """A task from its row."""
    session = row["session_id"]
    return Task(
        id=TaskId(row["id"]),
        run_id=WorkflowRunId(row["run_id"]),
        session_id=None if session is None else VoiceSessionId(session),
        title=row["title"],
        text=row["text"],
        created_at=from_micros(row["created_at"]),
        done_at=maybe_moment(row["done_at"]),
        revision=row["revision"],
    )
