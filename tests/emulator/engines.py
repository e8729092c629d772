"""Engines small enough to be understood at a glance: a brain that obeys, a mouth that hums."""

import math
from array import array
from collections.abc import AsyncIterator

from adapters.realtime_emulator.ports import (
    CallTool,
    Expectation,
    Item,
    Pcm,
    Prompt,
    Reply,
    Say,
)

RATE = 24_000
MS_PER_CHARACTER = 50


class HummingMouth:
    """A tone, 50 ms for each character."""

    name = "humming"

    async def warm_up(self) -> None:
        """Nothing to load."""

    async def speak(
        self, text: str, *, voice: str, speed: float, language: str | None
    ) -> AsyncIterator[Pcm]:
        """Hum for as long as the text is."""
        for start in range(0, len(text), 20):
            yield tone(len(text[start : start + 20]) * MS_PER_CHARACTER)


class ObedientBrain:
    """Does what the last words tell it: `say ...`, `call TOOL CITY`, `fail`; else it answers."""

    def expecting(self) -> Expectation:
        """Anything."""
        return Expectation()

    async def reply(self, prompt: Prompt) -> Reply:
        """Obey."""
        if not prompt.items:
            return (Say(text="Hello."),)
        last = prompt.items[-1]
        if last.kind == "function_call_output":
            return (Say(text=f"The tool says {last.output}."),)
        return _obey(last.text, prompt)


def _obey(words: str, prompt: Prompt) -> Reply:
    match words.split():
        case ["say", *_]:
            return (Say(text=words.removeprefix("say ")),)
        case ["call", tool, city]:
            return Say(text="One moment."), CallTool(name=tool, arguments={"city": city})
        case ["fail"]:
            raise RuntimeError("told to fail")
        case ["instructions"]:
            return (Say(text=prompt.instructions),)
        case ["recall"]:
            return (Say(text=" / ".join(map(_recalled, prompt.items[:-1]))),)
    return (Say(text=f"You said {words}."),)


def _recalled(item: Item) -> str:
    return f"{item.role}: {item.text}" + (" (interrupted)" if item.interrupted else "")


def tone(ms: int) -> Pcm:
    """*ms* of an A."""
    samples = (math.sin(2 * math.pi * 440 * n / RATE) for n in range(RATE * ms // 1000))
    return array("h", (int(8_000 * sample) for sample in samples)).tobytes()
