"""A call in which the other side does what a test says."""

import asyncio
from collections.abc import AsyncIterator, Mapping

from adapters.in_memory.failures import FailsOnRequest
from application.ports.conversation import CallChange, CallEnded, CallEvent, CallSpec
from domain.tool import ToolOutcome


class InMemoryCallSession(FailsOnRequest):
    """Plays back *script* and whatever is pushed later; remembers what the agent was told to say.

    `fail_next` makes the next `start`, `say`, `adjust`, `hold_back` or `compact`
    fail. *parting* is what happens while it closes.
    """

    def __init__(self, *script: CallEvent) -> None:
        super().__init__()
        self.said: list[str] = []
        self.changes: list[CallChange] = []
        self.told: list[str] = []
        self.answers: list[str | None] = []
        self.interruptions = 0
        self.holds_back = False
        self.plays_tone = False
        self.compacted: list[tuple[str, int]] = []
        self.spec: CallSpec | None = None
        self.is_closed = False
        self.parting: list[CallEvent] = []
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

    async def adjust(self, change: CallChange) -> None:
        """Remember *change*."""
        self._fail_if_told()
        self.changes.append(change)

    async def tell(self, text: str) -> None:
        """Remember *text*."""
        self.told.append(text)

    async def answer(self, instructions: str | None = None) -> None:
        """Remember that the agent was to take its turn."""
        self.answers.append(instructions)

    async def interrupt(self) -> None:
        """Count it."""
        self.interruptions += 1

    async def hold_back(self, on: bool) -> None:
        """Remember it."""
        self._fail_if_told()
        self.holds_back = on

    async def hold_tone(self, on: bool) -> None:
        """Remember it."""
        self.plays_tone = on

    async def compact(self, summary: str, *, keep_last: int) -> int:
        """Remember it."""
        self._fail_if_told()
        self.compacted.append((summary, keep_last))
        return 1

    async def close(self) -> None:
        """Let *parting* and CallEnded happen, once."""
        if not self.is_closed:
            self.is_closed = True
            self.push(*self.parting, CallEnded())
