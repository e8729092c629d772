"""Tools that answer what a test says."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from adapters.in_memory.failures import FailsOnRequest
from application.ports.tools import RemoteAnswer, RemoteTools
from domain.agent_config import AgentConfig
from domain.tool import ToolDefinition


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteCall:
    """A call that arrived."""

    name: str
    arguments: Mapping[str, object]
    key: str


class InMemoryRemoteTools(FailsOnRequest):
    """Has *definitions*, answers *answer* once *gate* is open, and remembers who called.

    `fail_next` makes the next call fail.
    """

    def __init__(self, *definitions: ToolDefinition, late: tuple[ToolDefinition, ...] = ()) -> None:
        super().__init__()
        self.answer = RemoteAnswer(data={})
        self.gate: asyncio.Event | None = None
        self.arrived: asyncio.Event | None = None
        self.calls: list[RemoteCall] = []
        self.is_open = False
        self.offer(*definitions)

    def offer(self, *definitions: ToolDefinition, late: tuple[ToolDefinition, ...] = ()) -> None:
        """Have these tools, and *late* once `settle` was called."""
        self._definitions = definitions
        self._late = late

    def definitions(self) -> tuple[ToolDefinition, ...]:
        """What can be called now."""
        return self._definitions

    async def settle(self) -> None:
        """From now on, or when they have *arrived*, the late ones are there."""
        if self.arrived is not None:
            await self.arrived.wait()
        self._definitions, self._late = (*self._definitions, *self._late), ()

    async def run(self, name: str, arguments: Mapping[str, object], *, key: str) -> RemoteAnswer:
        """Remember the call, and answer."""
        self._fail_if_told()
        self.calls.append(RemoteCall(name=name, arguments=arguments, key=key))
        if self.gate is not None:
            await self.gate.wait()
        return self.answer

    @asynccontextmanager
    async def open(self, agent: AgentConfig) -> AsyncIterator[RemoteTools]:
        """Itself, whatever the agent."""
        self.is_open = True
        try:
            yield self
        finally:
            self.is_open = False
