"""The remote tools of a call, wherever they live."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from adapters.tools.addresses import AddressGuard
from adapters.tools.http import HttpCalls
from adapters.tools.secrets import ToolSecrets
from application.ports.tools import RemoteAnswer, RemoteTools
from domain.agent_config import AgentConfig
from domain.errors import NotFoundError
from domain.remote_tool import HttpTool
from domain.tool import ToolDefinition


class HttpTools:
    """An agent's HTTP tools; they are always there."""

    def __init__(self, tools: tuple[HttpTool, ...], calls: HttpCalls) -> None:
        self._tools = {tool.name: tool for tool in tools}
        self._calls = calls

    def definitions(self) -> tuple[ToolDefinition, ...]:
        """All of them."""
        return tuple(tool.definition for tool in self._tools.values())

    async def settle(self) -> None:
        """There is nothing to wait for."""

    async def run(self, name: str, arguments: Mapping[str, object], *, key: str) -> RemoteAnswer:
        """Send the request."""
        if name not in self._tools:
            raise NotFoundError(f"there is no tool {name!r}")
        return await self._calls.run(self._tools[name], arguments, key=key)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteToolRunner:
    """Calls HTTP services within what *guard* allows, with *secrets* in their headers."""

    guard: AddressGuard
    secrets: ToolSecrets

    @asynccontextmanager
    async def open(self, agent: AgentConfig) -> AsyncIterator[RemoteTools]:
        """The remote tools of *agent*, until the context is left."""
        yield HttpTools(agent.http_tools, HttpCalls(guard=self.guard, secrets=self.secrets))
