"""When somebody starts and stops speaking, from the loudness of received audio."""

from dataclasses import dataclass

from adapters.livekit.caller.audio import Samples, is_audible

_FRAMES_TO_START = 2  # one loud frame alone is a click


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A stretch of speech without a pause longer than the hangover; seconds on the same clock."""

    started_at: float
    ended_at: float


class SpeechDetector:
    """Feed it every frame with the time it arrived, or just the time when nothing arrives."""

    def __init__(self, *, hangover_s: float) -> None:
        self._hangover_s = hangover_s
        self._first_loud_at = 0.0
        self._last_loud_at = 0.0
        self._loud_in_a_row = 0
        self._speaking = False

    @property
    def started_at(self) -> float | None:
        """When the present speech began, None in silence."""
        return self._first_loud_at if self._speaking else None

    def hear(self, frame: Samples, at: float) -> Speech | None:
        """Take in a frame; answer with the speech that is over, if one is."""
        if not is_audible(frame):
            self._loud_in_a_row = 0
            return self.silence_until(at)
        if not self._loud_in_a_row and not self._speaking:
            self._first_loud_at = at
        self._loud_in_a_row += 1
        self._last_loud_at = at
        self._speaking = self._speaking or self._loud_in_a_row >= _FRAMES_TO_START
        return None

    def silence_until(self, at: float) -> Speech | None:
        """Nothing was heard up to *at*; answer with the speech that is over, if one is."""
        if not self._speaking or at - self._last_loud_at < self._hangover_s:
            return None
        return self.cut()

    def cut(self) -> Speech | None:
        """The speaker is gone: what was being said, if anything, is over."""
        if not self._speaking:
            return None
        self._speaking = False
        return Speech(started_at=self._first_loud_at, ended_at=self._last_loud_at)
