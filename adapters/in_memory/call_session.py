"""A call in which the other side does what a test says."""

import asyncio
from collections.abc import AsyncIterator, Mapping

from adapters.in_memory.failures import FailsOnRequest
from application.ports.conversation import CallEnded, CallEvent, CallSpec
from domain.tool import ToolOutcome


class InMemoryCallSession(FailsOnRequest):
    """Plays back *script* and whatever is pushed later; remembers what the agent was told to say.

    `fail_next` makes the next `start` or `say` fail.
    """

    def __init__(self, *script: CallEvent) -> None:
        super().__init__()
        self.said: list[str] = []
        self.spec: CallSpec | None = None
        self.is_closed = False
        self._events: asyncio.Queue[CallEvent] = asyncio.Queue()
        self.push(*script)

    def push(self, *events: CallEvent) -> None:
        """Let *events* happen, in this order."""
        for event in events:
            self._events.put_nowait(event)

    async def use_tool(self, name: str, **arguments: object) -> ToolOutcome:
        """Call a tool as the model would. Only in a call that was started."""
        if self.spec is None:
            raise RuntimeError("the call has not started")
        given: Mapping[str, object] = arguments
        return await self.spec.invoke(name, given)

    async def start(self, spec: CallSpec) -> None:
        """The agent is in the room."""
        self._fail_if_told()
        self.spec = spec

    async def events(self) -> AsyncIterator[CallEvent]:
        """Everything that was let happen, ending with CallEnded."""
        while True:
            event = await self._events.get()
            yield event
            if isinstance(event, CallEnded):
                return

    async def say(self, text: str) -> None:
        """Remember *text*."""
        self._fail_if_told()
        self.said.append(text)

    async def close(self) -> None:
        """Let CallEnded happen, once."""
        if not self.is_closed:
            self.is_closed = True
            self.push(CallEnded())
