import asyncio
import logging
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest
from aiohttp import web

from adapters.net.addresses import AddressGuard, Origin
from adapters.tools.http import HttpCalls
from adapters.tools.runner import RemoteToolRunner
from adapters.tools.secrets import ToolSecrets
from application.ports.tools import RemoteAnswer
from domain.agent_config import AgentConfig
from domain.errors import InvalidValueError, NotFoundError, RejectedError, UnavailableError
from domain.remote_tool import HttpMethod, HttpTool
from tests.tools.orders import Orders, orders_service

ORDER_ID = {
    "type": "object",
    "properties": {"order_id": {}, "tags": {"type": "array"}, "with_items": {"type": "boolean"}},
    "required": ["order_id"],
}
TOKEN = "sk-very-secret-token"


@pytest.fixture
async def orders() -> AsyncIterator[Orders]:
    async with orders_service() as service:
        yield service


def lookup(orders: Orders, **changes: object) -> HttpTool:
    values: dict[str, object] = {
        "name": "lookup_order",
        "description": "Looks up an order.",
        "url": f"{orders.url}/orders/{{order_id}}",
        "parameters": ORDER_ID,
    }
    return HttpTool(**values | changes)  # type: ignore[arg-type]


async def run(
    orders: Orders, tool: HttpTool, *, allowed: bool = True, **arguments: object
) -> RemoteAnswer:
    hosts = frozenset({f"127.0.0.1:{orders.port}"}) if allowed else frozenset()
    runner = RemoteToolRunner(
        guard=AddressGuard(allowed_hosts=hosts), secrets=ToolSecrets({"ORDERS_KEY": TOKEN})
    )
    agent = AgentConfig(name="Demo", instructions="Be kind.", http_tools=(tool,))
    async with runner.open(agent) as remote:
        await remote.settle()
        assert [one.name for one in remote.definitions()] == [tool.name]
        return await remote.run(tool.name, arguments, key="ses_1:call_1")


async def test_a_get_takes_its_arguments_in_the_address(orders: Orders) -> None:
    answer = await run(orders, lookup(orders), order_id="A/7 ü", with_items=True, tags=["a&b", "c"])
    assert answer == RemoteAnswer(data={"status": "shipped"})
    (request,) = orders.received
    assert request.method == "GET"
    assert request.path == "/orders/A%2F7%20%C3%BC?with_items=true&tags=a%26b&tags=c"
    assert request.body is None


async def test_a_post_takes_the_rest_in_its_body(orders: Orders) -> None:
    await run(orders, lookup(orders, method=HttpMethod.POST), order_id=7, tags=["a"])
    (request,) = orders.received
    assert (request.method, request.path, request.body) == ("POST", "/orders/7", {"tags": ["a"]})


async def test_every_request_carries_its_key_and_the_secrets_that_the_tool_names(
    orders: Orders,
) -> None:
    await run(
        orders, lookup(orders, headers={"Authorization": "Bearer secret:ORDERS_KEY"}), order_id="7"
    )
    headers = orders.received[0].headers
    assert headers["Idempotency-Key"] == "ses_1:call_1"
    assert headers["Authorization"] == f"Bearer {TOKEN}"


