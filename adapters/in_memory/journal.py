"""The turn journal in memory."""

from collections.abc import Callable

from adapters.in_memory.failures import FailsOnRequest
from domain.transcript import Turn


class InMemoryTurnJournal(FailsOnRequest):
    """Turns are stored as soon as they are recorded."""

    def __init__(self, keep: Callable[[Turn], None]) -> None:
        super().__init__()
        self._keep = keep

    async def record(self, turn: Turn) -> None:
        """Store *turn*; the same id again replaces what was stored."""
        self._fail_if_told()
        self._keep(turn)
