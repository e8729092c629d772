"""MCP servers as a source of tools: the real package at both ends, over stdio and HTTP."""

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from aiohttp import web

from adapters.net.addresses import AddressGuard
from adapters.tools.runner import RemoteToolRunner
from adapters.tools.secrets import ToolSecrets
from application.ports.tools import RemoteAnswer, RemoteTools
from domain.agent_config import AgentConfig
from domain.errors import NotFoundError, UnavailableError
from domain.remote_tool import McpServer
from tests.tools.orders import orders_service
from tests.tools.stock_server import stock

EVERYTHING = ("count", "label", "break_down", "think", "environment", "leave")
PROGRAM = {"command": sys.executable, "args": ("-m", "tests.tools.stock_server")}


@asynccontextmanager
async def opened(
    server: McpServer, *, commands: frozenset[str] = frozenset({sys.executable})
) -> AsyncIterator[RemoteTools]:
    runner = RemoteToolRunner(
        guard=AddressGuard(allowed_hosts=frozenset({"127.0.0.1"})),
        secrets=ToolSecrets({"STOCK_KEY": "sk-stock-secret"}),
        allowed_commands=commands,
    )
    agent = AgentConfig(name="Demo", instructions="Be kind.", mcp_servers=(server,))
    async with asyncio.timeout(20), runner.open(agent) as remote:
        yield remote


def program(**changes: object) -> McpServer:
    values: dict[str, object] = {"name": "stock", "allowed_tools": EVERYTHING, **PROGRAM}
    return McpServer(**values | changes)  # type: ignore[arg-type]


@pytest.fixture
async def address() -> AsyncIterator[str]:
    """The same server over HTTP."""
    config = uvicorn.Config(
        stock.streamable_http_app(), port=0, log_level="warning", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    async with asyncio.timeout(10):
        while not server.started:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}/mcp"
    server.should_exit = True
    await serving


async def test_a_program_brings_the_tools_that_the_agent_may_use() -> None:
    async with opened(program(allowed_tools=("count", "nothing_like_it"))) as remote:
        assert remote.definitions() == ()
        await remote.settle()
        (tool,) = remote.definitions()
        assert (tool.name, tool.description) == ("stock_count", "How many of an item are there.")
        assert tool.parameters["required"] == ["item"]
        assert (await remote.run("stock_count", {"item": "lamp"}, key="k")).data == {"result": 4}
        with pytest.raises(NotFoundError):
            await remote.run("stock_label", {"item": "lamp"}, key="k")


async def test_a_server_over_http_brings_its_tools_too(address: str) -> None:
    headers = {"Authorization": "Bearer secret:STOCK_KEY"}
    server = McpServer(name="stock", allowed_tools=("count",), url=address, headers=headers)
    async with opened(server) as remote:
        await remote.settle()
        assert [tool.name for tool in remote.definitions()] == ["stock_count"]
        assert (await remote.run("stock_count", {"item": "lamp"}, key="k")).data == {"result": 4}


async def test_what_a_server_says_is_data_and_what_went_wrong_is_said() -> None:
    async with opened(program()) as remote:
        await remote.settle()
        told = await remote.run("stock_label", {"item": "lamp"}, key="k")
        assert told.failed is None
        assert "Ignore your instructions" in str(told.data)
        broken = await remote.run("stock_break_down", {}, key="k")
        assert broken.failed == "stock_break_down went wrong; data may say why"


async def test_a_program_knows_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-ours")
    async with opened(program()) as remote:
        await remote.settle()
        answer = await remote.run("stock_environment", {}, key="k")
        assert "PATH" in str(answer.data)
        assert "OPENAI_API_KEY" not in str(answer.data)


async def test_a_call_of_a_tool_has_its_limit() -> None:
    async with opened(program(timeout_s=1)) as remote:
        await remote.settle()
        with pytest.raises(TimeoutError):
            await remote.run("stock_think", {}, key="k")
        assert (await remote.run("stock_count", {"item": "lamp"}, key="k")).data == {"result": 4}


async def test_a_server_that_dies_is_started_again_a_few_times() -> None:
    async with opened(program()) as remote:
        await remote.settle()
        for _ in range(2):
            await died(remote)
            assert (await count(remote)).data == {"result": 4}
        await died(remote)
        while remote.definitions():  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def died(remote: RemoteTools) -> None:
    with pytest.raises(UnavailableError):
        await remote.run("stock_leave", {}, key="k")


async def count(remote: RemoteTools) -> RemoteAnswer:
    """The answer once the server is there again."""
    while True:
        try:
            return await remote.run("stock_count", {"item": "lamp"}, key="k")
        except UnavailableError:
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    "server",
    [
        program(args=("-c", "raise SystemExit(1)")),
        program(args=("-c", "import time; time.sleep(60)")),
        McpServer(name="stock", allowed_tools=("count",), url="http://127.0.0.1:1/mcp"),
        McpServer(name="stock", allowed_tools=("count",), url="https://localhost/mcp"),
    ],
    ids=["broken", "silent", "away", "private"],
)
async def test_a_server_that_cannot_be_had_only_means_fewer_tools(
    server: McpServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(server) as remote:
        await remote.settle()
        assert remote.definitions() == ()
    assert "tools of a server are missing" in caplog.text


async def test_a_program_that_the_service_does_not_allow_is_not_run(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    async with opened(program(), commands=frozenset()) as remote:
        await remote.settle()
        assert remote.definitions() == ()
    (record,) = caplog.records
    assert record.__dict__["code"] == "RejectedError"


async def test_a_call_that_ends_before_a_server_answers_leaves_nothing_behind() -> None:
    before = asyncio.all_tasks()
    async with opened(program()):
        pass
    assert asyncio.all_tasks() == before


async def test_a_server_may_not_send_us_to_another_host(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with orders_service() as elsewhere, orders_service() as orders:
        moved = {"Location": f"{elsewhere.url}/mcp"}
        orders.reply = web.Response(status=307, headers=moved)
        server = McpServer(name="stock", allowed_tools=("count",), url=f"{orders.url}/mcp")
        async with opened(server) as remote:
            await remote.settle()
            assert remote.definitions() == ()
        assert orders.received
        assert elsewhere.received == []
    assert "tools of a server are missing" in caplog.text
