"""A deterministic stand-in for the model: asks, notes, reads back, accepts corrections, thanks."""

import re
from collections.abc import Callable

from adapters.realtime_emulator.brain.language import language_of, spoken_language, told
from adapters.realtime_emulator.brain.memory import Memory, remember
from adapters.realtime_emulator.brain.notes import known_name
from adapters.realtime_emulator.brain.scenario import Scenario, load_scenario
from adapters.realtime_emulator.brain.turn import Turn
from adapters.realtime_emulator.ports import Expectation, Prompt, Reply, Say

_EXACTLY = re.compile(r'Say exactly: "(?P<text>.*)"', re.DOTALL)


class GuidedBrain:
    """Follows a scenario, in the caller's language; what it knows comes from the prompt.

    What was settled once stays so: a client may have taken the old items out of the conversation.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._language = scenario.language
        self._settled: dict[str, str] = {}
        self._expecting = Expectation(language=scenario.language, languages=scenario.languages)

    def expecting(self) -> Expectation:
        """What the caller was asked last, and in which language."""
        return self._expecting

    async def reply(self, prompt: Prompt) -> Reply:
        """Answer the conversation as it stands."""
        turn = self._turn(prompt)
        reply = self._reply(prompt, turn)
        self._language = turn.language
        self._expecting = self._after(reply, turn)
        return reply

    def _turn(self, prompt: Prompt) -> Turn:
        scenario = self._scenario
        start = self._known(told(prompt.instructions)) or self._language
        language = spoken_language(prompt.items, start=start, known=scenario.languages)
        return Turn(
            scenario=scenario,
            texts=scenario.texts[language],
            prompt=prompt,
            memory=self._memory(prompt),
        )

    def _memory(self, prompt: Prompt) -> Memory:
        memory = remember(prompt.items, self._scenario)
        self._settled |= {slot: memory.noted.get(slot, "") for slot in memory.confirmed}
        memory.confirmed |= self._settled.keys()
        memory.noted = self._settled | memory.noted
        return memory

    def _reply(self, prompt: Prompt, turn: Turn) -> Reply:
        exact = _EXACTLY.search(prompt.instructions)
        if prompt.requested and exact:
            text = exact["text"]
            return (Say(text=text, language=self._known(language_of(text)) or turn.language),)
        # What the client notes for the model is no turn of anybody's.
        said = [item for item in prompt.items if item.role != "system"]
        last = said[-1] if said else None
        if last is None:
            return turn.say(_greeting(turn))
        if last.kind == "function_call_output":
            return turn.after_tool(last)
        return turn.ask_next() if last.role != "user" else turn.answer(last.text)

    def _known(self, language: str | None) -> str | None:
        return language if language in self._scenario.texts else None

    def _after(self, reply: Reply, turn: Turn) -> Expectation:
        said = " ".join(part.text for part in reply if isinstance(part, Say))
        texts = turn.texts
        slot = next((s for s, question in texts.ask.items() if said.endswith(question)), None)
        if slot is None and any(said.endswith(question) for question in texts.spell.values()):
            slot = "spelling"
        if slot is None and turn.memory.read_back is not None:
            slot = "yes_no"
        return Expectation(slot=slot, language=turn.language, languages=self._scenario.languages)


def _greeting(turn: Turn) -> str:
    name = known_name(turn.prompt.instructions)
    return turn.texts.greeting_by_name.format(name=name) if name else turn.texts.greeting


def scenario_brains(path_or_name: str) -> Callable[[], GuidedBrain]:
    """What makes a brain for each conversation. Raises ValueError or OSError, see load_scenario."""
    scenario = load_scenario(path_or_name)
    return lambda: GuidedBrain(scenario)
