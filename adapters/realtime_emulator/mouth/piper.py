"""The Piper neural voice. GPL: an extra for development, loaded only when it is chosen."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from adapters.realtime_emulator.mouth.speaking import WIRE_RATE
from adapters.realtime_emulator.ports import Pcm
from adapters.realtime_emulator.resample import resample_float, to_pcm

_HIGH_VOICES = frozenset({"alloy", "coral", "marin", "nova", "sage", "shimmer"})
_HIGH_PITCH = 1.14


class PiperSynthesiser:
    """One male American voice. The same text gives the same bytes: both noise scales are 0.

    *length_scale* stretches the speech; 1.25 is what recognisers understand best. Realtime voices
    that are known as high sound higher here too, which also tells an agent from its caller.
    """

    name = "piper"

    def __init__(self, weights: Path, *, length_scale: float = 1.0) -> None:
        self._weights = weights
        self._length_scale = length_scale
        self._queue = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mouth-piper")

    async def synthesise(
        self, sentence: str, *, voice: str, speed: float, language: str | None
    ) -> Pcm:
        """Return the sentence at 24 kHz; the voice speaks English whatever the language."""
        pitch = _HIGH_PITCH if voice in _HIGH_VOICES else 1.0
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._queue, self._render, sentence, speed, pitch)

    @cached_property
    def _voice(self) -> Any:
        from piper import PiperVoice

        return PiperVoice.load(self._weights)

    def _render(self, sentence: str, speed: float, pitch: float) -> Pcm:
        from piper import SynthesisConfig

        # Played faster it sounds higher, so it is spoken slower by the same factor.
        settings = SynthesisConfig(
            length_scale=self._length_scale * pitch / speed, noise_scale=0.0, noise_w_scale=0.0
        )
        chunks = [chunk.audio_float_array for chunk in self._voice.synthesize(sentence, settings)]
        if not chunks:
            return b""
        played_at = round(self._voice.config.sample_rate * pitch / 50) * 50
        return to_pcm(resample_float(np.concatenate(chunks), played_at, WIRE_RATE))