async def test_a_secret_that_comes_back_is_hidden(
    orders: Orders, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    orders.reply = web.json_response({"you sent": f"Bearer {TOKEN}"})
    answer = await run(
        orders, lookup(orders, headers={"Authorization": "Bearer secret:ORDERS_KEY"}), order_id="7"
    )
    assert answer.data == {"you sent": "Bearer [hidden]"}
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(ToolSecrets({"ORDERS_KEY": TOKEN}))


async def test_a_secret_that_the_service_lacks_stops_the_request(orders: Orders) -> None:
    tool = lookup(orders, headers={"Authorization": "Bearer secret:OTHER"})
    with pytest.raises(RejectedError, match="no secret OTHER"):
        await run(orders, tool, order_id="7")
    assert orders.received == []


async def test_a_private_address_is_refused_unless_its_host_is_allowed(orders: Orders) -> None:
    with pytest.raises(RejectedError, match="https"):
        await run(orders, lookup(orders), allowed=False, order_id="7")
    private = lookup(orders, url=f"https://localhost:{orders.port}/{{order_id}}")
    with pytest.raises(RejectedError, match="private network"):
        await run(orders, private, allowed=False, order_id="7")
    assert orders.received == []


class Checked(AddressGuard):
    """Knows where a host is that nobody else knows."""

    async def resolve(self, url: str) -> Origin:
        parts = urlsplit(url)
        return Origin(parts.scheme, parts.hostname or "", parts.port or 0, ("127.0.0.1",))


async def test_the_request_goes_to_the_address_that_was_checked(orders: Orders) -> None:
    tool = lookup(orders, url=f"http://shop.invalid:{orders.port}/orders/{{order_id}}")
    calls = HttpCalls(guard=Checked(), secrets=ToolSecrets())
    answer = await calls.run(tool, {"order_id": "7"}, key="k")
    assert answer.failed is None
    assert orders.received[0].headers["Host"] == f"shop.invalid:{orders.port}"


async def test_a_redirect_is_not_followed(orders: Orders) -> None:
    orders.reply = web.Response(status=302, headers={"Location": f"{orders.url}/elsewhere"})
    answer = await run(orders, lookup(orders), order_id="7")
    assert "redirect, which is not followed" in str(answer.failed)
    assert len(orders.received) == 1


@pytest.mark.parametrize("value", ["..", ".", "", " . "])
async def test_an_argument_cannot_climb_out_of_the_path(orders: Orders, value: str) -> None:
    with pytest.raises(InvalidValueError, match="only dots"):
        await run(orders, lookup(orders), order_id=value)
    assert orders.received == []


async def test_a_slash_or_a_question_mark_stays_inside_its_argument(orders: Orders) -> None:
    await run(orders, lookup(orders), order_id="../../admin?x=1#y")
    assert orders.received[0].path == "/orders/..%2F..%2Fadmin%3Fx%3D1%23y"


async def test_endless_arguments_are_refused(orders: Orders) -> None:
    with pytest.raises(InvalidValueError, match="too long"):
        await run(orders, lookup(orders), order_id="7" * 5000)


@pytest.mark.parametrize(
    ("status", "says"),
    [(404, "refused (HTTP 404)"), (503, "has a problem (HTTP 503)"), (429, "HTTP 429")],
)
async def test_what_went_wrong_is_said_with_what_the_service_answered(
    orders: Orders, status: int, says: str
) -> None:
    orders.reply = web.json_response({"error": "no such order"}, status=status)
    answer = await run(orders, lookup(orders), order_id="7")
    assert says in str(answer.failed)
    assert answer.data == {"error": "no such order"}


@pytest.mark.parametrize(
    ("reply", "data"),
    [
        (web.Response(text="It is on its way."), "It is on its way."),
        (web.Response(status=204), None),
        (web.Response(body=b"\xfc", content_type="text/plain", charset="latin-1"), "ü"),
        (web.Response(body=b"ab", headers={"Content-Type": "text/plain; charset=klingon"}), "ab"),
    ],
)
async def test_an_answer_need_not_be_json(
    orders: Orders, reply: web.Response, data: object
) -> None:
    orders.reply = reply
    assert (await run(orders, lookup(orders), order_id="7")).data == data


async def test_no_more_is_read_than_the_tool_allows(orders: Orders) -> None:
    orders.reply = web.Response(text="x" * 100_000)
    answer = await run(orders, lookup(orders, max_response_bytes=50), order_id="7")
    assert answer.data == {"text": "x" * 50, "isCutShort": True}


async def test_a_service_that_is_away_may_come_back(orders: Orders) -> None:
    tool = lookup(orders)
    async with orders_service() as gone:
        tool = lookup(gone)
    with pytest.raises(UnavailableError, match="cannot be reached"):
        await run(gone, tool, order_id="7")


async def test_a_request_that_is_no_longer_wanted_is_dropped(orders: Orders) -> None:
    orders.gate = asyncio.Event()
    asked = asyncio.create_task(run(orders, lookup(orders), order_id="7"))
    async with asyncio.timeout(5):
        await orders.came.wait()
        asked.cancel()
        await asyncio.gather(asked, return_exceptions=True)
        await orders.left.wait()
    assert asked.cancelled()


async def test_a_name_that_the_agent_does_not_have_is_unknown(orders: Orders) -> None:
    runner = RemoteToolRunner(guard=AddressGuard(), secrets=ToolSecrets())
    async with runner.open(AgentConfig(name="Demo", instructions="Be kind.")) as remote:
        with pytest.raises(NotFoundError):
            await remote.run("lookup_order", {}, key="k")
