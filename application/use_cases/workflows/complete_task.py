"""Somebody has done what a workflow left to people."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.ids import TaskId
from domain.workflow.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteTaskCommand:
    """Which task."""

    task_id: TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteTask:
    """The first time counts; again changes nothing."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: CompleteTaskCommand) -> Task:
        """The task as done. Raises NotFoundError, StaleVersionError."""
        async with self.unit_of_work() as uow:
            held = await uow.tasks.get(command.task_id)
            done = held.done(now=self.clock.now())
            if done is not held:
                await uow.tasks.save(done)
                await uow.commit()
        return done
