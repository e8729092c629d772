"""When nobody speaks: the agent asks, asks again, and takes leave."""

from datetime import datetime

from application.ports.conversation import CallEvent, SpeechStarted, TurnEnded
from application.use_cases.sessions.live_call.floor import Floor
from domain.phrases import Phrase
from domain.transcript import Role
from domain.voice_session import CloseReason

_LOOK_EVERY_S = 0.5


class Silence:
    """Follows the agent's silence policy; a caller who speaks starts it anew.

    Time in which somebody speaks, a tool works, the line is down or a person has taken over does
    not count.
    """

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._asked = 0
        self._since: datetime = floor.clock.now()

    def follow(self, event: CallEvent) -> None:
        """Anything that happens ends a silence; only a caller's words forgive those before."""
        match event:
            case SpeechStarted(role=Role.CALLER):
                self._asked = 0
            case TurnEnded(role=Role.SYSTEM):
                return
            case _:
                pass
        self._since = self._floor.clock.now()

    async def attend(self) -> None:
        """Look at the silence again and again."""
        policy = self._floor.agent.silence
        while policy.prompt_after_s:
            await self._floor.clock.sleep(_LOOK_EVERY_S)
            if self._floor.is_busy:
                self._since = self._floor.clock.now()
            elif self._silent_s() >= self._patience_s():
                await self._act()

    def _silent_s(self) -> float:
        return (self._floor.clock.now() - self._since).total_seconds()

    def _patience_s(self) -> int:
        policy = self._floor.agent.silence
        return policy.prompt_after_s if self._asked < policy.prompts else policy.end_after_s

    async def _act(self) -> None:
        self._since = self._floor.clock.now()
        if self._asked < self._floor.agent.silence.prompts:
            await self._floor.say_phrase(Phrase.SILENCE_PROMPT, index=self._asked)
            self._asked += 1
            return
        self._floor.note("nobody spoke any more")
        await self._floor.say_phrase(Phrase.SILENCE_GOODBYE)
        self._floor.finish(CloseReason.CALLER_SILENT)
