"""One turn of the brain: everything it knows, and what it answers."""

from dataclasses import dataclass

from adapters.realtime_emulator.brain.language import asked_for
from adapters.realtime_emulator.brain.memory import Memory, load
from adapters.realtime_emulator.brain.notes import known_name, recollections
from adapters.realtime_emulator.brain.obedience import obey
from adapters.realtime_emulator.brain.phrases import (
    asks_for_everything,
    asks_to_be_remembered,
    is_hostile,
)
from adapters.realtime_emulator.brain.requests import outcome_in_words, requested_tool
from adapters.realtime_emulator.brain.scenario import Scenario
from adapters.realtime_emulator.brain.spoken.answers import (
    Answer,
    after_denial,
    is_farewell,
    read_answer,
)
from adapters.realtime_emulator.brain.texts import Texts
from adapters.realtime_emulator.brain.values import is_spelled, value_of
from adapters.realtime_emulator.ports import CallTool, Item, Prompt, Reply, Say, Tool

_FEW_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """*texts* are those of the language to answer in."""

    scenario: Scenario
    texts: Texts
    prompt: Prompt
    memory: Memory

    @property
    def language(self) -> str:
        """The one to answer in."""
        return self.texts.language

    def say(self, text: str) -> Reply:
        """Only words."""
        return (Say(text=text.strip(), language=self.language),)

    def answer(self, text: str) -> Reply:
        """What the caller's words *text* are answered with."""
        if not text.strip():
            return self.say(f"{self.texts.not_understood} {self._question()}")
        aside = self._aside(text)
        if aside is not None:
            return aside
        if is_farewell(text):
            return self._take_leave()
        if self.memory.read_back is not None:
            return self._judge(self.memory.read_back, text)
        if self.memory.asked is None:
            return self.ask_next()
        return self._note(self.memory.asked, text)

    def after_tool(self, output: Item) -> Reply:
        """What follows from a tool's *output*."""
        answered = load(output.output)
        calls = (item for item in self.prompt.items if item.kind == "function_call")
        call = next((item for item in calls if item.call_id == output.call_id), None)
        if answered.get("readBack"):
            return self.say(str(answered["readBack"]))
        name = call.name if call else None
        if name not in self.scenario.tools.values():
            words = outcome_in_words(answered)
            return self.say(words) if words else self.ask_next()
        slot = str(load(call.arguments if call else None).get("field", ""))
        declined = name == self.scenario.tools.get("decline")
        if slot in self.texts.spell and (declined or answered.get("ok") is False):
            return self.say(self.texts.spell[slot])
        return self.ask_next()

    def ask_next(self) -> Reply:
        """Ask for the first slot that is not settled, or take leave."""
        for slot in self.scenario.slots:
            if slot not in self.memory.confirmed:
                return self.say(self.texts.ask[slot])
        return self._take_leave(self.texts.thanks)

    def _aside(self, text: str) -> Reply | None:
        """What has nothing to do with the details being taken; None when it does."""
        if is_hostile(text):
            done = obey(text, self.prompt, self.scenario) if self.scenario.gullible else None
            return done or self.say(f"{self.texts.refuses} {self._question()}")
        if asks_to_be_remembered(text):
            return self.say(self._recollection())
        call = requested_tool(text, self.scenario.requests, self._other_tools())
        if call is not None:
            return (call,)
        if asks_for_everything(text):
            return self.say(self.texts.in_detail)
        if asked_for(text) == self.language and len(text.split()) <= _FEW_WORDS:
            return self.say(f"{self.texts.speaks} {self._question()}")
        return None

    def _recollection(self) -> str:
        name = known_name(self.prompt.instructions)
        known = self.texts.remembers.format(name=name) if name else self.texts.remembers_not
        return " ".join((known, *recollections(self.prompt.instructions)))

    def _other_tools(self) -> list[Tool]:
        own = set(self.scenario.tools.values())
        return [tool for tool in self.prompt.tools if tool.name not in own]

    def _question(self) -> str:
        """What the caller was asked and has not answered."""
        if self.memory.read_back is not None:
            return self.texts.is_that_right
        if self.memory.asked is None:
            return ""
        questions = self.texts.spell if self.memory.spelling else self.texts.ask
        return questions[self.memory.asked]

    def _judge(self, slot: str, text: str) -> Reply:
        answer = read_answer(text)
        if answer is Answer.YES:
            confirm = self.scenario.tools.get("confirm", "")
            arguments = {"field": slot, "token": self.memory.token}
            return (CallTool(name=confirm, arguments=arguments),)
        said = after_denial(text) if answer is Answer.NO else text
        correction = self._value(slot, said)
        if correction and correction != self.memory.noted.get(slot):
            return self._record(slot, correction, spelled=is_spelled(text))
        if answer is Answer.NO:
            decline = self.scenario.tools.get("decline", "")
            return (CallTool(name=decline, arguments={"field": slot}),)
        return self.say(f"{self.texts.not_understood} {self.texts.is_that_right}")

    def _note(self, slot: str, text: str) -> Reply:
        value = self._value(slot, text)
        if value is not None:
            return self._record(slot, value, spelled=is_spelled(text))
        if text.rstrip().endswith("?"):
            return self.say(f"{self.texts.cannot_say} {self._question()}")
        start = f"{self.texts.not_understood} " if self.memory.spelling else ""
        return self.say(start + self.texts.spell[slot])

    def _value(self, slot: str, text: str) -> str | None:
        return value_of(slot, text, memory=self.memory, language=self.language)

    def _record(self, slot: str, value: str, *, spelled: bool) -> Reply:
        tool = self.scenario.tools.get("record")
        if tool not in {offered.name for offered in self.prompt.tools}:
            self.memory.confirmed.add(slot)
            return self.ask_next()
        arguments = {"field": slot, "value": value, "spelled": spelled}
        return (CallTool(name=str(tool), arguments=arguments),)

    def _take_leave(self, first: str = "") -> Reply:
        said = self.say(f"{first} {self.texts.farewell}")
        end = self.scenario.tools.get("end")
        if end in {tool.name for tool in self.prompt.tools}:
            return (*said, CallTool(name=str(end), arguments={"reason": "done"}))
        return said
