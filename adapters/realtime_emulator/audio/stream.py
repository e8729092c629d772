"""Resampling of audio that comes in pieces, without a click where two pieces meet."""

import numpy as np

from adapters.realtime_emulator.resample import Samples, resample_float, to_float, to_pcm

_CONTEXT = 96
"""Samples of both neighbours that the filter looks at: more than its half width, and a multiple of
every ratio between 8, 16 and 24 kHz."""


class StreamResampler:
    """Converts one stream piece by piece; it lags behind by a few milliseconds."""

    def __init__(self, source: int, target: int) -> None:
        self._source = source
        self._target = target
        self._held = np.zeros(_CONTEXT, np.float32)

    def feed(self, samples: Samples) -> Samples:
        """Take the next *samples* and give what is ready."""
        if self._source == self._target:
            return samples
        self._held = np.concatenate([self._held, samples])
        ready = (self._held.size - 2 * _CONTEXT) // _CONTEXT * _CONTEXT
        if ready <= 0:
            return np.zeros(0, np.float32)
        converted = resample_float(self._held[: ready + 2 * _CONTEXT], self._source, self._target)
        self._held = self._held[ready:]
        first, last = self._at_target(_CONTEXT), self._at_target(_CONTEXT + ready)
        return converted[first:last]

    def feed_pcm(self, pcm: bytes) -> bytes:
        """The same on 16-bit audio."""
        return to_pcm(self.feed(to_float(pcm)))

    def _at_target(self, samples: int) -> int:
        return samples * self._target // self._source
