"""A run is saved although it may be cancelled at the same moment."""

from collections.abc import Awaitable, Callable

from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.errors import LeaseLostError, StaleVersionError
from domain.workflow.run import WorkflowRun

_TRIES = 5

Change = Callable[[UnitOfWork, WorkflowRun], Awaitable[WorkflowRun]]


async def keep_run(
    unit_of_work: UnitOfWorkFactory, run: WorkflowRun, change: Change
) -> WorkflowRun:
    """*run* as it is after *change*, which writes in the same transaction; again when outrun.

    *change* may answer the run it was given, to leave everything alone. Raises LeaseLostError when
    somebody else has done the step meanwhile, and whatever *change* raises.
    """
    for tries_left in reversed(range(_TRIES)):
        try:
            return await _keep_once(unit_of_work, run, change)
        except StaleVersionError:
            if not tries_left:
                raise
    raise AssertionError("unreachable: the last try returns or raises")


async def _keep_once(
    unit_of_work: UnitOfWorkFactory, run: WorkflowRun, change: Change
) -> WorkflowRun:
    async with unit_of_work() as uow:
        held = await uow.workflow_runs.get(run.id)
        if held.position != run.position:
            raise LeaseLostError(f"somebody else goes on with run {run.id}")
        changed = await change(uow, held)
        if changed is held:
            return held
        kept = await uow.workflow_runs.save(changed)
        await uow.commit()
        return kept
