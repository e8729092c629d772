"""Writing down what is said, while it is said."""

from typing import Protocol

from domain.transcript import Turn


class TurnJournal(Protocol):
    """Turns become durable here, many callers' at once in one transaction."""

    async def record(self, turn: Turn) -> None:
        """Return only once *turn* is durable; the same turn id again replaces what was stored.

        Raises UnavailableError when it could not be stored; nothing is kept then.
        """
        ...
