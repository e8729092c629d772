"""What a conversation has come to, read from its items alone, so that a replayed one goes on."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from adapters.realtime_emulator.brain.scenario import Scenario
from adapters.realtime_emulator.ports import Item


@dataclass(slots=True, kw_only=True)
class Memory:
    """*noted* are values by slot, *confirmed* the slots that are settled.

    *read_back* is the slot whose read-back waits for a yes or no, with its *token*; *asked* the
    slot that was asked for last, *spelling* whether it was to be spelled.
    """

    noted: dict[str, str] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)
    read_back: str | None = None
    token: str = ""
    asked: str | None = None
    spelling: bool = False


def remember(items: Sequence[Item], scenario: Scenario) -> Memory:
    """Go through the items in order."""
    memory = Memory()
    calls: dict[str, Item] = {}
    for item in items:
        if item.kind == "function_call" and item.call_id:
            calls[item.call_id] = item
        elif item.kind == "function_call_output" and item.call_id in calls:
            _follow_tool(memory, scenario, calls[item.call_id], load(item.output))
        elif item.kind == "message" and item.role == "assistant":
            _follow_speech(memory, scenario, item.text)
    return memory


def load(text: str | None) -> Mapping[str, Any]:
    """A JSON object, or an empty one for what is none."""
    try:
        data = json.loads(text or "{}")
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _follow_tool(memory: Memory, scenario: Scenario, call: Item, output: Mapping[str, Any]) -> None:
    slot = str(load(call.arguments).get("field", ""))
    succeeded = output.get("ok") is True
    if call.name == scenario.tools.get("record") and succeeded:
        memory.noted[slot] = str(output.get("value") or load(call.arguments).get("value"))
        memory.read_back, memory.token = slot, str(output.get("token", ""))
        memory.asked = None
    elif call.name == scenario.tools.get("confirm") and succeeded:
        memory.confirmed.add(slot)
        memory.read_back = None
    elif call.name == scenario.tools.get("decline"):
        memory.noted.pop(slot, None)
        memory.read_back = None


def _follow_speech(memory: Memory, scenario: Scenario, text: str) -> None:
    for texts in scenario.texts.values():
        for slot in scenario.slots:
            if _ends_alike(text, texts.ask[slot]):
                memory.asked, memory.spelling = slot, False
            elif _ends_alike(text, texts.spell[slot]):
                memory.asked, memory.spelling = slot, True


def _ends_alike(text: str, question: str) -> bool:
    # An interrupted question has lost its end; it still counts once its middle was said.
    said = text.strip()
    return said.endswith(question) or (len(said) > 15 and question.startswith(said))
