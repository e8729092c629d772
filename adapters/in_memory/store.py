"""A whole store in memory."""

from collections.abc import Iterable, Mapping

from adapters.in_memory.clock import ManualClock
from adapters.in_memory.failures import FailsOnRequest
from adapters.in_memory.health import InMemoryWorkerBeats
from adapters.in_memory.journal import InMemoryTurnJournal
from adapters.in_memory.state import State
from adapters.in_memory.unit_of_work import Change, InMemoryUnitOfWork
from adapters.in_memory.work import InMemoryWorkAdmin, InMemoryWorkDesk
from adapters.in_memory.work_state import WorkHeld
from application.acting import tenant
from application.ports.system import Clock
from domain.events import DomainEvent
from domain.ids import TenantId
from domain.transcript import Turn


class InMemoryStore(FailsOnRequest):
    """Units of work, turn journal and worker beats over a state for each tenant.

    What durable work there is, is every tenant's, as runners fetch it for all.

    `fail_next` makes the next commit fail; the journal and the beats have one of their own.
    """

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__()
        clock = clock or ManualClock()
        self._states: dict[TenantId, State] = {}
        self._work_held = WorkHeld(clock=clock)
        self.work_desk = InMemoryWorkDesk(self._work, clock)
        self.work_admin = InMemoryWorkAdmin(self._work, self.work_desk, clock)
        self.journal = InMemoryTurnJournal(self.keep_turn)
        self.worker_beats = InMemoryWorkerBeats()

    @property
    def events(self) -> tuple[DomainEvent, ...]:
        """The domain events of everything the acting tenant committed, oldest first."""
        return self._mine().events

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn that the acting tenant recorded."""
        return tuple(self._mine().turns.values())

    def unit_of_work(self) -> InMemoryUnitOfWork:
        """A unit of work that has not begun."""
        return InMemoryUnitOfWork(self)

    async def open(self) -> None:
        """Nothing to open: memory is there. Stores can be exchanged for one another."""

    async def close(self) -> None:
        """Nothing to close: what is held stays readable."""

    def snapshot(self) -> State:
        """A copy of what is held of the acting tenant now."""
        return self._mine().copy()

    def tenants(self) -> Mapping[TenantId, State]:
        """What is held of each tenant now, to be read only."""
        return self._states

    def apply(self, changes: Iterable[Change]) -> None:
        """All of *changes*, or none of them if one raises."""
        self._fail_if_told()
        changed = self._mine().copy()
        for change in changes:
            change(changed)
        self._states[tenant()] = changed
        self._work_held = changed.work
        self.work_desk.wake()

    def keep_turn(self, turn: Turn) -> None:
        """Hold *turn*, in place of an earlier one with its id."""
        self._mine().turns[turn.id] = turn

    def _work(self) -> WorkHeld:
        return self._work_held

    def _mine(self) -> State:
        state = self._states.setdefault(tenant(), State())
        state.work = self._work_held
        return state
