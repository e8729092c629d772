"""What steps do inside of the service: written in the transaction that keeps that they did it."""

from dataclasses import dataclass
from typing import assert_never

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork
from application.workflows.acting import Acted, StepInHand
from application.workflows.starting import Starter
from domain.errors import RejectedError
from domain.ids import CommandId, TaskId
from domain.session_command import AdjustAgent, HangUp, Order, SessionCommand, Speak
from domain.workflow.actions import ChangeInstructions, CreateTask, EndCall, Say, StartWorkflow
from domain.workflow.task import Task
from domain.workflow.templates import filled_text
from domain.workflow.triggers import Occurrence

STARTED_BY_WORKFLOW = "workflow"


@dataclass(frozen=True, slots=True, kw_only=True)
class InsideActions:
    """Each is done once, if its step is: both are in one transaction."""

    clock: Clock
    ids: IdGenerator

    def create_task(self, step: StepInHand, action: CreateTask) -> Acted:
        """A task for a person."""
        task = Task(
            id=TaskId(self.ids.new("tsk")),
            run_id=step.run.id,
            session_id=step.run.session_id,
            title=filled_text(action.title, step.variables),
            text=filled_text(action.text, step.variables),
            created_at=self.clock.now(),
        )

        async def write(uow: UnitOfWork) -> str:
            await uow.tasks.save(task)
            return task.id

        return Acted(write=write)

    def order(self, step: StepInHand, action: ChangeInstructions | Say | EndCall) -> Acted:
        """An order to the live call, which takes it within a second; none to one that is over.

        Raises InvalidValueError where there is no call.
        """
        call = step.call
        if not call.is_going_on:
            return Acted(note="the call is over", skipped=True)
        command = SessionCommand(
            id=CommandId(self.ids.new("cmd")),
            session_id=call.session.id,
            order=_order(step, action),
            created_at=self.clock.now(),
        )

        async def write(uow: UnitOfWork) -> str:
            await uow.session_commands.add(command)
            return "ordered"

        return Acted(write=write)

    def start_workflow(self, step: StepInHand, action: StartWorkflow) -> Acted:
        """Another run, about the same; where its conditions do not hold there is none.

        The writing raises RejectedError for a workflow that there is not, or not now, and
        InvalidValueError when nested too deep.
        """
        run = step.run
        occurrence = Occurrence(
            kind=STARTED_BY_WORKFLOW,
            key=f"workflow:{step.key}",
            session_id=run.session_id,
            facts=run.facts,
        )

        async def write(uow: UnitOfWork) -> str:
            called = await uow.workflows.find_by_names((action.name,))
            if not called or not called[0].config.enabled:
                raise RejectedError(f"there is no workflow {action.name} that is enabled")
            starter = Starter(clock=self.clock, ids=self.ids)
            started = await starter.start(uow, called[0], occurrence, depth=run.depth + 1)
            return started.id if started else "not started: conditions, or too many runs"

        return Acted(write=write)


def _order(step: StepInHand, action: ChangeInstructions | Say | EndCall) -> Order:
    match action:
        case ChangeInstructions():
            return AdjustAgent(instructions=action.text)
        case Say():
            return Speak(text=filled_text(action.text, step.variables))
        case EndCall():
            return HangUp()
        case _:
            assert_never(action)
