"""Where speech starts, pauses and stops in a stream of audio."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from adapters.realtime_emulator.audio.voice_activity import RATE, WINDOW, WINDOW_MS, VoiceActivity
from adapters.realtime_emulator.resample import Samples

_START_WINDOWS = 2
_HYSTERESIS = 0.15
"""Once speaking, a window is silent only this far below the threshold, as Silero recommends."""
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
        self._samples = 0
        self._voiced = 0
        self._silent_ms = 0
        self.is_speaking = False

    @property
    def now_ms(self) -> int:
        """How much of the stream has passed."""
        return self._samples * 1000 // RATE

    def feed(self, samples: Samples, threshold: float) -> Iterator[Noticed]:
        """Judge *samples* (16 kHz) as soon as they fill windows."""
        self._rest = np.concatenate([self._rest, samples])
        while self._rest.size >= WINDOW:
            window, self._rest = self._rest[:WINDOW], self._rest[WINDOW:]
            self._samples += WINDOW
            noticed = self._judge(self._activity.probability(window), threshold)
            if noticed is not None:
                yield noticed

    def skip(self, samples: Samples) -> None:
        """Let *samples* pass unjudged: nobody is listening for turns."""
        self._samples += samples.size
        self.end_turn()

    def end_turn(self) -> None:
        """The turn is over: wait for the next start."""
        self.is_speaking = False
        self._voiced = 0
        self._silent_ms = 0

    def _judge(self, probability: float, threshold: float) -> Noticed | None:
        if self.is_speaking:
            return self._speaking(probability >= max(0.05, threshold - _HYSTERESIS))
        return self._waiting(probability >= threshold)

    def _waiting(self, is_voice: bool) -> Noticed | None:
        self._voiced = self._voiced + 1 if is_voice else 0
        if self._voiced < _START_WINDOWS:
            return None
        self.is_speaking = True
        self._silent_ms = 0
        return Noticed(mark=Mark.START, at_ms=self.now_ms - _START_WINDOWS * WINDOW_MS)

    def _speaking(self, is_voice: bool) -> Noticed | None:
        before = self._silent_ms
        self._silent_ms = 0 if is_voice else before + WINDOW_MS
        if is_voice:
            return Noticed(mark=Mark.RESUME, at_ms=self.now_ms) if before >= PAUSE_MS else None
        if self._silent_ms < PAUSE_MS:
            return None
        mark = Mark.PAUSE if before < PAUSE_MS else Mark.SILENCE
        return Noticed(mark=mark, at_ms=self.now_ms, silent_ms=self._silent_ms)
