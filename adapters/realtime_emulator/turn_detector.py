"""Where speech starts, pauses and stops in a stream of audio."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from adapters.realtime_emulator.resample import Samples
from adapters.realtime_emulator.voice_activity import WINDOW, WINDOW_MS, VoiceActivity

_START_WINDOWS = 2
_SILENCE_BELOW = 0.35
"""Hysteresis: once speaking, a window counts as silence only below this (Silero's own default)."""
PAUSE_MS = 200
"""After this much silence the words so far are worth recognising, in case it was the end."""


class Mark(Enum):
    """What the detector noticed."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """*at_ms* is in the stream's own time; *silent_ms* how long it has been quiet."""

    mark: Mark
    at_ms: int
    silent_ms: int = 0


class TurnDetector:
    """Feed it audio; it tells of starts, pauses, resumptions and each further silent window."""

    def __init__(self, activity: VoiceActivity) -> None:
        self._activity = activity
        self._rest = np.zeros(0, np.float32)
        self._windows = 0
        self._voiced = 0
        self._silent_ms = 0
        self.is_speaking = False

    @property
    def now_ms(self) -> int:
        """How much of the stream was judged."""
        return self._windows * WINDOW_MS

    def feed(self, samples: Samples, threshold: float) -> Iterator[Noticed]:
        """Judge *samples* (16 kHz) as soon as they fill windows."""
        self._rest = np.concatenate([self._rest, samples])
        while self._rest.size >= WINDOW:
            window, self._rest = self._rest[:WINDOW], self._rest[WINDOW:]
            self._windows += 1
            probability = self._activity.probability(window)
            noticed = self._speaking(probability) if self.is_speaking else None
            if not self.is_speaking:
                noticed = self._waiting(probability, threshold)
            if noticed is not None:
                yield noticed

    def end_turn(self) -> None:
        """The turn is over: wait for the next start."""
        self.is_speaking = False
        self._voiced = 0
        self._silent_ms = 0

    def _waiting(self, probability: float, threshold: float) -> Noticed | None:
        self._voiced = self._voiced + 1 if probability >= threshold else 0
        if self._voiced < _START_WINDOWS:
            return None
        self.is_speaking = True
        self._silent_ms = 0
        return Noticed(mark=Mark.START, at_ms=self.now_ms - _START_WINDOWS * WINDOW_MS)

    def _speaking(self, probability: float) -> Noticed | None:
        if probability >= _SILENCE_BELOW:
            was_paused = self._silent_ms >= PAUSE_MS
            self._silent_ms = 0
            return Noticed(mark=Mark.RESUME, at_ms=self.now_ms) if was_paused else None
        before = self._silent_ms
        self._silent_ms += WINDOW_MS
        if self._silent_ms < PAUSE_MS:
            return None
        mark = Mark.PAUSE if before < PAUSE_MS else Mark.SILENCE
        return Noticed(mark=mark, at_ms=self.now_ms, silent_ms=self._silent_ms)
