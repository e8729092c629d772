"""What every attendant of a live call can do."""

from typing import Protocol

from application.ports.conversation import CallEvent


class Attendant(Protocol):
    """Has one duty in a call: follows what happens, and may act through the call's floor."""

    def follow(self, event: CallEvent) -> None:
        """Take note of *event*, at once; what takes time is started on the floor."""
        ...

    async def attend(self) -> None:
        """Runs beside the call, and is cancelled at its end; may return at once."""
        ...
