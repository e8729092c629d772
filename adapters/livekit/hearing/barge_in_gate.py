"""Keeps short sounds from ending the agent's turn: a cough is not a word."""

from adapters.livekit.hearing.loudness import is_audible
from adapters.livekit.hearing.mixing import FRAME_MS, Samples

_GAP_MS = 160
"""A pause this short belongs to the sound around it: between syllables, not between words."""


class BargeInGate:
    """While the agent speaks, a sound is passed on only once it has lasted *after_ms*.

    Until then its frames are held back; then they follow at once, so that no word loses its
    beginning. A sound that ends before is replaced by silence of the same length, so that the
    stream's clock stays right.
    """

    def __init__(self, *, after_ms: int) -> None:
        self._after_ms = after_ms
        self._held: list[Samples] = []
        self._sound_ms = 0
        self._gap_ms = 0
        self._is_open = False
        self.swallowed = 0
        """How many sounds were not passed on."""

    def pass_on(self, frame: Samples, *, agent_speaks: bool) -> list[Samples]:
        """Take one frame; answers with those that go on now."""
        if self._after_ms == 0 or not agent_speaks:
            return [*self._release(), frame]
        audible = is_audible(frame)
        if self._is_open:
            self._gap_ms = 0 if audible else self._gap_ms + FRAME_MS
            self._is_open = self._gap_ms < _GAP_MS
            return [frame]
        if not audible and not self._held:
            return [frame]
        return self._hold(frame, audible=audible)

    def _hold(self, frame: Samples, *, audible: bool) -> list[Samples]:
        self._held.append(frame)
        if audible:
            self._sound_ms += FRAME_MS
            self._gap_ms = 0
            if self._sound_ms >= self._after_ms:
                self._is_open = True
                return self._release(keep_open=True)
            return []
        self._gap_ms += FRAME_MS
        return self._swallow() if self._gap_ms >= _GAP_MS else []

    def _swallow(self) -> list[Samples]:
        self.swallowed += 1
        silent = [frame * 0 for frame in self._held]
        self._reset()
        return silent

    def _release(self, *, keep_open: bool = False) -> list[Samples]:
        held = self._held
        self._reset()
        self._is_open = keep_open
        return held

    def _reset(self) -> None:
        self._held = []
        self._sound_ms = self._gap_ms = 0
        self._is_open = False
