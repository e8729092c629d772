"""The remote tools of a call, wherever they live."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from adapters.net.addresses import AddressGuard
from adapters.tools.http import HttpCalls
from adapters.tools.secrets import ToolSecrets
from application.ports.tools import RemoteAnswer, RemoteTools
from domain.agent_config import AgentConfig
from domain.errors import NotFoundError
from domain.remote_tool import HttpTool, McpServer
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
        return await self._calls.run(self._tools[name], arguments, key=key)


class TogetherTools:
    """Several sources as one."""

    def __init__(self, *sources: RemoteTools) -> None:
        self._sources = sources

    def definitions(self) -> tuple[ToolDefinition, ...]:
        """Those of all sources."""
        return tuple(tool for source in self._sources for tool in source.definitions())

    async def settle(self) -> None:
        """Wait for the slowest."""
        await asyncio.gather(*(source.settle() for source in self._sources))

    async def run(self, name: str, arguments: Mapping[str, object], *, key: str) -> RemoteAnswer:
        """Have the source run it that has it."""
        for source in self._sources:
            if any(tool.name == name for tool in source.definitions()):
                return await source.run(name, arguments, key=key)
        raise NotFoundError(f"there is no tool {name!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteToolRunner:
    """Reaches HTTP services and MCP servers within what *guard* and *allowed_commands* allow."""

    guard: AddressGuard
    secrets: ToolSecrets
    allowed_commands: frozenset[str] = field(default_factory=frozenset)

    @asynccontextmanager
    async def open(self, agent: AgentConfig) -> AsyncIterator[RemoteTools]:
        """The remote tools of *agent*, until the context is left."""
        calls = HttpCalls(guard=self.guard, secrets=self.secrets)
        async with AsyncExitStack() as stack:
            servers = [self._server(server, stack) for server in agent.mcp_servers]
            yield TogetherTools(HttpTools(agent.http_tools, calls), *servers)

    def _server(self, server: McpServer, stack: AsyncExitStack) -> RemoteTools:
        # Late: the library takes half a second to import, and few agents have such a server.
        from adapters.tools.mcp import McpTools
        from adapters.tools.mcp_dial import McpDial

        dial = McpDial(
            guard=self.guard, secrets=self.secrets, allowed_commands=self.allowed_commands
        )
        tools = McpTools(server, dial=dial, secrets=self.secrets)
        stack.push_async_callback(tools.aclose)
        return tools
