"""Hearing the agent out: its speech by the sound, its words by the captions."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from adapters.livekit.caller.speech_detector import Speech
from adapters.livekit.caller.telephone import Telephone

CAPTION_DELAY_S = 1.0
_LOOK_EVERY_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """*longest_s* bounds one speech; *on_start* is called as a turn begins to sound."""

    line: Telephone
    longest_s: float
    on_start: Callable[[], None]

    async def starts_within(self, patience_s: float) -> bool:
        """Whether the agent speaks, or has spoken unheard, in time; False once it has left."""
        deadline = _now() + patience_s
        while _now() < deadline and not self.line.agent_left.is_set():
            if await self.line.listener.wait_for_start(min(deadline, _now() + _LOOK_EVERY_S)):
                return True
        return False

    async def hear(self, speeches: list[Speech], *, patience_s: float) -> str:
        """The words of what the agent says next, its sound added to *speeches*.

        Empty when it says nothing for that long.
        """
        texts: list[str] = []
        while await self.starts_within(patience_s):
            if not speeches:
                self.on_start()
            speech = await self.line.listener.wait_for_end(_now() + self.longest_s)
            if speech:
                speeches.append(speech)
            texts.append(await self.line.captions.take(patience_s=CAPTION_DELAY_S))
            if not self.line.captions.unfinished:
                break
        return " ".join(filter(None, texts))


def _now() -> float:
    return asyncio.get_running_loop().time()
