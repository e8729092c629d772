"""The ears, asked at the right moment."""

import asyncio
from collections.abc import Callable

from adapters.realtime_emulator.audio.voice_activity import RATE
from adapters.realtime_emulator.audio.wire_decoder import WIRE_RATE
from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.ports import Ears, Expectation, Heard, Pcm
from adapters.realtime_emulator.resample import resample


class Recogniser:
    """Recognises turns. It may begin in a pause; if the caller then goes on, that was in vain."""

    def __init__(self, ears: Ears, expecting: Callable[[], Expectation]) -> None:
        self._ears = ears
        self._expecting = expecting
        self._early: asyncio.Task[Heard] | None = None

    async def hear(self, audio: Pcm) -> Heard:
        """What is said in *audio* (24 kHz)."""
        narrow = resample(audio, source=WIRE_RATE, target=RATE)
        return await self._ears.hear(narrow, rate=RATE, expecting=self._expecting())

    def begin_early(self, audio: Pcm) -> None:
        """The caller pauses, perhaps for good."""
        self._early = asyncio.create_task(self.hear(audio))

    async def drop_early(self) -> None:
        """The caller went on."""
        early, self._early = self._early, None
        if early is None:
            return
        early.cancel()
        (heard,) = await asyncio.gather(early, return_exceptions=True)
        if isinstance(self._ears, ScriptedEars) and isinstance(heard, Heard):
            self._ears.take_back(heard)

    def take_early(self) -> asyncio.Task[Heard] | None:
        """What was begun in the pause, now the turn's own recognition."""
        early, self._early = self._early, None
        return early

    def words_so_far(self) -> str | None:
        """The words before the pause, or None as long as they are not known."""
        if self._early is None or not self._early.done() or self._early.cancelled():
            return None
        return "" if self._early.exception() is not None else self._early.result().text
