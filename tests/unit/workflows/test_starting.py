"""What starts runs, and how many of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from application.stored_events import StoredEvent, event_job
from application.use_cases.workflows.save_workflow import SaveWorkflowCommand
from application.workflows.occurrences import happened
from domain.contact_details import ContactField
from domain.errors import ConflictError, NotFoundError
from domain.events import EscalationRaised
from domain.ids import TurnId, VoiceSessionId, WorkflowId, WorkflowRunId
from domain.insight.call_insight import CallInsight, Finding, Topic
from domain.lead import FieldStatus
from domain.transcript import Role, Turn
from domain.voice_session import CloseReason
from domain.workflow.actions import CreateTask, EndCall, Say, Wait
from domain.workflow.conditions import Equals, Exists
from domain.workflow.run import MOST_RUNS_OF_A_SESSION, RunState
from domain.workflow.triggers import (
    FieldCaptured,
    IntentHeard,
    MoodShown,
    Occurrence,
    PhraseHeard,
    SessionBegan,
    SessionOver,
    Trigger,
)
from tests.contracts.store import NOW
from tests.unit.workflows.desk import SESSION, Desk, step, steps

TASK = CreateTask(title="Call back")


@pytest.mark.parametrize(
    ("trigger", "kind", "told"),
    [
        (SessionBegan(), "SessionStarted", {"owner": "job"}),
        (SessionOver(reasons=(CloseReason.ERROR,)), "SessionEnded", {"reason": "error"}),
        (
            FieldCaptured(field=ContactField.EMAIL, status=FieldStatus.CONFIRMED),
            "LeadChanged",
            {"leadId": "led_1", "field": "email", "status": "confirmed"},
        ),
        (MoodShown(), "EscalationRaised", {"turnId": "t", "mood": "frustration"}),
    ],
)
async def test_domain_events_start_workflows_that_the_agent_names_once(
    desk: Desk, trigger: Trigger, kind: str, told: dict[str, str]
) -> None:
    named = await desk.workflow(step(TASK), name="named", triggers=(trigger,))
    await desk.workflow(step(TASK), name="deaf")
    other = await desk.workflow(step(TASK), name="other", triggers=(trigger,))
    await desk.session("named", "deaf", "gone")
    await desk.happened(kind, **told)
    await desk.happened(kind, **told)
    (run,) = await desk.runs(named)
    assert (run.session_id, run.number, run.key) == (
        SESSION,
        1,
        f"workflow:{named.id}:event:{kind}",
    )
    assert await desk.runs(other) == []


def test_the_name_of_an_event_is_told_whatever_its_fields_are_called() -> None:
    raised = EscalationRaised(
        session_id=SESSION, turn_id=TurnId("t"), mood="complaint", occurred_at=NOW
    )
    job = event_job(raised, "1")
    seen = happened(StoredEvent(id=job.key, kind=str(job.payload["kind"]), payload=job.payload))
    assert seen is not None
    assert (seen.kind, seen.facts) == ("mood", {"mood": "complaint", "turnId": "t"})


async def test_events_that_no_trigger_waits_for_start_nothing(desk: Desk) -> None:
    await desk.happened("AgentPublished")


async def test_a_call_that_was_read_starts_what_waits_for_its_intent_and_words(
    desk: Desk,
) -> None:
    intent = await desk.workflow(step(TASK), name="intent", triggers=(IntentHeard(name="refund"),))
    words = await desk.workflow(
        step(TASK), name="words", triggers=(PhraseHeard(phrases=("money back",)),)
    )
    await desk.session("intent", "words", ended=True)
    said = (
        ("1", Role.CALLER, "I want my money back", None),
        ("2", Role.AGENT, "You want your money back?", None),
        ("3", Role.CALLER, "money back", "echo"),
        ("4", Role.CALLER, "", None),
    )
    for item, role, text, suspect in said:
        await desk.store.journal.record(turn(item, role, text, suspect))
    await desk.happened("CallWrappedUp")
    assert await desk.runs(intent) == []
    (run,) = await desk.runs(words)
    assert run.facts == {"turnId": "ses_1:1"}
    for findings in ({}, {Topic.INTENT: Finding(value="A refund", turn_id=TurnId("t"), quote="x")}):
        async with desk.uow() as uow:
            await uow.call_insights.save(
                CallInsight(
                    session_id=SESSION,
                    summary="",
                    made_by="rules",
                    made_at=desk.clock.now(),
                    findings=findings,
                )
            )
            await uow.commit()
        await desk.happened("CallWrappedUp")
    assert len(await desk.runs(intent)) == 1
    assert len(await desk.runs(words)) == 1


def turn(item: str, role: Role, text: str, suspect: str | None) -> Turn:
    return Turn(
        id=Turn.id_for(SESSION, item),
        session_id=SESSION,
        role=role,
        text=text,
        start_ms=0,
        end_ms=1,
        suspect=suspect,
    )


async def test_the_insight_of_a_call_can_be_used(desk: Desk) -> None:
    await desk.session(ended=True)
    found = {Topic.BUDGET: Finding(value="500", turn_id=TurnId("t"), quote="500")}
    async with desk.uow() as uow:
        await uow.call_insights.save(
            CallInsight(
                session_id=SESSION,
                summary="Ada called.",
                made_by="rules",
                made_at=desk.clock.now(),
                findings=found,
            )
        )
        await uow.commit()
    text = CreateTask(
        title="{{insight.budget}} {{session.closeReason}}", text="{{insight.summary}}"
    )
    await desk.done(await desk.workflow(step(text)), session_id=SESSION)
    (task,) = await desk.tasks()
    assert (task.title, task.text) == ("500 caller_goodbye", "Ada called.")


async def test_conditions_are_asked_before_a_run_is_started(desk: Desk) -> None:
    workflow = await desk.workflow(
        step(TASK), conditions=(Equals(field="payload.urgent", value=True),)
    )
    with pytest.raises(ConflictError, match="conditions do not hold"):
        await desk.call(workflow, {"urgent": False})
    assert (await desk.call(workflow, {"urgent": True})).state is RunState.PENDING


async def test_a_session_has_no_more_than_twenty_runs(desk: Desk) -> None:
    workflow = await desk.workflow(step(TASK), triggers=(PhraseHeard(phrases=("hello",)),))
    await desk.session("flow")
    for number in range(MOST_RUNS_OF_A_SESSION + 5):
        occurrence = Occurrence(
            kind="phrase", key=f"heard:{number}", session_id=SESSION, text="hello"
        )
        await desk.notice.execute((occurrence,))
    runs = await desk.runs(workflow)
    assert [run.number for run in runs] == list(range(MOST_RUNS_OF_A_SESSION, 0, -1))


async def test_what_happens_in_no_session_starts_nothing(desk: Desk) -> None:
    assert await desk.notice.execute(()) == ()
    assert await desk.notice.execute((Occurrence(kind="phrase", key="k"),)) == ()
    with pytest.raises(NotFoundError):
        await desk.notice.execute(
            (Occurrence(kind="phrase", key="k", session_id=VoiceSessionId("ses_9")),)
        )


async def test_the_same_request_twice_is_one_run(desk: Desk) -> None:
    workflow = await desk.workflow(step(TASK))
    first = await desk.call(workflow, {"amount": 1}, key="once")
    assert await desk.call(workflow, {"amount": 2}, key="once") == first
    assert (await desk.call(workflow)).id != first.id


async def test_only_what_waits_for_it_can_be_asked_for(desk: Desk) -> None:
    deaf = await desk.workflow(step(TASK), name="deaf", triggers=(SessionBegan(),))
    off = await desk.workflow(step(TASK), name="off", enabled=False)
    for workflow in (deaf, off):
        with pytest.raises(ConflictError, match="disabled, or has no webhook trigger"):
            await desk.call(workflow)
    with pytest.raises(NotFoundError):
        await desk.call(replace(deaf, id=WorkflowId("wfl_9")))
    with pytest.raises(NotFoundError):
        await desk.call(await desk.workflow(step(TASK)), session_id=VoiceSessionId("ses_9"))


async def test_a_run_goes_on_with_the_version_it_began_with(desk: Desk) -> None:
    workflow = await desk.workflow(*steps(Wait(seconds=60), TASK))
    run = await desk.done(workflow)
    config = replace(workflow.config, steps=steps(EndCall()))
    await desk.save.execute(SaveWorkflowCommand(config=config, workflow_id=workflow.id))
    await desk.work(seconds=60)
    assert (await desk.run(run)).version == 1
    assert len(await desk.tasks()) == 1


async def test_a_replay_does_everything_again_as_the_workflow_is_now(desk: Desk) -> None:
    gold = (Exists(field="payload.tier"),)
    workflow = await desk.workflow(step(CreateTask(title="{{payload.tier}}")), conditions=gold)
    first = await desk.done(workflow, payload={"tier": "gold"})
    again = await desk.replay(first)
    await desk.work()
    assert (again.replay_of, again.number, again.facts) == (first.id, None, first.facts)
    assert [task.title for task in await desk.tasks()] == ["gold", "gold"]
    assert len({task.run_id for task in await desk.tasks()}) == 2


async def test_what_goes_on_is_not_replayed_nor_what_is_over_cancelled(desk: Desk) -> None:
    run = await desk.done(await desk.workflow(*steps(Wait(seconds=60), TASK)))
    with pytest.raises(ConflictError, match="waiting; cancel it first"):
        await desk.replay(run)
    await desk.work(seconds=60)
    with pytest.raises(ConflictError, match="done"):
        await desk.cancel(run)
    with pytest.raises(NotFoundError):
        await desk.cancel(replace(run, id=WorkflowRunId("run_9")))


async def test_a_timer_outlasts_what_it_waits_for_by_nothing(desk: Desk) -> None:
    await desk.session()
    run = await desk.done(
        await desk.workflow(*steps(Wait(seconds=5), Say(text="Still there?"))), session_id=SESSION
    )
    assert run.wakes_at == desk.clock.now() + timedelta(seconds=5)
    await desk.work(seconds=5)
    assert len(await desk.orders()) == 1
