"""A store that lives as long as its process."""

from datetime import datetime

from adapters.in_memory.failing import Failing
from adapters.in_memory.journal import InMemoryTurnJournal
from adapters.in_memory.shelves import Shelves
from adapters.in_memory.unit_of_work import InMemoryUnitOfWork
from application.ports.health import WorkerBeat
from domain.events import DomainEvent
from domain.ids import WorkerId


class InMemoryWorkerBeats:
    """The last beat of each worker."""

    def __init__(self) -> None:
        self._beats: dict[WorkerId, WorkerBeat] = {}

    async def beat(self, beat: WorkerBeat) -> None:
        """Replace the worker's last beat."""
        self._beats[beat.worker_id] = beat

    async def find_since(self, since: datetime) -> tuple[WorkerBeat, ...]:
        """The workers heard of since then."""
        return tuple(beat for beat in self._beats.values() if beat.at >= since)


class InMemoryStore(Failing):
    """All that one process keeps; `fail_next` makes opening a unit of work fail."""

    def __init__(self) -> None:
        super().__init__()
        self._shelves = Shelves()
        self.journal = InMemoryTurnJournal(self._shelves)
        self.worker_beats = InMemoryWorkerBeats()

    def unit_of_work(self) -> InMemoryUnitOfWork:
        """A new transaction."""
        self.fail_if_told()
        return InMemoryUnitOfWork(self._shelves)

    @property
    def outbox(self) -> tuple[DomainEvent, ...]:
        """The domain events of everything committed, in order."""
        return tuple(self._shelves.outbox)
