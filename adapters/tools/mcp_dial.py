"""How an MCP server is reached: over HTTP where tools may go, or as a program that may be run."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx2
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client

from adapters.net.addresses import AddressGuard, Origin
from adapters.tools.secrets import ToolSecrets
from domain.errors import RejectedError
from domain.remote_tool import McpServer

if TYPE_CHECKING:
    from mcp.client._transport import TransportStreams


@dataclass(frozen=True, slots=True, kw_only=True)
class McpDial:
    """Programs must be named in *allowed_commands*; they get none of our environment's secrets."""

    guard: AddressGuard
    secrets: ToolSecrets
    allowed_commands: frozenset[str] = field(default_factory=frozenset)

    @asynccontextmanager
    async def streams(self, server: McpServer) -> "AsyncIterator[TransportStreams]":
        """What is sent to *server* and comes back. Raises RejectedError, UnavailableError."""
        if server.url is not None:
            async with self._over_http(server, server.url) as streams:
                yield streams
        else:
            async with self._as_program(server) as streams:
                yield streams

    @asynccontextmanager
    async def _over_http(self, server: McpServer, url: str) -> "AsyncIterator[TransportStreams]":
        transport = _ToOrigin(await self.guard.resolve(url))
        async with (
            httpx2.AsyncClient(
                transport=transport,
                headers=self.secrets.fill(server.headers),
                timeout=httpx2.Timeout(server.timeout_s, read=None),
                trust_env=False,
            ) as client,
            streamable_http_client(url, http_client=client) as streams,
        ):
            yield streams

    @asynccontextmanager
    async def _as_program(self, server: McpServer) -> "AsyncIterator[TransportStreams]":
        if server.command not in self.allowed_commands:
            raise RejectedError("the service's TOOL_ALLOWED_COMMANDS do not name that program")
        program = StdioServerParameters(command=server.command, args=list(server.args))
        # What it writes beside the protocol may hold what callers say.
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: ASYNC230, PTH123
            async with stdio_client(program, errlog=nowhere) as streams:
                yield streams


class _ToOrigin(httpx2.AsyncBaseTransport):
    """Connects to the addresses that were checked, whatever a host's name leads to by then."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._inner = httpx2.AsyncHTTPTransport(trust_env=False)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        url, origin = request.url, self._origin
        port = url.port or {"http": 80, "https": 443}[url.scheme]
        if (url.scheme, url.host, port) != (origin.scheme, origin.host, origin.port):
            raise httpx2.ConnectError("a tool's server may not send us elsewhere")
        there = httpx2.Request(
            request.method,
            url.copy_with(host=origin.addresses[0]),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": origin.host},
        )
        return await self._inner.handle_async_request(there)

    async def aclose(self) -> None:
        await self._inner.aclose()
