"""A run is saved although somebody else may be saving it."""

import pytest

from application.ports.unit_of_work import UnitOfWork
from application.workflows.keeping import keep_run
from domain.errors import LeaseLostError, StaleVersionError
from domain.workflow.actions import EndCall, Wait
from domain.workflow.run import RunState, WorkflowRun
from tests.unit.workflows.desk import Desk, steps


async def a_run(desk: Desk) -> WorkflowRun:
    return await desk.call(await desk.workflow(*steps(Wait(seconds=5), EndCall())))


async def save_behind(desk: Desk, run: WorkflowRun) -> None:
    async with desk.uow() as uow:
        await uow.workflow_runs.save((await uow.workflow_runs.get(run.id)).begin())
        await uow.commit()


async def test_whoever_is_outrun_starts_from_what_is_there_then(desk: Desk) -> None:
    run, tries = await a_run(desk), 0

    async def change(uow: UnitOfWork, held: WorkflowRun) -> WorkflowRun:
        nonlocal tries
        tries += 1
        if tries == 1:
            await save_behind(desk, run)
        return held.cancel(now=desk.clock.now())

    kept = await keep_run(desk.uow, run, change)
    assert (tries, kept.state, kept) == (2, RunState.CANCELLED, await desk.run(run))


async def test_whoever_is_outrun_again_and_again_gives_up(desk: Desk) -> None:
    run, tries = await a_run(desk), 0

    async def change(uow: UnitOfWork, held: WorkflowRun) -> WorkflowRun:
        nonlocal tries
        tries += 1
        await save_behind(desk, run)
        return held.cancel(now=desk.clock.now())

    with pytest.raises(StaleVersionError):
        await keep_run(desk.uow, run, change)
    assert tries == 5


async def test_a_step_that_somebody_else_has_done_is_not_kept_twice(desk: Desk) -> None:
    run = await a_run(desk)

    async def done(uow: UnitOfWork, held: WorkflowRun) -> WorkflowRun:
        return held.done(now=desk.clock.now())

    await keep_run(desk.uow, run, done)
    with pytest.raises(LeaseLostError):
        await keep_run(desk.uow, run, done)
    assert len((await desk.run(run)).records) == 1
