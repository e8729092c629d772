"""What happens in a call, in order, until it has ended."""

import asyncio
from collections.abc import AsyncIterator

from application.ports.conversation import CallEnded, CallEvent


class CallEvents:
    """The framework calls back synchronously; whatever happens goes through one queue."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[CallEvent] = asyncio.Queue()
        self.has_ended = False

    def put(self, event: CallEvent) -> None:
        """Tell of *event*, unless the call is over."""
        if not self.has_ended:
            self._queue.put_nowait(event)

    def end(self, error: str | None) -> None:
        """The last event; telling it twice is telling it once."""
        self.put(CallEnded(error=error))
        self.has_ended = True

    async def __aiter__(self) -> AsyncIterator[CallEvent]:
        while True:
            event = await self._queue.get()
            yield event
            if isinstance(event, CallEnded):
                return
