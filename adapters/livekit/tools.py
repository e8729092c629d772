"""Our tools as the agent framework takes them."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from livekit.agents import RunContext, StopResponse, function_tool
from livekit.agents.llm import RawFunctionTool

from application.ports.conversation import CallSpec, TurnEnded
from domain.tool import ToolDefinition, ToolOutcome
from domain.transcript import Role

RawTool = RawFunctionTool[Any, Any]

TOOL_DEADLINE_S = 10.0


def framework_tools(
    spec: CallSpec, *, now_ms: Callable[[], int], emit: Callable[[TurnEnded], None]
) -> list[RawTool]:
    """A tool each, which also tells *emit* what it was asked and what it answered."""
    return [_tool(definition, spec, now_ms, emit) for definition in spec.tools]


def _tool(
    definition: ToolDefinition,
    spec: CallSpec,
    now_ms: Callable[[], int],
    emit: Callable[[TurnEnded], None],
) -> RawTool:
    async def run(raw_arguments: dict[str, object], context: RunContext[None]) -> str:
        began = now_ms()
        outcome = await _within_deadline(spec, definition.name, raw_arguments)
        answer = json.dumps(dict(outcome.payload), ensure_ascii=False)
        asked = json.dumps(raw_arguments, ensure_ascii=False)
        emit(
            TurnEnded(
                item_id=context.function_call.call_id,
                role=Role.TOOL,
                text=f"{definition.name} {asked} -> {answer}",
                start_ms=began,
                end_ms=now_ms(),
            )
        )
        if outcome.ends_call:
            raise StopResponse
        return answer

    schema: dict[str, object] = {
        "name": definition.name,
        "description": definition.description,
        "parameters": dict(definition.parameters),
    }
    return function_tool(run, raw_schema=schema)


async def _within_deadline(spec: CallSpec, name: str, arguments: dict[str, object]) -> ToolOutcome:
    try:
        async with asyncio.timeout(TOOL_DEADLINE_S):
            return await spec.invoke(name, arguments)
    except TimeoutError:
        return ToolOutcome(payload={"ok": False, "say": "that takes too long; go on without it"})
