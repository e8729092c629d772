"""The Kokoro neural voice, for languages that Piper's voice does not speak.

Its phonemes come from Piper's copy of espeak-ng (GPL): an extra for development, loaded only when
it is chosen. The voices were made for Japanese; with another language's phonemes they speak that
language, with an accent, and recognisers understand them far better than espeak-ng itself.
"""

import asyncio
import json
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any

import numpy as np

from adapters.realtime_emulator.mouth.speaking import WIRE_RATE
from adapters.realtime_emulator.ports import Pcm
from adapters.realtime_emulator.resample import Samples, resample_float, to_pcm
from adapters.realtime_emulator.weights import KokoroWeights

_RATE = 24_000
_SPEAKER = "jf_gongitsune"
"""The one of the five that recognisers understand best in Spanish, French and German."""
_PRONUNCIATIONS = {"en": "en-us", "es": "es-419", "pt": "pt-br"}
# Pairs that the model knows as one sound, and sounds that it knows only a near one of.
_SOUNDS = {"dʒ": "ʤ", "tʃ": "ʧ", "ts": "ʦ", "dz": "ʣ", "ʏ": "y", "c\u0327": "ç", "-": ""}
_SILENCE = 0.01
_MARGIN_MS = 40
_LONGEST_PAUSE_MS = 240
_LONGEST = 500
"""Phonemes the model takes at once: far more than any sentence has."""


class KokoroSynthesiser:
    """One voice in every language; two thirds of real time on one core are too slow for agents."""

    # Whoever keeps its audio must know it from that of other settings.
    name = f"kokoro-{_SPEAKER}-{_LONGEST_PAUSE_MS}"

    def __init__(self, weights: KokoroWeights, *, length_scale: float = 1.0) -> None:
        self._weights = weights
        self._length_scale = length_scale
        self._queue = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mouth-kokoro")

    async def synthesise(
        self, sentence: str, *, voice: str, speed: float, language: str | None
    ) -> Pcm:
        """Return the sentence at 24 kHz, pronounced as *language* is; English when it is None."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._queue, self._render, sentence, speed, language or "en"
        )

    @cached_property
    def _model(self) -> Any:
        from onnxruntime import InferenceSession

        return InferenceSession(str(self._weights.model), providers=["CPUExecutionProvider"])

    @cached_property
    def _phonemizer(self) -> Any:
        from piper.phonemize_espeak import EspeakPhonemizer

        return EspeakPhonemizer()

    @cached_property
    def _alphabet(self) -> dict[str, int]:
        held = json.loads(self._weights.alphabet.read_text(encoding="utf-8"))
        return {str(sound): int(number) for sound, number in held["vocab"].items()}

    @cached_property
    def _styles(self) -> Any:
        with np.load(self._weights.voices) as voices:
            return voices[_SPEAKER]

    def _render(self, sentence: str, speed: float, language: str) -> Pcm:
        sounds = [
            self._alphabet[sound]
            for sound in self._phonemes(sentence, language)
            if sound in self._alphabet
        ][:_LONGEST]
        if not sounds:
            return b""
        style = self._styles[min(len(sounds), len(self._styles)) - 1]
        asked = {
            "tokens": np.array([[0, *sounds, 0]], dtype=np.int64),
            "style": np.asarray(style, dtype=np.float32).reshape(1, -1),
            "speed": np.array([speed / self._length_scale], dtype=np.float32),
        }
        (audio,) = self._model.run(None, asked)
        return to_pcm(resample_float(_trimmed(audio), _RATE, WIRE_RATE))

    def _phonemes(self, sentence: str, language: str) -> str:
        voice = _PRONUNCIATIONS.get(language, language)
        phonemes = " ".join("".join(part) for part in self._phonemizer.phonemize(voice, sentence))
        phonemes = unicodedata.normalize("NFD", phonemes)
        for several, one in _SOUNDS.items():
            phonemes = phonemes.replace(several, one)
        return phonemes


def _trimmed(audio: Any) -> Samples:
    """Without the silence that the model puts around its speech, and with short pauses in it.

    Some speakers wait longer at a comma than turn detection does at the end of a turn.
    """
    samples = np.asarray(audio, np.float32).ravel()
    (loud,) = np.nonzero(np.abs(samples) > _SILENCE)
    if loud.size == 0:
        return samples
    margin, longest = _RATE * _MARGIN_MS // 1000, _RATE * _LONGEST_PAUSE_MS // 1000
    (gaps,) = np.nonzero(np.diff(loud) > longest)
    starts = [int(loud[0]) - margin, *(int(loud[gap + 1]) - longest // 2 for gap in gaps)]
    ends = [*(int(loud[gap]) + longest // 2 for gap in gaps), int(loud[-1]) + margin]
    pieces = [samples[max(0, start) : end] for start, end in zip(starts, ends, strict=True)]
    return np.asarray(np.concatenate(pieces), dtype=np.float32)
