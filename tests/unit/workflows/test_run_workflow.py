"""Runs are done step by step, once, whoever dies on the way."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from adapters.in_memory.work import InMemoryEffects, InMemoryWorkDesk
from application.job_attempt import JobInHand
from application.ports.webhooks import WebhookAnswer, WebhookMessage
from application.ports.work_queue import Effect, Json, WorkItem, WorkState
from domain.errors import LeaseLostError, RejectedError, UnavailableError
from domain.workflow.actions import (
    CallWebhook,
    CreateTask,
    SendMessage,
    Wait,
)
from domain.workflow.conditions import Equals, Exists
from domain.workflow.run import RunState, StepState, WorkflowRun
from tests.unit.workflows.desk import SESSION, Desk, step, steps

URL = "https://hooks.example/a"
HOOK = CallWebhook(url=URL, body={"who": "{{lead.email}}", "amount": "{{payload.amount}}"})
TASK = CreateTask(title="Call {{lead.name}}", text="{{payload.amount}}")
MINUTE = timedelta(minutes=1)


def notes(run: WorkflowRun) -> list[tuple[StepState, str]]:
    return [(one.state, one.error or one.note) for one in run.records]


async def test_steps_are_done_in_order(desk: Desk) -> None:
    workflow = await desk.workflow(*steps(HOOK, TASK))
    run = await desk.done(workflow, payload={"amount": 120})
    assert (run.state, run.position, run.error) == (RunState.DONE, 2, None)
    assert notes(run) == [(StepState.DONE, "HTTP 204"), (StepState.DONE, "tsk_000001")]
    ((sent,), (task,)) = (desk.sender.sent, await desk.tasks())
    assert (sent.url, sent.body) == (URL, '{"who": null, "amount": 120}')
    assert sent.secrets == ("whsec_a2V5",)
    assert (task.title, task.text, task.run_id) == ("Call ", "120", run.id)
    assert (await desk.job()).state is WorkState.DONE


async def test_what_is_known_of_the_caller_is_put_in(desk: Desk) -> None:
    await desk.session(metadata={"tier": {"name": "gold"}})
    await desk.lead(name="Ada", email="ada@example.org")
    text = CreateTask(
        title="{{lead.name}} of {{session.agentId}}", text="{{metadata.tier.name}} {{lead.phone}}"
    )
    await desk.done(await desk.workflow(step(text)), session_id=SESSION)
    (task,) = await desk.tasks()
    assert (task.title, task.text, task.session_id) == ("Ada of demo", "gold ", SESSION)


async def test_nothing_that_was_not_confirmed_is_known(desk: Desk) -> None:
    await desk.session()
    await desk.lead(confirmed=False, email="ada@example.org")
    await desk.done(await desk.workflow(step(HOOK)), session_id=SESSION)
    assert desk.sender.sent[0].body == '{"who": null, "amount": null}'


async def test_a_step_is_passed_over_unless_its_condition_holds(desk: Desk) -> None:
    big = Equals(field="payload.amount", value=120)
    workflow = await desk.workflow(
        step(HOOK, when=Exists(field="lead.email")), step(TASK, when=big)
    )
    run = await desk.done(workflow, payload={"amount": 120})
    assert notes(run) == [(StepState.SKIPPED, "not called for"), (StepState.DONE, "tsk_000001")]
    assert desk.sender.sent == []


async def test_what_may_pass_is_tried_again_later_under_the_same_key(desk: Desk) -> None:
    workflow = await desk.workflow(*steps(HOOK, TASK))
    desk.sender.answer_next(WebhookAnswer(status=503, retry_after_s=40))
    run = await desk.done(workflow)
    assert (run.state, notes(run)) == (RunState.RUNNING, [(StepState.FAILED, "HTTP 503")])
    await desk.work(seconds=39)
    assert len(desk.sender.sent) == 1
    await desk.work(seconds=2)
    first, second = desk.sender.sent
    assert first.id == second.id
    assert (await desk.run(run)).state is RunState.DONE
    assert [one.attempt for one in (await desk.run(run)).records] == [1, 2, 1]


async def test_a_step_that_failed_too_often_leaves_a_dead_letter(desk: Desk) -> None:
    workflow = await desk.workflow(step(HOOK, attempts=2), step(TASK))
    desk.sender.fail_next(UnavailableError("down"))
    run = await desk.done(workflow)
    desk.sender.fail_next(TimeoutError())
    await desk.work(seconds=60)
    run = await desk.run(run)
    assert (run.state, run.error) == (RunState.FAILED, "it took too long")
    job = await desk.job()
    assert job.state is WorkState.DEAD
    assert job.last_error == "step call_webhook: it took too long"
    assert await desk.tasks() == []


async def test_a_dead_letter_that_is_taken_up_goes_on_at_its_step(desk: Desk) -> None:
    workflow = await desk.workflow(*steps(TASK, HOOK))
    desk.sender.answer_next(WebhookAnswer(status=404))
    run = await desk.done(workflow)
    assert (await desk.run(run)).error == "HTTP 404"
    await desk.store.work_admin.revive((await desk.job()).id)
    await desk.work()
    assert (await desk.run(run)).state is RunState.DONE
    assert len(await desk.tasks()) == 1


async def test_a_mistake_of_ours_is_an_attempt_like_any_other(desk: Desk) -> None:
    workflow = await desk.workflow(step(HOOK))
    desk.sender.fail_next(KeyError("a secret"))
    run = await desk.done(workflow)
    assert notes(run) == [(StepState.FAILED, "a mistake of ours: KeyError")]
    await desk.work(seconds=60)
    assert (await desk.run(run)).state is RunState.DONE


async def test_a_step_that_takes_too_long_is_cut_off(desk: Desk) -> None:
    class Slow(type(desk.sender)):  # type: ignore[misc]
        async def send(self, message: object) -> WebhookAnswer:
            await desk.clock.sleep(3600)
            return WebhookAnswer(status=204)

    slow = Slow()
    object.__setattr__(desk.handler.performer.outside, "sender", slow)
    workflow = await desk.workflow(step(HOOK, timeout=1, attempts=1))
    run = await desk.done(workflow)
    assert (run.state, run.error) == (RunState.FAILED, "it took too long")


async def test_a_wait_is_a_timer_that_outlives_attempts(desk: Desk) -> None:
    workflow = await desk.workflow(*steps(Wait(seconds=3600), TASK))
    run = await desk.done(workflow)
    assert (run.state, run.wakes_at) == (RunState.WAITING, desk.clock.now() + 60 * MINUTE)
    await desk.work(seconds=3599)
    assert (await desk.run(run)).state is RunState.WAITING
    assert (await desk.job()).attempt == 0
    await desk.work(seconds=1)
    run = await desk.run(run)
    assert (run.state, notes(run)[0]) == (RunState.DONE, (StepState.DONE, "waited"))


async def test_a_timer_that_rings_early_is_set_again(desk: Desk) -> None:
    workflow = await desk.workflow(*steps(Wait(seconds=3600), TASK))
    run = await desk.done(workflow)
    item = await desk.job()
    await desk.store.work_admin.cancel(item.id)
    await desk.store.work_admin.revive(item.id)
    await desk.work()
    assert (await desk.run(run)).state is RunState.WAITING
    await desk.work(seconds=3600)
    assert (await desk.run(run)).state is RunState.DONE


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4, 5])
async def test_a_store_that_goes_away_at_any_commit_loses_and_doubles_nothing(
    desk: Desk, after: int
) -> None:
    workflow = await desk.workflow(
        *steps(TASK, SendMessage(channel="sms", to="+4366012345", text="Thanks"), TASK)
    )
    run = await desk.call(workflow)
    commits = desk.store.apply

    def failing(changes: object) -> None:
        nonlocal after
        after -= 1
        if after == -1:
            raise UnavailableError("down")
        commits(changes)  # type: ignore[arg-type]

    desk.store.apply = failing  # type: ignore[method-assign]
    for _ in range(4):
        await desk.work(seconds=60)
    assert (await desk.run(run)).state is RunState.DONE
    assert len(await desk.tasks()) == 2
    assert len(desk.messages.sent) == 1


async def test_whoever_was_outrun_during_a_step_leaves_the_rest_to_the_other(desk: Desk) -> None:
    run = await desk.call(await desk.workflow(*steps(HOOK, TASK)))
    await desk.clock.advance()
    (mine,) = await desk.store.work_desk.claim(
        owner="slow", kinds=["run_workflow"], lease=MINUTE, at_most=1
    )
    send = desk.sender.send

    async def overtaken(message: WebhookMessage) -> WebhookAnswer:
        desk.sender.send = send  # type: ignore[method-assign]
        await desk.work(seconds=61)
        return await send(message)

    desk.sender.send = overtaken  # type: ignore[method-assign]
    with pytest.raises(LeaseLostError):
        await desk.handler.execute(JobInHand(item=mine, desk=desk.store.work_desk))
    assert (await desk.run(run)).state is RunState.DONE
    assert len(await desk.tasks()) == 1
    first, second = desk.sender.sent
    assert first.id == second.id


async def test_a_run_that_is_cancelled_before_a_step_is_kept_writes_nothing(desk: Desk) -> None:
    run = await desk.call(await desk.workflow(*steps(TASK, TASK)))
    find = InMemoryEffects.find

    async def cancelled_meanwhile(effects: InMemoryEffects, key: str) -> Effect | None:
        await desk.cancel(run)
        return await find(effects, key)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(InMemoryEffects, "find", cancelled_meanwhile)
        await desk.work()
    after = await desk.run(run)
    assert (after.state, after.records, await desk.tasks()) == (RunState.CANCELLED, (), [])


async def test_a_run_that_is_cancelled_as_its_timer_is_set_sets_none(desk: Desk) -> None:
    run = await desk.call(await desk.workflow(*steps(Wait(seconds=5), TASK)))
    save = InMemoryWorkDesk.save_cursor

    async def cancelled_meanwhile(
        work: InMemoryWorkDesk, item: WorkItem, cursor: Mapping[str, Json]
    ) -> None:
        await save(work, item, cursor)
        await desk.cancel(run)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(InMemoryWorkDesk, "save_cursor", cancelled_meanwhile)
        await desk.work()
    assert (await desk.run(run)).state is RunState.CANCELLED
    assert (await desk.job()).state is WorkState.DONE


async def test_a_run_that_was_cancelled_does_nothing_more(desk: Desk) -> None:
    workflow = await desk.workflow(*steps(Wait(seconds=60), TASK))
    waiting = await desk.done(workflow)
    assert (await desk.cancel(waiting)).state is RunState.CANCELLED
    await desk.work(seconds=61)
    assert await desk.tasks() == []
    assert (await desk.job()).state is WorkState.DONE


async def test_a_run_that_is_cancelled_during_a_step_keeps_what_was_done(desk: Desk) -> None:
    run = await desk.call(await desk.workflow(*steps(HOOK, TASK)))
    send = desk.sender.send

    async def cancelled_meanwhile(message: object) -> WebhookAnswer:
        await desk.cancel(run)
        return await send(message)  # type: ignore[arg-type]

    desk.sender.send = cancelled_meanwhile  # type: ignore[method-assign]
    await desk.work()
    after = await desk.run(run)
    assert (after.state, notes(after)) == (RunState.CANCELLED, [(StepState.DONE, "HTTP 204")])
    assert await desk.tasks() == []


@pytest.mark.parametrize("answer", [UnavailableError("down"), RejectedError("no")])
async def test_a_step_that_fails_as_its_run_is_cancelled_is_over_with_it(
    desk: Desk, answer: Exception
) -> None:
    run = await desk.call(await desk.workflow(*steps(HOOK, TASK)))

    async def cancelled_meanwhile(message: object) -> WebhookAnswer:
        await desk.cancel(run)
        raise answer

    desk.sender.send = cancelled_meanwhile  # type: ignore[method-assign]
    await desk.work()
    assert (await desk.run(run)).state is RunState.CANCELLED
    assert (await desk.job()).state is WorkState.DONE


async def test_an_effect_that_is_in_the_ledger_is_not_done_again(desk: Desk) -> None:
    run = await desk.call(await desk.workflow(step(HOOK)))
    job = await desk.job()
    async with desk.uow() as uow:
        await uow.effects.add(
            Effect(key=f"{job.id}:0", kind="webhook", target="x", at=desk.clock.now())
        )
        await uow.commit()
    await desk.work()
    assert desk.sender.sent == []
    assert notes(await desk.run(run)) == [(StepState.DONE, "was done before")]
