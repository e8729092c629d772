"""A whole store in memory."""

from collections.abc import Iterable

from adapters.in_memory.clock import ManualClock
from adapters.in_memory.failures import FailsOnRequest
from adapters.in_memory.health import InMemoryWorkerBeats
from adapters.in_memory.journal import InMemoryTurnJournal
from adapters.in_memory.state import State
from adapters.in_memory.unit_of_work import Change, InMemoryUnitOfWork
from adapters.in_memory.work import InMemoryWorkAdmin, InMemoryWorkDesk
from adapters.in_memory.work_state import WorkHeld
from application.ports.system import Clock
from domain.events import DomainEvent
from domain.transcript import Turn


class InMemoryStore(FailsOnRequest):
    """Units of work, turn journal and worker beats over one state.

    `fail_next` makes the next commit fail; the journal and the beats have one of their own.
    """

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__()
        clock = clock or ManualClock()
        self._state = State(work=WorkHeld(clock=clock))
        self.work_desk = InMemoryWorkDesk(self._work, clock)
        self.work_admin = InMemoryWorkAdmin(self._work, self.work_desk, clock)
        self.journal = InMemoryTurnJournal(self.keep_turn)
        self.worker_beats = InMemoryWorkerBeats()

    @property
    def events(self) -> tuple[DomainEvent, ...]:
        """The domain events of everything committed, oldest first."""
        return self._state.events

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn that was recorded."""
        return tuple(self._state.turns.values())

    def unit_of_work(self) -> InMemoryUnitOfWork:
        """A unit of work that has not begun."""
        return InMemoryUnitOfWork(self)

    async def open(self) -> None:
        """Nothing to open: memory is there. Stores can be exchanged for one another."""

    async def close(self) -> None:
        """Nothing to close: what is held stays readable."""

    def snapshot(self) -> State:
        """A copy of what is held now."""
        return self._state.copy()

    def apply(self, changes: Iterable[Change]) -> None:
        """All of *changes*, or none of them if one raises."""
        self._fail_if_told()
        changed = self._state.copy()
        for change in changes:
            change(changed)
        self._state = changed
        self.work_desk.wake()

    def _work(self) -> WorkHeld:
        return self._state.work

    def keep_turn(self, turn: Turn) -> None:
        """Hold *turn*, in place of an earlier one with its id."""
        self._state.turns[turn.id] = turn
