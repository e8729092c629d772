"""A call that follows a script."""

import asyncio
from collections.abc import AsyncIterator

from adapters.in_memory.failing import Failing
from application.ports.conversation import CallEnded, CallEvent, CallSpec


class InMemoryCallSession(Failing):
    """Whoever holds it plays the caller and the model by `happen(event)`; `said` was spoken."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.closed = 0
        self._events: asyncio.Queue[CallEvent] = asyncio.Queue()
        self._spec: CallSpec | None = None

    @property
    def spec(self) -> CallSpec:
        """What the call was started with."""
        if self._spec is None:
            raise RuntimeError("the call was not started")
        return self._spec

    async def start(self, spec: CallSpec) -> None:
        """Join, or fail if told to."""
        self.fail_if_told()
        self._spec = spec

    async def events(self) -> AsyncIterator[CallEvent]:
        """What happens, until the call ends."""
        while True:
            event = await self._events.get()
            yield event
            if isinstance(event, CallEnded):
                return

    async def say(self, text: str) -> None:
        """Remember it, or fail if told to."""
        self.fail_if_told()
        self.said.append(text)

    async def close(self) -> None:
        """End the call."""
        self.closed += 1
        if self.closed == 1:
            self.happen(CallEnded())

    def happen(self, event: CallEvent) -> None:
        """Let *event* be the next thing that happens."""
        self._events.put_nowait(event)
