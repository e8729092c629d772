"""A client of the brain, without sound: it keeps the items and runs the tools."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from adapters.realtime_emulator.brain.guided import GuidedBrain
from adapters.realtime_emulator.brain.scenario import load_scenario
from adapters.realtime_emulator.ports import CallTool, Item, Prompt, Say, Tool

TOOLS = tuple(
    Tool(name=name) for name in ("record_contact", "confirm_contact", "decline_contact", "end_call")
)


@dataclass
class Dialogue:
    """Plays the client: keeps the items, and answers tool calls as the service does.

    *outputs* are the answers of other tools, by name.
    """

    tools: tuple[Tool, ...] = TOOLS
    scenario: str = "default"
    instructions: str = ""
    outputs: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    confirmed: dict[str, str] = field(default_factory=dict)
    noted: dict[str, str] = field(default_factory=dict)
    called: list[CallTool] = field(default_factory=list)
    languages: list[str | None] = field(default_factory=list)
    ended: bool = False

    def __post_init__(self) -> None:
        self.brain = GuidedBrain(load_scenario(self.scenario))

    async def say(self, text: str, language: str | None = None) -> str:
        """What the agent says after the caller said *text*, tools done."""
        number = f"u{len(self.items)}"
        self.items.append(
            Item(id=number, kind="message", role="user", text=text, language=language)
        )
        return await self.answer()

    async def answer(self) -> str:
        """What the agent says now."""
        said: list[str] = []
        for _ in range(5):
            prompt = Prompt(
                instructions=self.instructions, tools=self.tools, items=tuple(self.items)
            )
            calls = []
            for part in await self.brain.reply(prompt):
                match part:
                    case Say():
                        said.append(part.text)
                        self._note_speech(part)
                    case CallTool():
                        calls.append(part)
                        self._run(part)
            if not calls or self.ended:
                break
        return " ".join(said)

    def _note_speech(self, said: Say) -> None:
        self.languages.append(said.language)
        number = f"a{len(self.items)}"
        self.items.append(Item(id=number, kind="message", role="assistant", text=said.text))

    def _run(self, call: CallTool) -> None:
        self.called.append(call)
        call_id = f"c{len(self.items)}"
        arguments = json.dumps(dict(call.arguments))
        self.items.append(
            Item(
                id=f"f{call_id}",
                kind="function_call",
                name=call.name,
                call_id=call_id,
                arguments=arguments,
            )
        )
        output = json.dumps(self._outcome(call))
        self.items.append(
            Item(id=f"o{call_id}", kind="function_call_output", call_id=call_id, output=output)
        )

    def _outcome(self, call: CallTool) -> Mapping[str, object]:
        if call.name in self.outputs:
            return self.outputs[call.name]
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
