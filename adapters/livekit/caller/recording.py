"""Both sides of a call in one WAV file: the caller left, all that the caller hears right."""

import wave
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from adapters.livekit.caller.audio import (
    FRAME_BYTES,
    FRAME_MS,
    FRAME_SAMPLES,
    RATE,
    Samples,
    is_audible,
    samples_of,
)

_SAMPLE_BYTES = 2
_KEEP_BYTES = RATE * _SAMPLE_BYTES  # a second may still be filled in from the network
_JITTER_BYTES = 3 * FRAME_BYTES
AGENT = "agent"


class StereoRecording:
    """Written while the call runs, so that a call that breaks leaves what was heard so far.

    The caller's frames are the clock: they come without gaps, in real time, *ahead_ms* before they
    leave the machine. What arrives is placed where the caller's audio leaves at that moment; voices
    that sound at once are mixed.
    """

    def __init__(self, path: Path, *, ahead_ms: int = 0) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = wave.open(str(path), "wb")  # noqa: SIM115 closed in __exit__
        self._file.setnchannels(2)
        self._file.setsampwidth(_SAMPLE_BYTES)
        self._file.setframerate(RATE)
        self._ahead = ahead_ms * FRAME_BYTES // FRAME_MS
        self._left = bytearray()
        self._heard: dict[str, bytearray] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._write(len(self._left))
        self._file.close()

    def caller_said(self, pcm: bytes) -> None:
        """The caller's next stretch of audio, silence included."""
        self._left += pcm
        if len(self._left) > 2 * _KEEP_BYTES:
            self._write(_KEEP_BYTES)

    def heard(self, pcm: bytes, *, who: str = AGENT) -> None:
        """Audio of the agent, or of *who* else is in the room, that has just arrived."""
        track = self._heard.setdefault(who, bytearray())
        missing = len(self._left) - self._ahead - len(track) - len(pcm)
        if missing > _JITTER_BYTES:
            track += bytes(missing)
        elif missing < -_JITTER_BYTES and not is_audible(samples_of(pcm)):
            return  # a machine that was late has a burst of frames: silence among them makes room
        track += pcm

    def _write(self, size: int) -> None:
        left, right = samples_of(bytes(self._left[:size])), self._mix(size)
        del self._left[:size]
        if left.size:
            self._file.writeframes(np.column_stack((left, right)).tobytes())

    def _mix(self, size: int) -> Samples:
        total = np.zeros(size // _SAMPLE_BYTES, np.int32)
        for track in self._heard.values():
            total += samples_of(bytes(track[:size]).ljust(size, b"\0"))
            del track[:size]
        return total.clip(-32768, 32767).astype(np.int16)


def audible_seconds(path: Path) -> Mapping[str, float]:
    """How long each side, `caller` and `agent`, can be heard in a recording."""
    with wave.open(str(path), "rb") as file:
        stereo = samples_of(file.readframes(file.getnframes())).reshape(-1, 2)
    return {"caller": _audible(stereo[:, 0]), "agent": _audible(stereo[:, 1])}


def _audible(side: Samples) -> float:
    starts = range(0, len(side), FRAME_SAMPLES)
    return sum(is_audible(side[at : at + FRAME_SAMPLES]) for at in starts) * FRAME_MS / 1000
