"""What a workflow may be."""

from dataclasses import replace

import pytest

from domain.contact_details import ContactField
from domain.errors import InvalidValueError
from domain.workflow.actions import (
    CallWebhook,
    ChangeInstructions,
    CreateTask,
    EndCall,
    Say,
    SendMessage,
    StartWorkflow,
    UpdateCrm,
    Wait,
)
from domain.workflow.conditions import Exists
from domain.workflow.triggers import Called, Occurrence
from domain.workflow.workflow import WorkflowConfig, check_no_loop
from tests.contracts.workflows import EVERYTHING, a_workflow
from tests.unit.workflows.desk import step, steps


def config(name: str, *starts: str) -> WorkflowConfig:
    return WorkflowConfig(
        name=name,
        triggers=(Called(),),
        steps=steps(EndCall(), *(StartWorkflow(name=one) for one in starts)),
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": "two words"}, "name must be"),
        ({"steps": ()}, "steps must be 1 to 50"),
        ({"steps": steps(*[EndCall()] * 51)}, "steps must be 1 to 50"),
        ({"triggers": (Called(),) * 21}, "triggers must be at most 20"),
        ({"steps": (step(EndCall()), step(EndCall()))}, "several steps are called end"),
        ({"conditions": (Exists(field="nothing"),)}, "conditions: there is no 'nothing'"),
    ],
)
def test_a_workflow_that_no_run_could_work_with_is_refused(
    changes: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        replace(EVERYTHING, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": " "}, "name of a step"),
        ({"timeout": 0}, "timeout must be 1 to 60"),
        ({"timeout": 61}, "timeout must be 1 to 60"),
        ({"attempts": 0}, "attempts must be 1 to 10"),
        ({"attempts": 11}, "attempts must be 1 to 10"),
        ({"when": Exists(field="x")}, "end: when: there is no 'x'"),
    ],
)
def test_a_step_is_bounded(changes: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        replace(step(EndCall()), **changes)  # type: ignore[arg-type]


def test_actions_that_could_never_be_done_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="credentials"):
        CallWebhook(url="https://user@example.org/", body={})
    with pytest.raises(InvalidValueError, match="body"):
        CallWebhook(url="https://example.org/", body={"a": "{{nobody}}"})
    with pytest.raises(InvalidValueError, match="at least one field"):
        UpdateCrm(fields={})
    with pytest.raises(InvalidValueError, match="fields"):
        UpdateCrm(fields={ContactField.NAME: "{{x}}"})
    with pytest.raises(InvalidValueError, match="title must not be empty"):
        CreateTask(title=" ")
    with pytest.raises(InvalidValueError, match="text"):
        CreateTask(title="a", text="{{x}}")
    with pytest.raises(InvalidValueError, match="to must not be empty"):
        SendMessage(channel="sms", to="", text="a")
    with pytest.raises(InvalidValueError, match="text must not be empty"):
        Say(text="")
    with pytest.raises(InvalidValueError, match="text must not be empty"):
        ChangeInstructions(text=" ")


@pytest.mark.parametrize("seconds", [0, 30 * 24 * 3600 + 1])
def test_nobody_waits_for_more_than_thirty_days(seconds: int) -> None:
    with pytest.raises(InvalidValueError, match="30 days"):
        Wait(seconds=seconds)


def test_a_workflow_may_start_others_in_a_line_and_twice() -> None:
    check_no_loop(config("a", "b", "c", "gone"), [config("b", "c"), config("c")])


def test_a_circle_is_refused_and_named() -> None:
    with pytest.raises(InvalidValueError, match="a starts a"):
        check_no_loop(config("a", "a"), [])
    others = [config("b", "c"), config("c", "d", "a"), config("d", "b")]
    with pytest.raises(InvalidValueError, match="a starts b starts c starts a"):
        check_no_loop(config("a", "b"), others)


def test_what_was_a_circle_before_the_change_is_none_after_it() -> None:
    check_no_loop(config("a"), [config("a", "b"), config("b", "a")])


def test_a_disabled_workflow_starts_on_nothing() -> None:
    called = Occurrence(kind="webhook", key="k")
    workflow = a_workflow()
    off = workflow.changed(replace(workflow.config, enabled=False), now=workflow.changed_at)
    assert workflow.starts_on(called)
    assert not off.starts_on(called)
    assert not workflow.starts_on(Occurrence(kind="workflow", key="k"))
    assert (workflow.tag, off.tag) == ("1", "2")
