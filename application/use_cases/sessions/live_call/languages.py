"""The language of the call: each turn has one, and the agent follows the caller's."""

import asyncio
from dataclasses import replace

from application.ports.conversation import (
    AgentSpoke,
    CallChange,
    CallerJoined,
    CallEvent,
    TurnEnded,
)
from application.ports.insight import LanguageDetector
from application.use_cases.sessions.live_call.floor import Floor
from application.use_cases.sessions.live_call.instructions import LiveInstructions
from domain.language import Language
from domain.language_policy import LanguageTracker, Refused, Switch, language_of_turn
from domain.scripts import wrong_script
from domain.transcript import Role

_TELLS_WITHIN_S = 0.5


class Languages:
    """Marks every turn with its language, and turns the agent to the caller's.

    A turn in a script that none of the agent's languages uses is marked as suspect: recognisers
    sometimes write one language in another's letters.
    """

    def __init__(
        self, floor: Floor, *, detector: LanguageDetector, instructions: LiveInstructions
    ) -> None:
        self._floor = floor
        self._detector = detector
        self._instructions = instructions
        self._spoken = floor.agent.languages
        self._tracker = LanguageTracker.start(self._spoken, floor.language)

    def follow(self, event: CallEvent) -> None:
        """Load what it takes while the agent speaks first: loading holds up the process.

        Turns are looked at when they are marked.
        """
        speaks_first = self._floor.agent.greeting is not None
        match event:
            case AgentSpoke() if speaks_first:
                self._floor.run(self._detector.prepare(self._floor.agent.languages))
            case CallerJoined() if not speaks_first:
                self._floor.run(self._detector.prepare(self._floor.agent.languages))
            case _:
                pass

    async def attend(self) -> None:
        """Nothing to do beside the turns."""

    def begin_in(self, language: Language) -> None:
        """The call is in *language* from its start, if the agent speaks it."""
        if language in self._floor.agent.languages:
            self._floor.language = language
            self._tracker = LanguageTracker.start(self._floor.agent.languages, language)

    async def mark(self, turn: TurnEnded) -> TurnEnded:
        """*turn* with its language, and what follows from it for the call."""
        if not turn.text or turn.role not in (Role.CALLER, Role.AGENT):
            return turn
        self._keep_to_the_configuration()
        guesses = await self._guesses(turn.text)
        if turn.role is Role.CALLER:
            self._hear(turn, guesses)
        suspect = wrong_script(turn.text, self._tracker.candidates)
        return replace(
            turn,
            language=language_of_turn(
                turn.text, guesses=guesses, otherwise=turn.language or self._floor.language
            ),
            suspect="wrong_script" if suspect else turn.suspect,
        )

    def _keep_to_the_configuration(self) -> None:
        # It may have changed: what the agent no longer speaks is not followed any more.
        if self._floor.agent.languages != self._spoken:
            self._spoken = self._floor.agent.languages
            self._tracker = self._tracker.limited_to(self._spoken)

    async def _guesses(self, text: str) -> dict[Language, float]:
        try:
            async with asyncio.timeout(_TELLS_WITHIN_S):
                return dict(await self._detector.guesses(text, self._floor.agent.languages))
        except TimeoutError:
            return {}

    def _hear(self, turn: TurnEnded, guesses: dict[Language, float]) -> None:
        self._tracker, outcome = self._tracker.hear(
            turn.text, guesses=guesses, reported=turn.language
        )
        match outcome:
            case Switch() if outcome.to != self._floor.language:
                self._switch(outcome)
            case Refused():
                self._floor.note(f"the caller asked for {outcome.to}, which the agent cannot speak")
            case _:
                pass

    def _switch(self, switch: Switch) -> None:
        self._floor.language = switch.to
        pinned = ", and it stays" if switch.pinned else ""
        self._floor.note(f"the call is in {switch.to} now ({switch.reason}{pinned})")
        self._floor.run(self._tell())

    async def _tell(self) -> None:
        await self._floor.adjust(CallChange(instructions=self._instructions.text()))
