"""G.711 (ITU-T): 8 kHz telephone audio, mu-law and A-law, to and from 16-bit PCM."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

_BIAS = 0x84


def decode(data: bytes, law: str) -> bytes:
    """16-bit PCM of G.711 *data*; *law* is `pcmu` or `pcma`."""
    return bytes(_table(law)[np.frombuffer(data, np.uint8)].astype("<i2").tobytes())


def encode(pcm: bytes, law: str) -> bytes:
    """The nearest G.711 codes of 16-bit PCM."""
    levels = _table(law).astype(np.int32)
    order = np.argsort(levels, kind="stable")
    ordered = levels[order]
    samples = np.frombuffer(pcm, "<i2").astype(np.int32)
    right = np.clip(np.searchsorted(ordered, samples), 1, 255)
    nearer_left = samples - ordered[right - 1] < ordered[right] - samples
    return bytes(order[np.where(nearer_left, right - 1, right)].astype(np.uint8).tobytes())


@cache
def _table(law: str) -> NDArray[np.int16]:
    codes = np.arange(256)
    return (_mu_law(codes) if law == "pcmu" else _a_law(codes)).astype(np.int16)


def _mu_law(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    inverted = ~codes & 0xFF
    size = (((inverted & 0x0F) << 3) + _BIAS) << ((inverted & 0x70) >> 4)
    return np.where(inverted & 0x80, _BIAS - size, size - _BIAS)


def _a_law(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    toggled = codes ^ 0x55
    segment = (toggled & 0x70) >> 4
    size = ((toggled & 0x0F) << 4) + 8
    size = np.where(segment > 0, (size + 0x100) << np.maximum(segment - 1, 0), size)
    return np.where(toggled & 0x80, size, -size)
