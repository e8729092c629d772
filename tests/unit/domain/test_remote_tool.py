import pytest

from domain.agent_config import AgentConfig
from domain.errors import InvalidValueError
from domain.remote_tool import HttpMethod, HttpTool, McpServer
from domain.tool import BUILT_IN_TOOLS, ToolName
from domain.transfer import TransferTarget, transfer_tool

ORDER = {
    "type": "object",
    "properties": {"order_id": {"type": "string"}},
    "required": ["order_id"],
}


def http_tool(**changes: object) -> HttpTool:
    values: dict[str, object] = {
        "name": "lookup_order",
        "description": "Looks up an order.",
        "url": "https://shop.example.com/orders/{order_id}",
        "parameters": ORDER,
    }
    return HttpTool(**values | changes)  # type: ignore[arg-type]


def mcp_server(**changes: object) -> McpServer:
    values: dict[str, object] = {
        "name": "stock",
        "allowed_tools": ("count",),
        "url": "https://mcp.example.com/mcp",
    }
    return McpServer(**values | changes)  # type: ignore[arg-type]


def test_a_tool_tells_the_model_what_it_is_and_takes() -> None:
    definition = http_tool(timeout_s=7, filler="One moment.").definition
    assert definition.name == "lookup_order"
    assert definition.parameters == ORDER
    assert (definition.timeout_s, definition.filler) == (7, "One moment.")


@pytest.mark.parametrize(
    ("method", "asked", "cancels"),
    [
        (HttpMethod.GET, None, True),
        (HttpMethod.POST, None, False),
        (HttpMethod.POST, True, True),
        (HttpMethod.GET, False, False),
    ],
)
def test_only_what_reads_is_cancelled_by_a_caller_who_speaks(
    method: HttpMethod, asked: bool | None, cancels: bool
) -> None:
    tool = http_tool(method=method, cancel_on_barge_in=asked)
    assert tool.definition.cancel_on_barge_in is cancels


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": "look up"}, "name"),
        ({"name": "a" * 65}, "name"),
        ({"description": " "}, "description"),
        ({"timeout_s": 0}, "timeoutS"),
        ({"timeout_s": 61}, "timeoutS"),
        ({"max_response_bytes": 0}, "maxResponseBytes"),
        ({"url": "ftp://shop.example.com/{order_id}"}, "https"),
        ({"url": "https:///orders/{order_id}"}, "https"),
        ({"url": "https://[::1/{order_id}"}, "not a URL"),
        ({"url": "https://user:pass@shop.example.com/{order_id}"}, "credentials"),
        ({"url": "https://shop.example.com/{order_id}#part"}, "fragment"),
        ({"url": "https://shop.example.com/ {order_id}"}, "characters"),
        ({"url": "https://{order_id}.example.com/orders"}, "path and query only"),
        ({"url": "https://shop.example.com/{shoe_size}"}, "unknown parameters: shoe_size"),
        ({"parameters": {"type": "array"}}, "of an object"),
        ({"parameters": {**ORDER, "required": []}}, "must require"),
        ({"parameters": {**ORDER, "required": "order_id"}}, "must require"),
        ({"headers": {"Host": "other"}}, "cannot set 'Host'"),
        ({"headers": {"X y": "1"}}, "cannot set 'X y'"),
        ({"headers": {"X-Tag": "a\r\nb"}}, "printable"),
        ({"headers": {"Authorization": "Bearer abc"}}, "secret:NAME"),
    ],
)
def test_a_tool_that_cannot_be_called_is_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(InvalidValueError, match=says):
        http_tool(**changes)


def test_a_credential_is_named_never_written_down() -> None:
    tool = http_tool(headers={"Authorization": "Bearer secret:ORDERS_KEY", "X-Shop": "7"})
    assert tool.headers["Authorization"] == "Bearer secret:ORDERS_KEY"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": "my stock"}, "name"),
        ({"timeout_s": 0}, "timeoutS"),
        ({"url": None}, "either a url or a command"),
        ({"command": "/bin/stock"}, "either a url or a command"),
        ({"url": "stock"}, "https"),
        ({"allowed_tools": ()}, "at least one"),
        ({"allowed_tools": ("a b",)}, "allowedTools"),
        ({"headers": {"Cookie": "a=1"}}, "secret:NAME"),
    ],
)
def test_a_server_that_cannot_be_asked_is_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(InvalidValueError, match=says):
        mcp_server(**changes)


def test_a_server_may_be_a_program() -> None:
    assert mcp_server(url=None, command="/usr/bin/stock", args=("--all",)).args == ("--all",)


def test_a_tool_may_take_nothing() -> None:
    tool = http_tool(url="https://shop.example.com/open", parameters={"type": "object"})
    assert tool.in_url == ()


def test_a_servers_tools_carry_its_name() -> None:
    assert mcp_server().tool_name("count") == "stock_count"


@pytest.mark.parametrize(
    "parts",
    [
        {"http_tools": (http_tool(), http_tool())},
        {"http_tools": (http_tool(name=ToolName.END_CALL),)},
        {"http_tools": (http_tool(name="stock_count"),), "mcp_servers": (mcp_server(),)},
        {"mcp_servers": (mcp_server(), mcp_server())},
    ],
)
def test_two_tools_of_an_agent_cannot_share_a_name(parts: dict[str, object]) -> None:
    with pytest.raises(InvalidValueError, match="several tools are called"):
        AgentConfig(name="Demo", instructions="Be kind.", **parts)  # type: ignore[arg-type]


def test_an_agent_that_names_no_tools_leads_to_nobody_else() -> None:
    tools = AgentConfig(name="Demo", instructions="Be kind.").tools
    assert set(BUILT_IN_TOOLS) - set(tools) == {ToolName.HAND_OFF, ToolName.TRANSFER_CALL}


SALES = TransferTarget(name="sales", address="tel:+4315550134")


def test_the_model_knows_only_the_names_of_telephones() -> None:
    desk = TransferTarget(name="front desk", address="sip:desk@pbx.example.com")
    tool = transfer_tool((SALES, desk))
    assert tool.parameters["properties"] == {
        "to": {"type": "string", "enum": ["sales", "front desk"]}
    }
    assert "+4315550134" not in repr(tool)


@pytest.mark.parametrize(
    ("name", "address", "says"),
    [
        ("", "tel:+4315550134", "name"),
        ("a\nb", "tel:+4315550134", "name"),
        ("sales", "+4315550134", "address"),
        ("sales", "tel:015550134", "address"),
        ("sales", "sip:sales", "address"),
        ("sales", "https://example.com", "address"),
    ],
)
def test_a_telephone_that_cannot_be_called_is_refused(name: str, address: str, says: str) -> None:
    with pytest.raises(InvalidValueError, match=says):
        TransferTarget(name=name, address=address)


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"tools": ("transfer_call",)}, "at least one target"),
        ({"transfer_to": (SALES, SALES)}, "the same name"),
    ],
)
def test_putting_through_leads_somewhere(parts: dict[str, object], says: str) -> None:
    with pytest.raises(InvalidValueError, match=says):
        AgentConfig(name="Demo", instructions="Be kind.", **parts)  # type: ignore[arg-type]
