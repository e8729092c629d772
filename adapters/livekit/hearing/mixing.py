"""Several people's audio as one stream, frame by frame."""

from collections import deque
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.int16]

RATE = 24_000
FRAME_MS = 20
FRAME_SAMPLES = RATE * FRAME_MS // 1000

_SKEW_FRAMES = 3
"""How far one person's audio may run ahead of the others' before it is no longer waited for."""
_GONE_AFTER_S = 0.06


@dataclass(slots=True)
class _Source:
    frames: deque[Samples] = field(default_factory=deque)
    heard_at: float = float("-inf")


class Mixer:
    """Sums what people say; whoever is alone passes through without delay.

    A source counts as long as it delivered a frame within the last 60 ms. Frames of people who
    speak at once are added up and clipped; none is dropped.
    """

    def __init__(self) -> None:
        self._sources: dict[str, _Source] = {}

    def push(self, source: str, frame: Samples, now: float) -> list[Samples]:
        """Take a frame that arrived at *now* (seconds); answers with what can be passed on."""
        known = self._sources.setdefault(source, _Source())
        known.frames.append(frame)
        known.heard_at = now
        mixed: list[Samples] = []
        while self._is_due(now):
            mixed.append(self._next())
        return mixed

    def remove(self, source: str) -> None:
        """That person's audio has ended."""
        self._sources.pop(source, None)

    @property
    def is_empty(self) -> bool:
        """Whether nobody's audio is being mixed."""
        return not self._sources

    def _is_due(self, now: float) -> bool:
        longest = max((len(source.frames) for source in self._sources.values()), default=0)
        if longest > _SKEW_FRAMES:
            return True
        live = [s for s in self._sources.values() if now - s.heard_at < _GONE_AFTER_S]
        return longest > 0 and all(source.frames for source in live)

    def _next(self) -> Samples:
        frames = [s.frames.popleft() for s in self._sources.values() if s.frames]
        if len(frames) == 1:
            return frames[0]
        total = frames[0].astype(np.int32)
        for frame in frames[1:]:
            total += frame
        return np.clip(total, -32768, 32767).astype(np.int16)
