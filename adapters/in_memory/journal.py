"""A journal that lives as long as its process."""

from adapters.in_memory.failing import Failing
from adapters.in_memory.shelves import Shelves
from domain.transcript import Turn


class InMemoryTurnJournal(Failing):
    """Puts turns on the shelves at once."""

    def __init__(self, shelves: Shelves) -> None:
        super().__init__()
        self._shelves = shelves

    async def record(self, turn: Turn) -> None:
        """Keep *turn*, in place of an earlier report of it."""
        self.fail_if_told()
        self._shelves.turns[turn.id] = turn
