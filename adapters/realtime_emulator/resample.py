"""Bring speech from one sample rate to another.

A polyphase windowed-sinc filter in plain numpy: good enough that the recognisers hear no aliasing,
and deterministic, which keeps the audio of fixed prompts byte for byte the same between runs.
"""

from functools import lru_cache
from math import gcd

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

_HALF_WIDTH = 16  # zero crossings of the sinc on each side, counted at the lower of the two rates
_KAISER_BETA = 8.0  # about 80 dB of stop band, below what 16 bits can show
_FULL_SCALE = 32768.0


def to_float(pcm: bytes) -> Samples:
    """Read 16-bit mono PCM as samples between -1 and 1; a dangling odd byte is dropped."""
    whole = len(pcm) - len(pcm) % 2
    return np.frombuffer(pcm[:whole], dtype="<i2").astype(np.float32) / np.float32(_FULL_SCALE)


def to_pcm(samples: Samples) -> bytes:
    """Write samples as 16-bit mono PCM, clipping what is too loud."""
    scaled = np.clip(np.rint(samples * _FULL_SCALE), -_FULL_SCALE, _FULL_SCALE - 1)
    return bytes(scaled.astype("<i2").tobytes())


def resample(pcm: bytes, *, source: int, target: int) -> bytes:
    """Return *pcm* at *target* Hz; its duration is kept to within one sample."""
    return pcm if source == target else to_pcm(resample_float(to_float(pcm), source, target))


def resample_float(samples: Samples, source: int, target: int) -> Samples:
    """The same on samples between -1 and 1."""
    if source == target or samples.size == 0:
        return samples
    common = gcd(source, target)
    up, down = target // common, source // common
    bank = _filter_bank(up, down)
    taps = bank.shape[1]
    padded = np.pad(samples, (taps // 2, taps))
    windows = np.lib.stride_tricks.sliding_window_view(padded, taps)
    result = np.empty(-(-samples.size * up // down), dtype=np.float32)
    for first in range(min(up, result.size)):
        # Outputs that share a phase lie `up` apart and read inputs that lie `down` apart.
        start, phase = divmod(first * down, up)
        share = result[first::up]
        share[:] = windows[start::down][: share.size] @ bank[phase]
    return result


@lru_cache(maxsize=16)
def _filter_bank(up: int, down: int) -> Samples:
    """One row of filter taps for every position an output sample can have between two inputs."""
    cutoff = min(1.0, up / down)
    half = int(np.ceil(_HALF_WIDTH / cutoff))
    offsets = np.arange(-half, half)[None, :] - (np.arange(up) / up)[:, None]
    window = np.i0(_KAISER_BETA * np.sqrt(np.maximum(0.0, 1.0 - (offsets / half) ** 2)))
    bank = np.sinc(offsets * cutoff) * window
    return np.asarray(bank / bank.sum(axis=1, keepdims=True), dtype=np.float32)
