"""Workflows that start while the call goes on, and act in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from adapters.in_memory import InMemoryStore, ManualClock
from adapters.in_memory.unit_of_work import InMemoryUnitOfWork
from adapters.in_memory.workflows import InMemoryWorkflows
from domain.errors import UnavailableError
from domain.ids import WorkflowId
from domain.transcript import Role
from domain.voice_session import CloseReason
from domain.workflow.actions import Action, ChangeInstructions, CreateTask, EndCall, Say
from domain.workflow.run import WorkflowRun
from domain.workflow.triggers import PhraseHeard, SilenceFell, ToolCalled, Trigger
from domain.workflow.workflow import Workflow, WorkflowConfig
from tests.unit.application.calls import OngoingCall, ongoing, said
from tests.unit.application.conftest import Service
from tests.unit.workflows.desk import Desk, steps

FLOW = WorkflowId("wfl_1")
ANSWER = (Say(text="One moment, please."),)


@dataclass
class Live:
    """A call whose agent names one workflow, and the relay beside it."""

    call: OngoingCall
    relay: Desk

    async def runs(self) -> list[WorkflowRun]:
        """Oldest first."""
        return list(reversed(await self.relay.runs(FLOW)))

    async def work(self) -> None:
        """The relay does what there is, and the call takes its orders."""
        await self.relay.work()
        await self.call.wait(1)


def relay_of(service: Service) -> Desk:
    """The relay of *service*, over the same store, clock and ids."""
    return Desk(given=service.store, clock=service.clock, ids=service.ids, rooms=service.rooms)


class AwayAtFirst(InMemoryStore):
    """A store that does not tell its workflows the first time it is asked."""

    asked = 0

    def unit_of_work(self) -> InMemoryUnitOfWork:
        return _Away(self)


class _Away(InMemoryUnitOfWork):
    @property
    def workflows(self) -> InMemoryWorkflows:
        store = self._store
        assert isinstance(store, AwayAtFirst)
        store.asked += 1
        if store.asked == 2:  # the first time they are put there
            raise UnavailableError("down")
        return super().workflows


@asynccontextmanager
async def live(
    trigger: Trigger,
    *actions: Action,
    names: tuple[str, ...] = ("flow",),
    store: InMemoryStore | None = None,
    clock: ManualClock | None = None,
) -> AsyncIterator[Live]:
    clock = clock or ManualClock()
    service = Service(clock=clock, store=store or InMemoryStore(clock))
    await service.publish(workflows=names, greeting=None)
    config = WorkflowConfig(name="flow", triggers=(trigger,), steps=steps(*actions or ANSWER))
    async with service.store.unit_of_work() as uow:
        now = service.clock.now()
        await uow.workflows.save(Workflow(id=FLOW, version=1, config=config, changed_at=now))
        await uow.commit()
    async with ongoing(service) as call:
        await call.join()
        yield Live(call, relay_of(service))


async def test_a_phrase_starts_a_workflow_that_speaks_in_the_call() -> None:
    async with live(PhraseHeard(phrases=("opening hours",))) as scene:
        await scene.call.hear(said("i1", "What are your Opening Hours?"))
        (run,) = await scene.runs()
        assert (run.trigger, run.session_id) == ("phrase", scene.call.session.id)
        await scene.work()
        assert scene.call.service.call.said == ["One moment, please."]
        assert await scene.call.notes() == ["workflow flow started: phrase"]


async def test_only_what_callers_say_starts_one_and_each_turn_once() -> None:
    async with live(PhraseHeard(phrases=("opening hours",))) as scene:
        await scene.call.hear(said("i1", "Our opening hours are long.", role=Role.AGENT))
        await scene.call.hear(said("i2", "What are your hours?"))
        assert await scene.runs() == []
        await scene.call.hear(said("i3", "opening hours"))
        await scene.call.hear(said("i3", "Opening hours, please!"))
        assert len(await scene.runs()) == 1
        await scene.call.hear(said("i4", "opening hours"))
        assert [run.number for run in await scene.runs()] == [1, 2]


async def test_words_that_may_be_an_echo_start_nothing() -> None:
    async with live(PhraseHeard(phrases=("opening hours",))) as scene:
        await scene.call.hear(replace(said("i1", "opening hours"), suspect="echo"))
        assert await scene.runs() == []


async def test_a_workflow_that_the_agent_does_not_name_hears_nothing() -> None:
    async with live(PhraseHeard(phrases=("opening hours",)), names=()) as scene:
        await scene.call.hear(said("i1", "opening hours"))
        assert await scene.runs() == []


async def test_a_workflow_changes_the_instructions_and_ends_the_call() -> None:
    actions = (ChangeInstructions(text="Speak of lions."), EndCall())
    async with live(PhraseHeard(phrases=("lions",)), *actions) as scene:
        await scene.call.hear(said("i1", "Tell me of lions."))
        await scene.work()
        changes = scene.call.service.call.changes
        assert "Speak of lions." in str(changes[-1].instructions)
        assert "the call was ended by order" in await scene.call.notes()
        assert await scene.call.task is CloseReason.TASK_COMPLETED


async def test_a_tool_that_ran_starts_a_workflow_each_time() -> None:
    async with live(ToolCalled(name="record_contact"), CreateTask(title="Look")) as scene:
        for name in ("Ada", "Eva"):
            await scene.call.service.call.use_tool("record_contact", field="name", value=name)
            await scene.call.wait()
        await scene.call.service.call.use_tool("decline_contact", field="name")
        await scene.call.wait()
        await scene.work()
        assert [run.facts for run in await scene.runs()] == [{"tool": "record_contact"}] * 2
        assert len(await scene.relay.tasks()) == 2


async def test_a_silence_starts_a_workflow_once_until_the_caller_speaks() -> None:
    async with live(SilenceFell(seconds=5), CreateTask(title="Silent")) as scene:
        await scene.call.wait(4)
        assert await scene.runs() == []
        await scene.call.talk(Role.AGENT)
        await scene.call.wait(4)
        assert await scene.runs() == []
        await scene.call.wait(3)
        await scene.call.talk(Role.AGENT)
        await scene.call.wait(7)
        assert len(await scene.runs()) == 1
        await scene.call.talk()
        await scene.call.wait(6)
        assert [run.facts for run in await scene.runs()] == [{"seconds": 5}] * 2


async def test_what_is_said_before_the_workflows_are_read_is_not_lost() -> None:
    clock = ManualClock()
    away = AwayAtFirst(clock)
    async with live(PhraseHeard(phrases=("opening hours",)), store=away, clock=clock) as scene:
        await scene.call.hear(said("i1", "opening hours"))
        assert await scene.runs() == []
        await scene.call.wait(1)
        assert len(await scene.runs()) == 1


async def test_a_store_that_is_away_delays_a_workflow() -> None:
    async with live(PhraseHeard(phrases=("opening hours",))) as scene:
        store = scene.call.service.store
        store.fail_next(UnavailableError("down"))
        scene.call.service.call.push(said("i1", "opening hours"))
        await scene.call.wait(2)
        assert len(await scene.runs()) == 1
