"""A deterministic stand-in for the model: asks, notes, reads back, accepts corrections, thanks."""

import re
from collections.abc import Callable

from adapters.realtime_emulator.brain.memory import Memory, load, remember
from adapters.realtime_emulator.brain.scenario import Scenario, load_scenario
from adapters.realtime_emulator.brain.spoken.answers import (
    Answer,
    after_denial,
    is_farewell,
    read_answer,
)
from adapters.realtime_emulator.brain.spoken.email import (
    matched_to_name,
    read_email,
    read_spelled_email,
)
from adapters.realtime_emulator.brain.spoken.letters import read_spelling
from adapters.realtime_emulator.brain.spoken.names import read_name, read_spelled_name
from adapters.realtime_emulator.brain.spoken.phone import read_phone
from adapters.realtime_emulator.ports import CallTool, Expectation, Item, Prompt, Reply, Say

_EXACTLY = re.compile(r'Say exactly: "(?P<text>.*)"', re.DOTALL)
_LETTERS_IN_A_ROW = 3


class GuidedBrain:
    """Follows a scenario; what it knows comes from the conversation's items."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._expecting = Expectation(language=scenario.language)

    def expecting(self) -> Expectation:
        """What the caller was asked last."""
        return self._expecting

    async def reply(self, prompt: Prompt) -> Reply:
        """Answer the conversation as it stands."""
        memory = remember(prompt.items, self._scenario)
        reply = self._reply(prompt, memory)
        self._expecting = self._after(reply, memory)
        return reply

    def _reply(self, prompt: Prompt, memory: Memory) -> Reply:
        exact = _EXACTLY.search(prompt.instructions)
        if prompt.requested and exact:
            return self._say(exact["text"])
        last = prompt.items[-1] if prompt.items else None
        if last is None:
            return self._say(self._scenario.greeting)
        if last.kind == "function_call_output":
            return self._after_tool(prompt, memory, last)
        if last.role != "user":
            return self._ask_next(prompt, memory)
        return self._answer(prompt, memory, last.text)

    def _answer(self, prompt: Prompt, memory: Memory, text: str) -> Reply:
        if is_farewell(text):
            return self._take_leave(prompt)
        if not text.strip():
            return self._ask_again(memory)
        if memory.read_back is not None:
            return self._judge(prompt, memory, memory.read_back, text)
        if memory.asked is None:
            return self._ask_next(prompt, memory)
        return self._note(prompt, memory, memory.asked, text, again=memory.spelling)

    def _judge(self, prompt: Prompt, memory: Memory, slot: str, text: str) -> Reply:
        answer = read_answer(text)
        if answer is Answer.YES:
            confirm = self._scenario.tools.get("confirm", "")
            return (CallTool(name=confirm, arguments={"field": slot, "token": memory.token}),)
        said = after_denial(text) if answer is Answer.NO else text
        correction = self._value(slot, said, memory)
        if correction and correction != memory.noted.get(slot):
            return self._record(prompt, memory, slot, correction, spelled=_spelled(text))
        if answer is Answer.NO:
            decline = self._scenario.tools.get("decline", "")
            return (CallTool(name=decline, arguments={"field": slot}),)
        return self._say(f"{self._scenario.not_understood} Is that right?")

    def _note(self, prompt: Prompt, memory: Memory, slot: str, text: str, *, again: bool) -> Reply:
        value = self._value(slot, text, memory)
        if value is None:
            start = f"{self._scenario.not_understood} " if again else ""
            return self._say(start + self._scenario.spell[slot])
        return self._record(prompt, memory, slot, value, spelled=_spelled(text))

    def _record(
        self, prompt: Prompt, memory: Memory, slot: str, value: str, *, spelled: bool
    ) -> Reply:
        tool = self._scenario.tools.get("record")
        if tool not in {offered.name for offered in prompt.tools}:
            memory.confirmed.add(slot)
            return self._ask_next(prompt, memory)
        arguments = {"field": slot, "value": value, "spelled": spelled}
        return (CallTool(name=str(tool), arguments=arguments),)

    def _after_tool(self, prompt: Prompt, memory: Memory, output: Item) -> Reply:
        told = load(output.output)
        call = next((i for i in prompt.items if i.call_id == output.call_id and i.name), None)
        slot = str(load(call.arguments if call else None).get("field", ""))
        if told.get("readBack"):
            return self._say(str(told["readBack"]))
        declined = call is not None and call.name == self._scenario.tools.get("decline")
        if slot in self._scenario.spell and (declined or told.get("ok") is False):
            return self._say(self._scenario.spell[slot])
        return self._ask_next(prompt, memory)

    def _ask_next(self, prompt: Prompt, memory: Memory) -> Reply:
        for slot in self._scenario.slots:
            if slot not in memory.confirmed:
                return self._say(self._scenario.ask[slot])
        return self._take_leave(prompt, self._scenario.thanks)

    def _ask_again(self, memory: Memory) -> Reply:
        question = self._scenario.spell.get(memory.asked or "", "")
        if memory.read_back is not None:
            question = "Is that right?"
        return self._say(f"{self._scenario.not_understood} {question}".strip())

    def _take_leave(self, prompt: Prompt, first: str = "") -> Reply:
        said = self._say(f"{first} {self._scenario.farewell}".strip())
        end = self._scenario.tools.get("end")
        if end in {tool.name for tool in prompt.tools}:
            return (*said, CallTool(name=str(end), arguments={"reason": "done"}))
        return said

    def _value(self, slot: str, text: str, memory: Memory) -> str | None:
        match slot:
            case "email":
                address = read_spelled_email(text, domain=None) if _spelled(text) else None
                address = address or read_email(text)
                name = memory.noted.get("name")
                return matched_to_name(address, name) if address and name else address
            case "phone":
                return read_phone(text)
            case _:
                return self._name(text, memory)

    def _name(self, text: str, memory: Memory) -> str | None:
        if _spelled(text):
            parts = [read_spelling(part) for part in re.split(r"[.;]", text)]
            spelled = " ".join(part.capitalize() for part in parts if part)
            before = memory.noted.get("name", "")
            return spelled or read_spelled_name(text, before=before, part=-1)
        return read_name(text)

    def _say(self, text: str) -> Reply:
        return (Say(text=text, language=self._scenario.language),)

    def _after(self, reply: Reply, memory: Memory) -> Expectation:
        said = " ".join(part.text for part in reply if isinstance(part, Say))
        slot = next((s for s, q in self._scenario.ask.items() if said.endswith(q)), None)
        if slot is None and any(said.endswith(q) for q in self._scenario.spell.values()):
            slot = "spelling"
        if slot is None and memory.read_back is not None:
            slot = "yes_no"
        return Expectation(slot=slot, language=self._scenario.language)


def _spelled(text: str) -> bool:
    single = re.findall(r"\b[A-Za-z]\b", text)
    return len(single) >= _LETTERS_IN_A_ROW


def scenario_brains(path_or_name: str) -> Callable[[], GuidedBrain]:
    """What makes a brain for each conversation. Raises ValueError or OSError, see load_scenario."""
    scenario = load_scenario(path_or_name)
    return lambda: GuidedBrain(scenario)
