"""Whisper tiny.en on the CPU, through faster-whisper."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from adapters.realtime_emulator.ears.hints import HINTS, Hint
from adapters.realtime_emulator.ports import Expectation, Heard, Pcm
from adapters.realtime_emulator.resample import Samples, resample_float, to_float

_RATE = 16_000
_SHORTEST_SECONDS = 0.1


class WhisperEars:
    """English speech recognition, one utterance at a time for all connections.

    Greedy decoding at temperature 0, so the same audio gives the same text. The length of an
    answer is capped: on spelled letters the model can fall into repeating itself.
    """

    name = "whisper"

    def __init__(
        self,
        weights: Path,
        *,
        threads: int = 2,
        hints: Mapping[str, Hint] = MappingProxyType(HINTS),
    ) -> None:
        self._weights = weights
        self._threads = threads
        self._hints = hints
        # A single worker is the queue in front of the one model; CTranslate2 releases the GIL.
        self._queue = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ears-whisper")

    async def warm_up(self) -> None:
        """Load the model and run it once over silence, so that no caller pays for it."""
        await self.hear(bytes(_RATE), rate=_RATE, expecting=Expectation())

    async def hear(self, audio: Pcm, *, rate: int, expecting: Expectation) -> Heard:
        """Recognise *audio*; a cancelled call that still waits in the queue costs nothing."""
        seconds = len(audio) / 2 / rate
        if seconds < _SHORTEST_SECONDS:
            return Heard(text="", language=None, seconds=seconds)
        loop = asyncio.get_running_loop()
        text = await loop.run_in_executor(self._queue, self._transcribe, audio, rate, expecting)
        return Heard(text=text, language="en" if text else None, seconds=seconds)

    @cached_property
    def _model(self) -> Any:
        from faster_whisper import WhisperModel

        return WhisperModel(
            str(self._weights),
            device="cpu",
            compute_type="int8",
            cpu_threads=self._threads,
            local_files_only=True,
        )

    def _transcribe(self, audio: Pcm, rate: int, expecting: Expectation) -> str:
        samples: Samples = resample_float(to_float(audio), rate, _RATE)
        hint = self._hints.get(expecting.slot or "", Hint())
        segments, _ = self._model.transcribe(
            samples,
            language="en",
            beam_size=1,
            temperature=0.0,
            without_timestamps=True,
            condition_on_previous_text=False,
            max_new_tokens=60,
            hotwords=hint.hotwords,
            initial_prompt=hint.style,
        )
        return " ".join(segment.text.strip() for segment in segments)
