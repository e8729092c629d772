"""What a scripted caller's lines sound like."""

import hashlib
import wave
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from adapters.livekit.caller.audio import RATE
from adapters.livekit.caller.voice import rehearse
from adapters.realtime_emulator.engines import EngineUnavailableError, make_clear_mouth
from adapters.realtime_emulator.ports import Mouth
from adapters.realtime_emulator.resample import resample
from domain.errors import InvalidValueError, UnavailableError


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenLine:
    """What is to be said, and in which language it is pronounced."""

    text: str
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class CachedVoice:
    """A synthesiser that says every line once, in one language, and keeps it under *folder*."""

    mouth: Mouth
    folder: Path
    language: str = "en"

    async def speak(self, text: str) -> bytes:
        """The line at 24 kHz."""
        said = f"{self.mouth.name}/{self.language}/{text}"
        key = hashlib.sha256(said.encode()).hexdigest()[:24]
        kept = self.folder / f"{key}.pcm"
        if kept.is_file():
            return kept.read_bytes()
        spoken = self.mouth.speak(text, voice="ash", speed=1.0, language=self.language)
        pcm = b"".join([chunk async for chunk in spoken])
        self.folder.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pcm)
        return pcm


async def speak_lines(lines: Iterable[SpokenLine], *, var_dir: Path) -> Mapping[str, bytes]:
    """Each line as audio, by its text, in the most intelligible voice that this machine has.

    A text that is to be said in two languages is said in the first. Raises UnavailableError when
    there is no voice at all.
    """
    mouth, folder = _best_mouth(var_dir), var_dir / "speech"
    spoken: dict[str, bytes] = {}
    for line in lines:
        if line.text not in spoken:
            voice = CachedVoice(mouth=mouth, folder=folder, language=line.language)
            spoken |= await rehearse(voice, [line.text])
    return spoken


def read_wav(path: Path) -> bytes:
    """The file as mono 24 kHz audio. Raises InvalidValueError when it is not a 16-bit WAV file."""
    try:
        with wave.open(str(path), "rb") as file:
            if file.getsampwidth() != 2:
                raise InvalidValueError(f"{path} does not hold 16-bit samples")
            channels, rate = file.getnchannels(), file.getframerate()
            pcm = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise InvalidValueError(f"{path} is not a WAV file that can be read: {error}") from error
    first_channel = b"".join(pcm[start : start + 2] for start in range(0, len(pcm), 2 * channels))
    return resample(first_channel, source=rate, target=RATE)


def _best_mouth(var_dir: Path) -> Mouth:
    try:
        return make_clear_mouth(models_dir=var_dir / "models")
    except EngineUnavailableError as error:
        raise UnavailableError("there is no voice to call with: run `make setup`") from error
