"""Both sides of a call in one WAV file: the caller left, the agent right."""

import wave
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from adapters.livekit.caller.audio import (
    FRAME_MS,
    FRAME_SAMPLES,
    RATE,
    Samples,
    is_audible,
    samples_of,
)

_SAMPLE_BYTES = 2
_KEEP_BYTES = RATE * _SAMPLE_BYTES  # a second may still be filled in from the network
_JITTER_BYTES = RATE * _SAMPLE_BYTES // 10


class StereoRecording:
    """Written while the call runs, so that a call that breaks leaves what was heard so far.

    The caller's frames are the clock: they come without gaps, in real time. The agent's audio is
    placed where the caller's stood when it arrived.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = wave.open(str(path), "wb")  # noqa: SIM115 closed in __exit__
        self._file.setnchannels(2)
        self._file.setsampwidth(_SAMPLE_BYTES)
        self._file.setframerate(RATE)
        self._left = bytearray()
        self._right = bytearray()

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

    def agent_said(self, pcm: bytes) -> None:
        """Audio of the agent that has just arrived."""
        missing = len(self._left) - len(self._right) - len(pcm)
        if missing > _JITTER_BYTES:
            self._right += bytes(missing)
        self._right += pcm

    def _write(self, size: int) -> None:
        left, right = bytes(self._left[:size]), bytes(self._right[:size]).ljust(size, b"\0")
        del self._left[:size], self._right[:size]
        if left:
            stereo = np.column_stack((samples_of(left), samples_of(right)))
            self._file.writeframes(stereo.tobytes())


def audible_seconds(path: Path) -> Mapping[str, float]:
    """How long each side, `caller` and `agent`, can be heard in a recording."""
    with wave.open(str(path), "rb") as file:
        stereo = samples_of(file.readframes(file.getnframes())).reshape(-1, 2)
    return {"caller": _audible(stereo[:, 0]), "agent": _audible(stereo[:, 1])}


def _audible(side: Samples) -> float:
    starts = range(0, len(side), FRAME_SAMPLES)
    return sum(is_audible(side[at : at + FRAME_SAMPLES]) for at in starts) * FRAME_MS / 1000
