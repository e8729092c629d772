"""Tools of an agent that live elsewhere, over /api/agents."""

import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.http.calls import assert_problem

LOOKUP: dict[str, Any] = {
    "name": "lookup_order",
    "description": "Looks up an order by its number.",
    "url": "https://shop.example.com/orders/{order_id}",
    "method": "GET",
    "parameters": {
        "type": "object",
        "properties": {"order_id": {"type": "string", "pattern": "^[0-9]+$"}},
        "required": ["order_id"],
        "additionalProperties": False,
    },
    "headers": {"Authorization": "Bearer secret:ORDERS_KEY"},
    "timeoutS": 8,
    "filler": "One moment, I am looking.",
    "cancelOnBargeIn": False,
    "maxResponseBytes": 4000,
}
STOCK: dict[str, Any] = {
    "name": "stock",
    "allowedTools": ["count"],
    "url": "https://mcp.example.com/mcp",
    "command": None,
    "args": [],
    "headers": {},
    "timeoutS": 5,
    "filler": None,
}


def agent(**changes: object) -> dict[str, object]:
    return {"agentId": "shop", "name": "Shop", "instructions": "Be brief.", **changes}


async def test_tools_that_were_sent_come_back(http: httpx.AsyncClient) -> None:
    phone = {"name": "sales", "address": "tel:+4315550134"}
    sent = agent(httpTools=[LOOKUP], mcpServers=[STOCK], transferTo=[phone])

    created = await http.post("/api/agents", json=sent)

    assert created.status_code == 201
    read = (await http.get("/api/agents/shop")).json()
    assert (read["httpTools"], read["mcpServers"]) == ([LOOKUP], [STOCK])
    assert read["transferTo"] == [phone]


async def test_what_is_left_out_of_a_tool_has_a_default(http: httpx.AsyncClient) -> None:
    least = {"name": "open", "description": "Opening hours.", "url": "https://x.example.com/open"}

    created = (await http.post("/api/agents", json=agent(httpTools=[least]))).json()

    (tool,) = created["httpTools"]
    assert (tool["method"], tool["timeoutS"], tool["cancelOnBargeIn"]) == ("GET", 10, None)
    assert tool["parameters"]["additionalProperties"] is False


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "look up"}, "httpTools.0.name"),
        ({"timeoutS": 61}, "httpTools.0.timeoutS"),
        ({"parameters": {"type": "objekt"}}, "httpTools.0.parameters"),
        ({"parameters": {"$ref": "https://example.com/s.json"}}, "httpTools.0.parameters"),
        ({"method": "TRACE"}, "httpTools.0.method"),
        ({"shell": "rm"}, "httpTools.0.shell"),
    ],
)
async def test_a_malformed_tool_is_named_by_its_place(
    http: httpx.AsyncClient, changes: dict[str, object], field: str
) -> None:
    answer = await http.post("/api/agents", json=agent(httpTools=[{**LOOKUP, **changes}]))

    problem = assert_problem(answer, 422, "invalid_request")
    assert [one["field"] for one in problem["errors"]] == [field]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"httpTools": [LOOKUP, LOOKUP]}, "several tools are called lookup_order"),
        ({"httpTools": [{**LOOKUP, "name": "end_call"}]}, "several tools are called end_call"),
        ({"httpTools": [{**LOOKUP, "url": "https://{order_id}.example.com/"}]}, "path and query"),
        ({"httpTools": [{**LOOKUP, "headers": {"Cookie": "a=1"}}]}, "secret:NAME"),
        ({"mcpServers": [{**STOCK, "command": "/bin/sh"}]}, "either a url or a command"),
    ],
)
async def test_tools_that_no_call_can_use_are_refused(
    http: httpx.AsyncClient, changes: dict[str, object], says: str
) -> None:
    answer = await http.post("/api/agents", json=agent(**changes))

    assert says in assert_problem(answer, 422, "invalid_value")["detail"]


async def test_the_tools_in_the_readme_can_be_published(http: httpx.AsyncClient) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (tools,) = re.findall(r"```json\n(.*?)```", readme.split("## Tools")[1], flags=re.DOTALL)

    patched = await http.patch("/api/agents/demo/draft", json=json.loads(tools))
    published = await http.post("/api/agents/demo/publish")

    assert patched.is_success, patched.text
    assert published.json()["httpTools"][0]["name"] == "lookup_order"
