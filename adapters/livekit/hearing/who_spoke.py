"""Who said it: the person whose microphone was loudest while it was said."""

from collections import deque
from dataclasses import dataclass, field

from adapters.livekit.hearing.loudness import AUDIBLE_RMS

_REMEMBERED = 15_000
"""Audible frames kept a person: five minutes of uninterrupted speech."""
_BEFORE_MS = 400
"""Speech is detected a moment after it began."""


@dataclass(slots=True)
class WhoSpoke:
    """Remembers how loud each person was, frame by frame; times are the call's milliseconds."""

    _loudness: dict[str, deque[tuple[int, float]]] = field(default_factory=dict)

    def note(self, person: str, at_ms: int, loudness: float) -> None:
        """That loud was *person* at *at_ms*; silence is not kept."""
        frames = self._loudness.setdefault(person, deque(maxlen=_REMEMBERED))
        if loudness >= AUDIBLE_RMS:
            frames.append((at_ms, loudness))

    def between(self, start_ms: int, end_ms: int) -> str | None:
        """Who spoke in that time: most of the sound's energy; None when nobody was heard.

        On a call with one person it was that person.
        """
        if len(self._loudness) == 1:
            return next(iter(self._loudness))
        energy = {
            person: sum(
                loudness * loudness
                for at_ms, loudness in frames
                if start_ms - _BEFORE_MS <= at_ms <= end_ms
            )
            for person, frames in self._loudness.items()
        }
        loudest = max(energy, key=lambda person: energy[person], default=None)
        return loudest if loudest is not None and energy[loudest] > 0 else None
