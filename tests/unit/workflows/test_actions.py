"""What steps do, outside of the service and in it."""

from datetime import timedelta

import pytest

from domain.contact_details import ContactField
from domain.session_command import AdjustAgent, HangUp, Speak
from domain.workflow.actions import (
    CallWebhook,
    ChangeInstructions,
    CreateTask,
    EndCall,
    Say,
    SendMessage,
    StartWorkflow,
    TransferCaller,
    UpdateCrm,
)
from domain.workflow.conditions import Exists
from domain.workflow.run import RunState, StepState, WorkflowRun
from tests.unit.workflows.desk import SESSION, Desk, step, steps

URL = "https://hooks.example/a"
HOOK = CallWebhook(url=URL, body={"who": "{{lead.email}}", "amount": "{{payload.amount}}"})
TASK = CreateTask(title="Call {{lead.name}}", text="{{payload.amount}}")
MINUTE = timedelta(minutes=1)


def notes(run: WorkflowRun) -> list[tuple[StepState, str]]:
    return [(one.state, one.error or one.note) for one in run.records]


async def test_messages_leave_by_the_way_that_is_configured(desk: Desk) -> None:
    await desk.session()
    await desk.lead(phone="+14155550132")
    sms = SendMessage(channel="sms", to="{{lead.phone}}", text="Thank you {{lead.name}}")
    run = await desk.done(await desk.workflow(step(sms)), session_id=SESSION)
    assert notes(run) == [(StepState.DONE, "by in-memory")]
    (message,) = desk.messages.sent.values()
    assert (message.to, message.text) == ("+14155550132", "Thank you ")
    assert "+1415" not in repr(message)


async def test_a_message_to_nobody_fails_at_once(desk: Desk) -> None:
    sms = SendMessage(channel="sms", to="{{lead.phone}}", text="Thank you")
    run = await desk.done(await desk.workflow(step(sms)))
    assert (run.state, run.error) == (RunState.FAILED, "there is nobody to send it to")


async def test_live_steps_are_orders_to_the_call(desk: Desk) -> None:
    await desk.session()
    await desk.lead(name="Ada")
    workflow = await desk.workflow(
        *steps(
            Say(text="Thank you {{lead.name}}."),
            ChangeInstructions(text="Be brief."),
            TransferCaller(to="sales"),
            EndCall(),
        )
    )
    run = await desk.done(workflow, session_id=SESSION)
    assert await desk.orders() == [
        Speak(text="Thank you Ada."),
        AdjustAgent(instructions="Be brief."),
        HangUp(),
    ]
    assert desk.rooms.transfers == [("room", "tel:+4315550134")]
    assert [note for _, note in notes(run)] == ["ordered", "ordered", "to sales", "ordered"]


async def test_live_steps_of_a_call_that_is_over_are_passed_over(desk: Desk) -> None:
    await desk.session(ended=True)
    workflow = await desk.workflow(*steps(Say(text="Hello"), TransferCaller(to="sales"), TASK))
    run = await desk.done(workflow, session_id=SESSION)
    over = (StepState.SKIPPED, "the call is over")
    assert notes(run) == [over, over, (StepState.DONE, "tsk_000001")]
    assert await desk.orders() == []


@pytest.mark.parametrize(
    "action", [EndCall(), TransferCaller(to="sales"), UpdateCrm(fields={ContactField.NAME: "x"})]
)
async def test_a_run_about_no_call_cannot_act_in_one(desk: Desk, action: EndCall) -> None:
    run = await desk.done(await desk.workflow(step(action)))
    assert (run.state, run.error) == (RunState.FAILED, "this run is about no call")


async def test_callers_are_put_through_to_nobody_else(desk: Desk) -> None:
    await desk.session()
    run = await desk.done(
        await desk.workflow(step(TransferCaller(to="tel:+1900"))), session_id=SESSION
    )
    assert run.error == "the agent has no transferTo called tel:+1900"


