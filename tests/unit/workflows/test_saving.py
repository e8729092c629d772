"""Workflows are kept, changed and taken back."""

from dataclasses import replace

import pytest

from application.use_cases.workflows import save_workflow
from application.use_cases.workflows.complete_task import CompleteTaskCommand
from application.use_cases.workflows.delete_workflow import DeleteWorkflowCommand
from application.use_cases.workflows.save_workflow import SaveWorkflowCommand
from domain.errors import (
    ConflictError,
    InvalidValueError,
    NotFoundError,
    PreconditionFailedError,
)
from domain.ids import TaskId, WorkflowId
from domain.precondition import Precondition
from domain.workflow.actions import CallWebhook, CreateTask, EndCall, StartWorkflow
from tests.unit.workflows.desk import PRIVATE, Desk, step

READ_FIRST = Precondition(tags=frozenset({"1"}))


async def test_a_change_is_the_next_version(desk: Desk) -> None:
    workflow = await desk.workflow(step(EndCall()))
    off = replace(workflow.config, enabled=False)
    command = SaveWorkflowCommand(config=off, workflow_id=workflow.id, precondition=READ_FIRST)
    changed = await desk.save.execute(command)
    assert (changed.version, changed.config) == (2, off)
    assert await desk.queries.workflow(workflow.id) == changed
    assert await desk.queries.workflows(after=None, limit=9) == [changed]
    with pytest.raises(PreconditionFailedError):
        await desk.save.execute(command)
    with pytest.raises(NotFoundError):
        await desk.save.execute(replace(command, workflow_id=WorkflowId("wfl_9")))


async def test_a_name_is_taken_once(desk: Desk) -> None:
    await desk.workflow(step(EndCall()), name="flow")
    with pytest.raises(ConflictError, match="called flow already"):
        await desk.workflow(step(EndCall()), name="flow")


async def test_a_loop_is_refused_however_it_comes_about(desk: Desk) -> None:
    first = await desk.workflow(step(EndCall()), name="first")
    await desk.workflow(step(StartWorkflow(name="first")), name="second")
    config = replace(first.config, steps=(step(StartWorkflow(name="second")),))
    with pytest.raises(InvalidValueError, match="first starts second starts first"):
        await desk.save.execute(SaveWorkflowCommand(config=config, workflow_id=first.id))


async def test_nothing_is_sent_where_nothing_may_be_sent(desk: Desk) -> None:
    with pytest.raises(InvalidValueError, match="private network"):
        await desk.workflow(step(CallWebhook(url=PRIVATE, body={})))


async def test_there_are_so_many_workflows_and_no_more(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_workflow, "_MOST", 2)
    await desk.workflow(step(EndCall()), name="a")
    last = await desk.workflow(step(EndCall()), name="b")
    with pytest.raises(ConflictError, match="2 workflows already"):
        await desk.workflow(step(EndCall()), name="c")
    again = SaveWorkflowCommand(config=last.config, workflow_id=last.id)
    assert (await desk.save.execute(again)).version == 2


async def test_a_workflow_that_is_gone_starts_nothing_and_its_runs_go_on(desk: Desk) -> None:
    workflow = await desk.workflow(step(CreateTask(title="Call back")))
    run = await desk.call(workflow)
    gone = DeleteWorkflowCommand(workflow_id=workflow.id, precondition=READ_FIRST)
    with pytest.raises(PreconditionFailedError):
        await desk.delete.execute(replace(gone, precondition=Precondition(tags=frozenset({"2"}))))
    await desk.delete.execute(gone)
    await desk.work()
    assert len(await desk.tasks()) == 1
    assert [one.id for one in await desk.runs(workflow)] == [run.id]
    with pytest.raises(NotFoundError):
        await desk.replay(run if run.is_over else await desk.run(run))
    with pytest.raises(NotFoundError):
        await desk.delete.execute(replace(gone, precondition=None))


async def test_a_task_is_done_by_somebody_once(desk: Desk) -> None:
    await desk.done(await desk.workflow(step(CreateTask(title="Call back"))))
    (task,) = await desk.queries.tasks(is_open=True, after=None, limit=9)
    done = await desk.complete.execute(CompleteTaskCommand(task_id=task.id))
    assert done.done_at == desk.clock.now()
    await desk.clock.advance(seconds=5)
    again = await desk.complete.execute(CompleteTaskCommand(task_id=task.id))
    assert again.done_at == done.done_at
    assert await desk.queries.tasks(is_open=True, after=None, limit=9) == []
    with pytest.raises(NotFoundError):
        await desk.complete.execute(CompleteTaskCommand(task_id=TaskId("tsk_9")))
