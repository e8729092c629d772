"""Tools in real calls: an HTTP service that is slow, and an MCP server."""

import json
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from pydantic import SecretStr

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.mouth.programs import EspeakSynthesiser
from adapters.realtime_emulator.mouth.speaking import SentenceMouth
from adapters.realtime_emulator.run import EmulatorConfig, running_emulator
from tests.end_to_end.stage import QUICK, Service, Stage
from tests.tools import stock_server
from tests.tools.orders import Orders, orders_service
from tests.tools.talking import ToolBrain

pytestmark = [
    pytest.mark.livekit,
    pytest.mark.timeout(90),
    pytest.mark.asyncio(loop_scope="session"),
]
SLOW_S = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A service whose agent has tools, and what stands behind them."""

    stage: Stage
    service: Service
    ears: ScriptedEars
    orders: Orders

    async def call(self, room: str, *hears: str) -> list[Mapping[str, Any]]:
        """The turns of one call, in which the agent hears just that."""
        for words in hears:
            self.ears.push(words)
        body = {"conversationId": room, "agentId": "shop", "userId": "u", "roomName": room}
        caller = await self.stage.talk(*["Where is my order, please?"] * len(hears))
        dispatched = await self.service.http.post("/api/agents/dispatch", json=body)
        dispatched.raise_for_status()
        await self.service.call(room, caller, manners=QUICK, asks=False)
        return await self.service.turns(dispatched.json()["sessionId"])


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def shop(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shop]:
    """Its Realtime server does as it is told, with real audio in and out."""
    ears = ScriptedEars()
    config = EmulatorConfig(
        ears=ears,
        mouth=SentenceMouth(EspeakSynthesiser(), cache=None),
        load_scenario=lambda _: ToolBrain,
        scenario="tools",
    )
    async with running_emulator(config) as realtime, orders_service() as orders:
        folder = tmp_path_factory.mktemp("tools")
        settings = {
            "openai_base_url": realtime.base_url,
            "tool_allowed_hosts": f"127.0.0.1:{orders.port}",
            "tool_allowed_commands": sys.executable,
            "tool_secrets": SecretStr('{"ORDERS_KEY": "sk-orders-key"}'),
        }
        async with stage.service(folder, **settings) as service:
            created = await service.http.post("/api/agents", json=_agent(orders))
            created.raise_for_status()
            yield Shop(stage=stage, service=service, ears=ears, orders=orders)


def _agent(orders: Orders) -> dict[str, object]:
    lookup = {
        "name": "lookup_order",
        "description": "Looks up an order.",
        "url": f"{orders.url}/orders/{{order_id}}",
        "parameters": {
            "type": "object",
            "properties": {"order_id": {"type": "string", "pattern": "^[0-9]+$"}},
            "required": ["order_id"],
        },
        "headers": {"Authorization": "Bearer secret:ORDERS_KEY"},
        "filler": "One moment, I am looking.",
    }
    stock = {
        "name": "stock",
        "command": sys.executable,
        "args": [str(Path(stock_server.__file__))],
        "allowedTools": ["count"],
    }
    return {
        "agentId": "shop",
        "name": "Shop",
        "instructions": "Be brief.",
        "greeting": "Shop.",
        "httpTools": [lookup],
        "mcpServers": [stock],
    }


def _texts(turns: list[Mapping[str, Any]], role: str) -> list[str]:
    return [turn["text"] for turn in turns if turn["role"] == role]


async def test_a_slow_tool_is_bridged_and_its_answer_told(shop: Shop) -> None:
    shop.orders.delay_s = SLOW_S
    turns = await shop.call("slow", "order 7")
    said = _texts(turns, "agent")
    assert said[1:] == ["One moment, I am looking.", "Result: {'status': 'shipped'}."]
    (tool,) = [turn for turn in turns if turn["role"] == "tool"]
    assert tool["endMs"] - tool["startMs"] >= SLOW_S * 1000
    (request,) = shop.orders.received
    assert request.path == "/orders/7"
    assert request.headers["Authorization"] == "Bearer sk-orders-key"
    assert request.headers["Idempotency-Key"].startswith("ses_")
    assert "sk-orders-key" not in json.dumps(turns)


async def test_a_caller_who_speaks_while_a_tool_looks_something_up_stops_it(shop: Shop) -> None:
    shop.orders.delay_s = 20
    turns = await shop.call("barge-in", "order 7", "never mind")
    shop.orders.delay_s = 0
    assert _texts(turns, "agent")[1:] == ["One moment, I am looking.", "I am here."]
    (tool,) = _texts(turns, "tool")
    assert '"cancelled": true' in tool


async def test_a_gullible_model_gets_nothing_past_the_schema(shop: Shop) -> None:
    shop.orders.received.clear()
    turns = await shop.call("hostile", "order ../../admin")
    assert shop.orders.received == []
    assert "wrong arguments for lookup_order" in _texts(turns, "tool")[0]


async def test_an_mcp_server_is_asked(shop: Shop) -> None:
    turns = await shop.call("stock", "count lamp")
    assert _texts(turns, "tool")[0].startswith('stock_count {"item": "lamp"} -> {"ok": true')
    assert _texts(turns, "agent")[1] == "Result: {'result': 4}."