async def test_a_new_contact_has_what_the_caller_confirmed_too(desk: Desk) -> None:
    await desk.session()
    await desk.lead(email="ada@example.org", name="Ada")
    company = UpdateCrm(fields={ContactField.COMPANY: "{{payload.company}}"})
    run = await desk.done(
        await desk.workflow(step(company)), session_id=SESSION, payload={"company": "Löwe AG"}
    )
    (contact,) = desk.crm.contacts.values()
    assert contact == {
        ContactField.EMAIL: "ada@example.org",
        ContactField.NAME: "Ada",
        ContactField.COMPANY: "Löwe AG",
    }
    assert notes(run) == [(StepState.DONE, "1 written, 0 for a person")]


async def test_what_the_crm_holds_stays_and_a_person_decides(desk: Desk) -> None:
    await desk.session()
    await desk.lead(email="ada@example.org")
    desk.crm.contacts["c1"] = {
        ContactField.EMAIL: "ada@example.org",
        ContactField.COMPANY: "Adler KG",
    }
    company = UpdateCrm(fields={ContactField.COMPANY: "Löwe AG"})
    workflow = await desk.workflow(*steps(company, company))
    run = await desk.done(workflow, session_id=SESSION)
    assert desk.crm.contacts["c1"][ContactField.COMPANY] == "Adler KG"
    assert notes(run) == [(StepState.DONE, "0 written, 1 for a person")] * 2
    async with desk.uow() as uow:
        (review,) = await uow.crm_reviews.find_page(is_open=True, after=None, limit=9)
    assert (review.difference.held, review.difference.offered) == ("Adler KG", "Löwe AG")


async def test_the_crm_is_not_written_to_without_a_word(desk: Desk) -> None:
    await desk.session()
    await desk.lead(email="ada@example.org")
    nothing = UpdateCrm(fields={ContactField.COMPANY: "{{payload.company}}"})
    run = await desk.done(await desk.workflow(step(nothing)), session_id=SESSION)
    assert notes(run) == [(StepState.SKIPPED, "there was nothing to write")]
    assert desk.crm.requests == 0


async def test_nobody_is_written_to_who_confirmed_nothing(desk: Desk) -> None:
    await desk.session()
    company = UpdateCrm(fields={ContactField.COMPANY: "Löwe AG"})
    workflow = await desk.workflow(step(company))
    run = await desk.done(workflow, session_id=SESSION)
    assert run.error == "the caller confirmed neither an e-mail address nor a number"
    await desk.lead(name="Ada")
    run = await desk.done(workflow, session_id=SESSION)
    assert run.state is RunState.FAILED


async def test_a_workflow_starts_another_about_the_same(desk: Desk) -> None:
    other = await desk.workflow(step(TASK), name="other", triggers=())
    workflow = await desk.workflow(step(StartWorkflow(name="other")))
    run = await desk.done(workflow, payload={"amount": 7})
    (child,) = await desk.runs(other)
    assert notes(run) == [(StepState.DONE, child.id)]
    assert (child.trigger, child.depth, child.state) == ("workflow", 2, RunState.DONE)
    (task,) = await desk.tasks()
    assert (task.text, task.run_id) == ("7", child.id)


async def test_workflows_start_each_other_five_deep_and_no_deeper(desk: Desk) -> None:
    await desk.workflow(step(TASK), name="w6", triggers=())
    for number in (5, 4, 3, 2):
        following = StartWorkflow(name=f"w{number + 1}")
        await desk.workflow(step(following), name=f"w{number}")
    await desk.done(await desk.workflow(step(StartWorkflow(name="w2")), name="w1"))
    assert await desk.tasks() == []
    async with desk.uow() as uow:
        (last,) = await uow.workflows.find_by_names(["w5"])
    (deepest,) = await desk.runs(last)
    assert (deepest.depth, deepest.error) == (5, "workflows start each other more than 5 deep")


async def test_what_cannot_be_started_is_said(desk: Desk) -> None:
    await desk.workflow(step(TASK), name="off", enabled=False)
    only_gold = (Exists(field="metadata.tier"),)
    await desk.workflow(step(TASK), name="gold", conditions=only_gold)
    for name, said in (
        ("none", "there is no workflow none that is enabled"),
        ("off", "there is no workflow off that is enabled"),
        ("gold", "not started: conditions, or too many runs"),
    ):
        starting = step(StartWorkflow(name=name))
        run = await desk.done(await desk.workflow(starting, name=f"starts-{name}"))
        assert notes(run)[0][1] == said
    assert await desk.tasks() == []
