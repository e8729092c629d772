"""Tools of servers that speak the Model Context Protocol."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from typing import cast

import anyio
from mcp import Client
from mcp.shared.exceptions import MCPError
from mcp_types import (
    CONNECTION_CLOSED,
    REQUEST_TIMEOUT,
    CallToolResult,
    RequestParamsMeta,
    TextContent,
    Tool,
)

from adapters.tools.json_schema import check_schema
from adapters.tools.mcp_dial import McpDial
from adapters.tools.secrets import ToolSecrets
from application.ports.tools import RemoteAnswer
from domain.errors import InvalidValueError, NotFoundError, UnavailableError
from domain.remote_tool import McpServer
from domain.tool import ToolDefinition

log = logging.getLogger(__name__)

CONNECTS_WITHIN_S = 3.0
_CLOSES_WITHIN_S = 6.0
_LONGEST_DESCRIPTION = 1_000
_CLOSED = (anyio.ClosedResourceError, anyio.BrokenResourceError, anyio.EndOfStream)
_MOST_PAGES = 10
_CONNECTIONS = 3
"""A server that goes away in a call is connected to again, so often in all."""


class McpTools:
    """One server's tools in one call.

    It is connected to behind the call, and has no tools until it has told them; one that does not
    answer in time has none at all, and one that goes away is connected to again. Everything is
    opened and closed in one task: what the library opens it wants closed where it was opened.
    """

    def __init__(self, server: McpServer, *, dial: McpDial, secrets: ToolSecrets) -> None:
        self._server = server
        self._dial = dial
        self._secrets = secrets
        self._client: Client | None = None
        self._definitions: dict[str, ToolDefinition] = {}
        self._is_settled = asyncio.Event()
        self._is_over = asyncio.Event()
        self._leave = asyncio.Event()
        self._life = asyncio.create_task(self._live())

    def definitions(self) -> tuple[ToolDefinition, ...]:
        """What the server has told, of what the agent may use."""
        return tuple(self._definitions.values())

    async def settle(self) -> None:
        """Wait until the server has told its tools, or was given up."""
        await self._is_settled.wait()

    async def run(self, name: str, arguments: Mapping[str, object], *, key: str) -> RemoteAnswer:
        """Have the server run it. Raises as the port says, and TimeoutError."""
        if name not in self._definitions:
            raise NotFoundError(f"there is no tool {name!r}")
        if self._client is None:
            raise UnavailableError(f"{name} cannot be reached")
        tool = name.removeprefix(self._server.tool_name(""))
        try:
            result = await self._client.call_tool(
                tool,
                dict(arguments),
                read_timeout_seconds=self._server.timeout_s,
                meta=cast(RequestParamsMeta, {"idempotencyKey": key}),
            )
        except MCPError as error:
            return self._refused(name, error)
        except (OSError, RuntimeError, *_CLOSED):
            self._leave.set()
            raise UnavailableError(f"{name} cannot be reached") from None
        return self._answer(name, result)

    async def aclose(self) -> None:
        """Leave the server; a program is stopped."""
        self._is_over.set()
        self._leave.set()
        _, late = await asyncio.wait([self._life], timeout=_CLOSES_WITHIN_S)
        for task in late:
            task.cancel()
        await asyncio.gather(self._life, return_exceptions=True)

    async def _live(self) -> None:
        try:
            for _ in range(_CONNECTIONS):
                await self._connected()
                if self._is_over.is_set():
                    return
        # Whatever a server does to us, the call goes on; the library wraps what it meets in groups.
        except Exception as error:
            self._log("tools of a server are missing", error)
        finally:
            self._definitions = {}
            self._is_settled.set()

    async def _connected(self) -> None:
        try:
            async with asyncio.timeout(CONNECTS_WITHIN_S) as limit:
                async with Client(self._dial.streams(self._server)) as client:
                    self._definitions = {tool.name: tool async for tool in self._told_by(client)}
                    self._client = client
                    limit.reschedule(None)
                    self._is_settled.set()
                    await self._leave.wait()
        finally:
            self._client = None
            self._leave.clear()

    async def _told_by(self, client: Client) -> AsyncIterator[ToolDefinition]:
        cursor: str | None = None
        for _ in range(_MOST_PAGES):
            page = await client.list_tools(cursor=cursor)
            for tool in page.tools:
                if tool.name in self._server.allowed_tools and self._is_usable(tool):
                    yield self._definition(tool)
            cursor = page.next_cursor
            if cursor is None:
                return

    def _definition(self, tool: Tool) -> ToolDefinition:
        return ToolDefinition(
            name=self._server.tool_name(tool.name),
            description=(tool.description or tool.name)[:_LONGEST_DESCRIPTION],
            parameters=tool.input_schema,
            timeout_s=self._server.timeout_s,
            filler=self._server.filler,
        )

    def _is_usable(self, tool: Tool) -> bool:
        with suppress(InvalidValueError):
            check_schema(tool.input_schema)
            return True
        log.warning("a tool's schema cannot be used", extra={"server": self._server.name})
        return False

    def _refused(self, name: str, error: MCPError) -> RemoteAnswer:
        if error.code == REQUEST_TIMEOUT:
            raise TimeoutError
        if error.code == CONNECTION_CLOSED:
            self._leave.set()
            raise UnavailableError(f"{name} cannot be reached") from None
        return RemoteAnswer(
            data=self._secrets.hide(error.message), failed=f"{name} refused; data may say why"
        )

    def _answer(self, name: str, result: CallToolResult) -> RemoteAnswer:
        data = result.structured_content
        if data is None:
            texts = [part.text for part in result.content if isinstance(part, TextContent)]
            data = "\n".join(texts) or None
        failed = f"{name} went wrong; data may say why" if result.is_error else None
        return RemoteAnswer(data=json.loads(self._secrets.hide(json.dumps(data))), failed=failed)

    def _log(self, what: str, error: Exception) -> None:
        inner: BaseException = error
        while isinstance(inner, BaseExceptionGroup):
            inner = inner.exceptions[0]
        kind = "timeout" if isinstance(inner, TimeoutError) else type(inner).__name__
        log.warning(what, extra={"server": self._server.name, "code": kind})
