"""Speech programs of the operating system: espeak-ng and flite."""

import asyncio
import io
import tempfile
import wave
from pathlib import Path

from adapters.realtime_emulator.mouth.speaking import WIRE_RATE, MouthError, run_engine
from adapters.realtime_emulator.ports import Pcm
from adapters.realtime_emulator.resample import resample

_DEADLINE_SECONDS = 10.0
_HIGH_VOICES = frozenset({"alloy", "coral", "marin", "nova", "sage", "shimmer"})

_PRONUNCIATIONS = {"en": "en-us", "fr": "fr-fr", "pt": "pt-br"}
"""Of languages with several, the most widespread one."""


class EspeakSynthesiser:
    """espeak-ng: robotic, instant, a hundred languages."""

    name = "espeak-ng"

    def __init__(self, *, length_scale: float = 1.0) -> None:
        self._words_per_minute = 165 / length_scale

    async def synthesise(
        self, sentence: str, *, voice: str, speed: float, language: str | None
    ) -> Pcm:
        """Return the sentence at 24 kHz, in the language's own pronunciation."""
        variant = "+f3" if voice in _HIGH_VOICES else "+m3"
        output = await run_engine(
            *("espeak-ng", "--stdout", "-b", "1", "-v", _pronunciation(language) + variant),
            *("-s", str(round(self._words_per_minute * speed))),
            text=sentence,
            deadline=_DEADLINE_SECONDS,
        )
        return _wire_audio(output)


def _pronunciation(language: str | None) -> str:
    return _PRONUNCIATIONS.get(language or "en") or language or "en-us"


class FliteSynthesiser:
    """flite: dated but clear American voices."""

    name = "flite"

    def __init__(self, *, length_scale: float = 1.0) -> None:
        self._length_scale = length_scale

    async def synthesise(
        self, sentence: str, *, voice: str, speed: float, language: str | None
    ) -> Pcm:
        """Return the sentence at 24 kHz; it speaks English whatever the language."""
        # flite goes back to fill in the file's length, which a pipe does not allow.
        with tempfile.TemporaryDirectory(prefix="flite-") as folder:
            file = Path(folder) / "speech.wav"
            await run_engine(
                *("flite", "-voice", "slt" if voice in _HIGH_VOICES else "rms"),
                *("--setf", f"duration_stretch={self._length_scale / speed:.3f}"),
                *("-f", "-", "-o", str(file)),
                text=sentence,
                deadline=_DEADLINE_SECONDS,
            )
            return _wire_audio(await asyncio.to_thread(file.read_bytes))


def _wire_audio(file: bytes) -> Pcm:
    try:
        with wave.open(io.BytesIO(file)) as audio:
            return resample(
                audio.readframes(audio.getnframes()), source=audio.getframerate(), target=WIRE_RATE
            )
    except (wave.Error, EOFError) as error:
        raise MouthError("the speech program wrote no audio") from error
