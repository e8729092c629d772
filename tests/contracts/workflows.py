"""What every store promises of workflows, their runs and their tasks."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.contact_details import ContactField
from domain.errors import ConflictError, NotFoundError, StaleVersionError
from domain.ids import TaskId, VoiceSessionId, WorkflowId, WorkflowRunId
from domain.lead import FieldStatus
from domain.voice_session import CloseReason
from domain.workflow import actions, conditions, triggers
from domain.workflow.run import WorkflowRun
from domain.workflow.task import Task
from domain.workflow.workflow import Step, Workflow, WorkflowConfig
from tests.contracts.store import NOW, Store

EVERY_TRIGGER: tuple[triggers.Trigger, ...] = (
    triggers.PhraseHeard(phrases=("cancel my plan", "kündigen")),
    triggers.IntentHeard(name="demo"),
    triggers.ToolCalled(name="record_contact"),
    triggers.FieldCaptured(field=ContactField.EMAIL, status=FieldStatus.STATED),
    triggers.MoodShown(),
    triggers.SessionBegan(),
    triggers.SessionOver(reasons=(CloseReason.CALLER_GOODBYE,)),
    triggers.SilenceFell(seconds=20),
    triggers.Called(),
)
EVERY_CONDITION: tuple[conditions.Condition, ...] = (
    conditions.Exists(field="lead.email"),
    conditions.AllOf(
        of=(
            conditions.Equals(field="payload.urgent", value=True),
            conditions.Not(of=conditions.IsIn(field="metadata.tier", values=("free", 0, None))),
        )
    ),
    conditions.AnyOf(of=(conditions.Greater(field="payload.amount", value=100),)),
)
EVERY_ACTION: tuple[actions.Action, ...] = (
    actions.CallWebhook(
        url="https://hooks.example/a?b=c", body={"who": "{{lead.name}}", "deep": [1, {"a": None}]}
    ),
    actions.UpdateCrm(fields={ContactField.COMPANY: "{{payload.company}}"}),
    actions.CreateTask(title="Call back", text="{{session.id}}"),
    actions.SendMessage(channel="sms", to="{{lead.phone}}", text="Thank you"),
    actions.ChangeInstructions(text="Be brief."),
    actions.TransferCaller(to="sales"),
    actions.Say(text="One moment."),
    actions.EndCall(),
    actions.StartWorkflow(name="other"),
    actions.Wait(seconds=60),
)
EVERYTHING = WorkflowConfig(
    name="everything",
    triggers=EVERY_TRIGGER,
    conditions=EVERY_CONDITION,
    steps=tuple(
        Step(name=one.type, action=one, when=EVERY_CONDITION[0], timeout=3, attempts=2)
        for one in EVERY_ACTION
    ),
)


def a_workflow(number: int = 1, **changes: object) -> Workflow:
    workflow = Workflow(
        id=WorkflowId(f"wfl_{number:03d}"),
        version=1,
        config=replace(EVERYTHING, name=f"flow-{number}"),
        changed_at=NOW,
    )
    return replace(workflow, **changes)  # type: ignore[arg-type]


def a_run(number: int = 1, /, *, workflow: int = 1, **changes: object) -> WorkflowRun:
    occurrence = triggers.Occurrence(
        kind="webhook", key=f"key-{number}", facts={"payload": {"ünï": [1, True]}}
    )
    run = WorkflowRun.start(
        WorkflowRunId(f"run_{number:03d}"), a_workflow(workflow), occurrence, now=NOW
    )
    return replace(run, **changes)  # type: ignore[arg-type]


def a_task(number: int = 1, **changes: object) -> Task:
    task = Task(
        id=TaskId(f"tsk_{number:03d}"),
        run_id=WorkflowRunId("run_001"),
        title="Call back",
        text="soon",
        created_at=NOW,
    )
    return replace(task, **changes)  # type: ignore[arg-type]


async def put(store: Store, *things: Workflow | WorkflowRun | Task) -> None:
    async with store.unit_of_work() as uow:
        for one in things:
            if isinstance(one, Workflow):
                await uow.workflows.save(one)
            elif isinstance(one, WorkflowRun):
                assert (await uow.workflow_runs.save(one)).revision == one.revision + 1
            else:
                await uow.tasks.save(one)
        await uow.commit()


class WorkflowsContract:
    """Subclasses bring a `store` fixture."""

    async def test_a_workflow_comes_back_with_all_that_it_can_hold(self, store: Store) -> None:
        await put(store, a_workflow())
        async with store.unit_of_work() as uow:
            kept = await uow.workflows.get(WorkflowId("wfl_001"))
            assert kept == a_workflow()
            changed = kept.changed(replace(kept.config, enabled=False), now=NOW)
            await uow.workflows.save(changed)
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.workflows.get(WorkflowId("wfl_001")) == changed
            with pytest.raises(NotFoundError):
                await uow.workflows.get(WorkflowId("wfl_009"))

    async def test_workflows_are_found_by_name_and_in_pages(self, store: Store) -> None:
        await put(store, *(a_workflow(number) for number in (1, 2, 3)))
        async with store.unit_of_work() as uow:
            named = await uow.workflows.find_by_names(("flow-3", "flow-1", "nobody"))
            assert [one.id for one in named] == ["wfl_001", "wfl_003"]
            assert await uow.workflows.find_by_names(()) == []
            first = await uow.workflows.find_page(after=None, limit=2)
            second = await uow.workflows.find_page(after=first[-1].id, limit=2)
        assert [one.id for one in (*first, *second)] == ["wfl_003", "wfl_002", "wfl_001"]

    async def test_a_name_is_of_one_workflow(self, store: Store) -> None:
        await put(store, a_workflow(1))
        with pytest.raises(ConflictError):
            await put(store, a_workflow(2, config=a_workflow(1).config))

    async def test_a_workflow_that_was_saved_meanwhile_is_not_overwritten(
        self, store: Store
    ) -> None:
        await put(store, a_workflow(), a_workflow(version=2))
        for late in (a_workflow(version=2), a_workflow(7, version=4)):
            with pytest.raises(StaleVersionError):
                await put(store, late)
        with pytest.raises(StaleVersionError):
            async with store.unit_of_work() as uow:
                await uow.workflows.remove(a_workflow(version=1))
                await uow.commit()

    async def test_a_workflow_goes_and_its_runs_stay(self, store: Store) -> None:
        await put(store, a_workflow(), a_run())
        async with store.unit_of_work() as uow:
            await uow.workflows.remove(a_workflow())
            await uow.commit()
        async with store.unit_of_work() as uow:
            with pytest.raises(NotFoundError):
                await uow.workflows.get(WorkflowId("wfl_001"))
            assert await uow.workflow_runs.get(WorkflowRunId("run_001")) == a_run(revision=1)

    async def test_a_run_comes_back_with_what_was_tried(self, store: Store) -> None:
        await put(store, a_run())
        async with store.unit_of_work() as uow:
            kept = await uow.workflow_runs.get(WorkflowRunId("run_001"))
            tried = kept.begin().failed("HTTP 500", now=NOW, for_good=False)
            tried = tried.done(now=NOW, note="HTTP 200").wait(NOW + timedelta(hours=1))
            await uow.workflow_runs.save(replace(tried, replay_of=WorkflowRunId("run_000")))
            await uow.commit()
        async with store.unit_of_work() as uow:
            again = await uow.workflow_runs.find_by_key("key-1")
            assert again == replace(tried, revision=2, replay_of=WorkflowRunId("run_000"))
            assert await uow.workflow_runs.find_by_key("key-9") is None
            with pytest.raises(NotFoundError):
                await uow.workflow_runs.get(WorkflowRunId("run_009"))

    async def test_an_occurrence_starts_one_run(self, store: Store) -> None:
        await put(store, a_run(1))
        with pytest.raises(ConflictError):
            await put(store, a_run(2, key="key-1"))

    async def test_a_session_has_each_number_once(self, store: Store) -> None:
        session = VoiceSessionId("ses_001")
        await put(store, a_run(1, session_id=session, number=1), a_run(2), a_run(3))
        await put(store, a_run(5, session_id=session), a_run(6, session_id=session))
        async with store.unit_of_work() as uow:
            assert await uow.workflow_runs.count(session) == 1
            assert await uow.workflow_runs.count(VoiceSessionId("ses_002")) == 0
        with pytest.raises(ConflictError):
            await put(store, a_run(4, session_id=session, number=1))

    async def test_a_run_that_was_saved_meanwhile_is_not_overwritten(self, store: Store) -> None:
        await put(store, a_run(), a_run(revision=1).begin())
        with pytest.raises(StaleVersionError):
            await put(store, a_run(revision=1))

    async def test_runs_are_paged_by_workflow(self, store: Store) -> None:
        await put(store, *(a_run(number) for number in (1, 2, 3)), a_run(9, workflow=2))
        async with store.unit_of_work() as uow:
            ours = WorkflowId("wfl_001")
            first = await uow.workflow_runs.find_page(ours, after=None, limit=2)
            second = await uow.workflow_runs.find_page(ours, after=first[-1].id, limit=2)
        assert [one.id for one in (*first, *second)] == ["run_003", "run_002", "run_001"]

    async def test_tasks_are_told_apart_by_whether_they_are_done(self, store: Store) -> None:
        done = a_task(2, session_id=VoiceSessionId("ses_001"), done_at=NOW)
        await put(store, a_task(1), done, a_task(3))
        async with store.unit_of_work() as uow:
            assert await uow.tasks.get(TaskId("tsk_002")) == replace(done, revision=1)
            to_do = await uow.tasks.find_page(is_open=True, after=None, limit=9)
            ended = await uow.tasks.find_page(is_open=False, after=None, limit=9)
            both = await uow.tasks.find_page(is_open=None, after="tsk_003", limit=1)
            with pytest.raises(NotFoundError):
                await uow.tasks.get(TaskId("tsk_009"))
        assert [[one.id for one in page] for page in (to_do, ended, both)] == [
            ["tsk_003", "tsk_001"],
            ["tsk_002"],
            ["tsk_002"],
        ]
        with pytest.raises(StaleVersionError):
            await put(store, a_task(1, revision=7))
        await put(store, a_task(1, revision=1).done(now=NOW))
