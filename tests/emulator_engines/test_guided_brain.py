"""The stand-in for the model, in whole conversations as text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from adapters.realtime_emulator.brain.guided import GuidedBrain
from adapters.realtime_emulator.brain.scenario import load_scenario
from adapters.realtime_emulator.ports import CallTool, Item, Prompt, Say, Tool

TOOLS = tuple(
    Tool(name=name) for name in ("record_contact", "confirm_contact", "decline_contact", "end_call")
)


@dataclass
class Dialogue:
    """Plays the client: keeps the items, and answers tool calls as the service does."""

    tools: tuple[Tool, ...] = TOOLS
    items: list[Item] = field(default_factory=list)
    confirmed: dict[str, str] = field(default_factory=dict)
    noted: dict[str, str] = field(default_factory=dict)
    ended: bool = False

    def __post_init__(self) -> None:
        self.brain = GuidedBrain(load_scenario("default"))

    async def say(self, text: str) -> str:
        """What the agent says after the caller said *text*, tools done."""
        self._add(Item(id=f"u{len(self.items)}", kind="message", role="user", text=text))
        return await self._answer()

    async def _answer(self) -> str:
        said: list[str] = []
        for _ in range(5):
            prompt = Prompt(instructions="", tools=self.tools, items=tuple(self.items))
            calls = []
            for part in await self.brain.reply(prompt):
                match part:
                    case Say():
                        said.append(part.text)
                        number = f"a{len(self.items)}"
                        self._add(Item(id=number, kind="message", role="assistant", text=part.text))
                    case CallTool():
                        calls.append(part)
                        self._run(part)
            if not calls or self.ended:
                break
        return " ".join(said)

    def _run(self, call: CallTool) -> None:
        call_id = f"c{len(self.items)}"
        arguments = json.dumps(dict(call.arguments))
        self._add(
            Item(
                id=f"f{call_id}",
                kind="function_call",
                name=call.name,
                call_id=call_id,
                arguments=arguments,
            )
        )
        output = json.dumps(self._outcome(call))
        self._add(
            Item(id=f"o{call_id}", kind="function_call_output", call_id=call_id, output=output)
        )

    def _outcome(self, call: CallTool) -> Mapping[str, object]:
        slot, value = str(call.arguments.get("field")), str(call.arguments.get("value"))
        match call.name:
            case "record_contact":
                self.noted[slot] = value
                return {"ok": True, "token": "t", "value": value, "readBack": f"{value}?"}
            case "confirm_contact":
                self.confirmed[slot] = self.noted[slot]
            case "end_call":
                self.ended = True
        return {"ok": True}

    def _add(self, item: Item) -> None:
        self.items.append(item)


async def test_a_call_without_trouble_brings_a_confirmed_lead() -> None:
    dialogue = Dialogue()
    assert "name" in await dialogue.say("I would like an appointment.")
    assert "Sarah Miller" in await dialogue.say("My name is Sarah Miller.")
    assert "e-mail" in await dialogue.say("Yes, that's right.")
    await dialogue.say("It is Sarah Dot Miller at example.com")
    assert "phone" in await dialogue.say("Yes.")
    await dialogue.say("It is 415-555-0134.")
    assert "Goodbye" in await dialogue.say("Yes, correct.")
    assert dialogue.ended
    assert dialogue.confirmed == {
        "name": "Sarah Miller",
        "email": "sarah.miller@example.com",
        "phone": "+14155550134",
    }


async def test_a_refused_read_back_is_spelled() -> None:
    dialogue = Dialogue()
    await dialogue.say("I need help.")
    await dialogue.say("My name is Sarah Miller.")
    await dialogue.say("Yes.")
    await dialogue.say("it is sara at gmail dot com")
    assert "spell" in await dialogue.say("No, that is wrong.")
    await dialogue.say("S-A-R-A-H at gmail dot com")
    await dialogue.say("Yes.")
    assert dialogue.confirmed["email"] == "sarah@gmail.com"


async def test_what_is_not_understood_is_asked_again() -> None:
    dialogue = Dialogue()
    await dialogue.say("I need help.")
    await dialogue.say("My name is Sarah Miller.")
    await dialogue.say("Yes.")
    assert "spell" in await dialogue.say("well let me think")
    assert "email" not in dialogue.noted


async def test_it_goes_on_where_a_replayed_conversation_was() -> None:
    dialogue = Dialogue()
    await dialogue.say("I need help.")
    await dialogue.say("My name is Sarah Miller.")
    dialogue.brain = GuidedBrain(load_scenario("default"))
    assert "e-mail" in await dialogue.say("Yes.")
    assert dialogue.confirmed == {"name": "Sarah Miller"}


async def test_without_tools_it_still_talks() -> None:
    dialogue = Dialogue(tools=())
    await dialogue.say("I need help.")
    assert "e-mail" in await dialogue.say("My name is Sarah Miller.")
    assert dialogue.noted == {}


async def test_exact_words_are_spoken_when_asked_for() -> None:
    brain = GuidedBrain(load_scenario("default"))
    prompt = Prompt(instructions='Be kind.\nSay exactly: "Hello there."', requested=True)
    assert await brain.reply(prompt) == (Say(text="Hello there.", language="en"),)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("- just\n- a list", "a scenario is a mapping"),
        ("slots: [shoe]", "slots must be some of"),
        ("slots: [name]\nlanguage: en", "greeting must be a text"),
    ],
)
def test_a_scenario_that_is_wrong_says_where(tmp_path: Path, change: str, says: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(change, encoding="utf-8")
    with pytest.raises(ValueError, match=says):
        load_scenario(str(file))
