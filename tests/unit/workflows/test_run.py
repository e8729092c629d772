"""The life of a run."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.errors import ConflictError, InvalidValueError
from domain.ids import WorkflowRunId
from domain.workflow.actions import EndCall, Wait
from domain.workflow.run import DEEPEST, RunState, StepState, WorkflowRun
from domain.workflow.triggers import Occurrence
from tests.contracts.store import NOW
from tests.contracts.workflows import a_run, a_task, a_workflow
from tests.unit.workflows.desk import step

LATER = NOW + timedelta(hours=1)


def two_steps() -> WorkflowRun:
    return a_run(steps=(step(Wait(seconds=1), attempts=2), step(EndCall()))).begin()


def test_a_run_is_done_after_its_last_step() -> None:
    first = two_steps().wait(LATER).done(now=LATER, note="waited")
    assert (first.state, first.position, first.wakes_at) == (RunState.RUNNING, 1, None)
    last = first.done(now=LATER, skipped=True)
    assert (last.state, last.finished_at, last.is_over) == (RunState.DONE, LATER, True)
    assert [(one.name, one.state, one.attempt) for one in last.records] == [
        ("wait", StepState.DONE, 1),
        ("end", StepState.SKIPPED, 1),
    ]


def test_a_step_fails_a_run_when_it_failed_too_often() -> None:
    once = two_steps().failed("HTTP 500", now=NOW, for_good=False)
    assert (once.state, once.attempt, once.error) == (RunState.RUNNING, 2, None)
    twice = once.failed("HTTP 502", now=LATER, for_good=False)
    assert (twice.state, twice.error, twice.finished_at) == (RunState.FAILED, "HTTP 502", LATER)
    again = twice.begin()
    assert (again.state, again.error, again.finished_at) == (RunState.RUNNING, None, None)
    assert again.done(now=LATER).position == 1


def test_a_step_that_cannot_be_done_fails_a_run_at_once() -> None:
    failed = two_steps().failed("HTTP 404", now=NOW, for_good=True)
    assert failed.state is RunState.FAILED


def test_what_was_cancelled_stays_so_whatever_its_last_step_came_to() -> None:
    cancelled = two_steps().cancel(now=NOW)
    assert cancelled.wait(LATER) is cancelled
    for after in (
        cancelled.done(now=LATER),
        cancelled.failed("HTTP 404", now=LATER, for_good=True),
    ):
        assert (after.state, after.finished_at) == (RunState.CANCELLED, NOW)
        assert len(after.records) == 1


def test_what_is_over_is_neither_cancelled_nor_begun() -> None:
    done = two_steps().done(now=NOW).done(now=NOW)
    for over in (done, two_steps().cancel(now=NOW)):
        with pytest.raises(ConflictError):
            over.cancel(now=NOW)
        with pytest.raises(ConflictError):
            over.begin()
    failed = two_steps().failed("no", now=NOW, for_good=True)
    with pytest.raises(ConflictError, match="failed"):
        failed.cancel(now=NOW)


def test_runs_are_not_started_too_deep() -> None:
    called = Occurrence(kind="workflow", key="k")
    run_id = WorkflowRunId("run_1")
    WorkflowRun.start(run_id, a_workflow(), called, now=NOW, depth=DEEPEST)
    with pytest.raises(InvalidValueError, match="5 deep"):
        WorkflowRun.start(run_id, a_workflow(), called, now=NOW, depth=DEEPEST + 1)


def test_a_task_is_done_once() -> None:
    done = a_task().done(now=NOW)
    assert done == replace(a_task(), done_at=NOW)
    assert done.done(now=LATER) is done
    assert "Call back" not in repr(done)
