"""Whisper: the tiny English model for English, the base model for every other language."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from adapters.realtime_emulator.ears.hints import hint_for
from adapters.realtime_emulator.ears.whisper_model import WhisperModel, Written
from adapters.realtime_emulator.ports import Expectation, Heard, Pcm
from adapters.realtime_emulator.resample import Samples, resample_float, to_float

_RATE = 16_000
_SHORTEST_SECONDS = 0.1
_ENGLISH = "en"
_SURE = -0.5
"""The English model writes English whatever it hears, but clearly spoken English with more
confidence than this, and other languages with less."""
_SYMBOLS = frozenset({"email", "phone", "spelling"})
_SURE_OF_SYMBOLS = -0.8
"""Addresses and numbers are doubtful in English, too."""
_TOO_SHORT_SECONDS = 2.0
"""With the silence around it, "oui, exact" is no longer: nothing to tell a language by."""
_SHORT_ANSWER_SECONDS = 3.0
"""A yes or a no is given in the language of the question."""
_STEADINESS = 8.0
"""How much more probable than the detector thinks the language of the conversation is."""


@dataclass(frozen=True, slots=True)
class _Understood:
    text: str
    language: str


class WhisperEars:
    """Speech recognition, one utterance at a time for all connections.

    While English is expected, the fast English model listens first, and the large one is asked for
    the language only when the English one is in doubt: English costs no more for it. While another
    language is expected, the large model tells the language first. It is loaded when it is first
    needed; without its weights, everything is heard as English.
    """

    name = "whisper"

    def __init__(
        self,
        english: Path,
        find_multilingual: Callable[[], Path | None] = lambda: None,
        *,
        threads: int = 2,
    ) -> None:
        self._english = WhisperModel(lambda: english, threads=threads)
        self._multilingual = WhisperModel(find_multilingual, threads=threads)
        # A single worker is the queue in front of the models; CTranslate2 releases the GIL.
        self._queue = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ears-whisper")

    async def warm_up(self) -> None:
        """Load the English model and run it once over silence, so that no caller pays for it."""
        await self.hear(bytes(_RATE), rate=_RATE, expecting=Expectation())

    async def hear(self, audio: Pcm, *, rate: int, expecting: Expectation) -> Heard:
        """Recognise *audio*; a cancelled call that still waits in the queue costs nothing."""
        seconds = len(audio) / 2 / rate
        if seconds < _SHORTEST_SECONDS:
            return Heard(text="", language=None, seconds=seconds)
        samples = resample_float(to_float(audio), rate, _RATE)
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._queue, self._understand, samples, expecting)
        return Heard(
            text=found.text, language=found.language if found.text else None, seconds=seconds
        )

    def _understand(self, samples: Samples, expecting: Expectation) -> _Understood:
        expected = expecting.language or _ENGLISH
        candidates = expecting.languages or (expected,)
        if candidates == (_ENGLISH,) or not self._multilingual.is_installed:
            return self._hear_english(samples, expecting)
        if expected == _ENGLISH and _ENGLISH in candidates:
            return self._hear_more_than_english(samples, expecting)
        return self._hear_in(self._language(samples, expecting), samples, expecting)

    def _hear_more_than_english(self, samples: Samples, expecting: Expectation) -> _Understood:
        written = self._write_english(samples, expecting)
        sure = _SURE_OF_SYMBOLS if expecting.slot in _SYMBOLS else _SURE
        if written.confidence >= sure:
            return _Understood(written.text, _ENGLISH)
        language = self._language(samples, expecting)
        if language == _ENGLISH:
            return _Understood(written.text, _ENGLISH)
        return self._hear_in(language, samples, expecting)

    def _hear_in(self, language: str, samples: Samples, expecting: Expectation) -> _Understood:
        if language == _ENGLISH:
            return self._hear_english(samples, expecting)
        hint = hint_for(expecting.slot, language)
        written = self._multilingual.transcribe(samples, language=language, hint=hint)
        return _Understood(written.text, language)

    def _hear_english(self, samples: Samples, expecting: Expectation) -> _Understood:
        return _Understood(self._write_english(samples, expecting).text, _ENGLISH)

    def _write_english(self, samples: Samples, expecting: Expectation) -> Written:
        hint = hint_for(expecting.slot, _ENGLISH)
        return self._english.transcribe(samples, language=_ENGLISH, hint=hint)

    def _language(self, samples: Samples, expecting: Expectation) -> str:
        candidates = expecting.languages or (expecting.language or _ENGLISH,)
        if len(candidates) == 1:
            return candidates[0]
        weights = dict.fromkeys(candidates, 1.0)
        usual = expecting.language
        # That English is spoken after all is not more probable: the English model was in doubt.
        if usual is not None and usual != _ENGLISH and usual in weights:
            too_short = _SHORT_ANSWER_SECONDS if expecting.slot == "yes_no" else _TOO_SHORT_SECONDS
            if len(samples) < too_short * _RATE:
                return usual
            weights[usual] = _STEADINESS
        return self._multilingual.language_of(samples, weights)
