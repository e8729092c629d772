"""A cough: a short sound that a detector of speech takes for the beginning of a word."""

import numpy as np
import numpy.typing as npt

from adapters.livekit.caller.audio import RATE, Samples

_MS = 220
_PITCH_HZ = 130.0
_HARMONICS = range(1, 31)
_RESONANCES = ((500.0, 100.0, 1.0), (1800.0, 150.0, 0.5), (2500.0, 200.0, 0.3))
"""Centre, width and weight: those of an open mouth, without which it would be a mere hum."""
_BREATH = 0.08
_PEAK = 13_000
_SEED = 4


def cough() -> bytes:
    """The same 220 ms each time: a voiced burst that sinks and fades, with breath in it."""
    time = np.arange(RATE * _MS // 1000) / RATE
    phase = 2 * np.pi * np.cumsum(_PITCH_HZ * (1 - 0.25 * time / time[-1])) / RATE
    tones = [_weight(number) * np.sin(number * phase) for number in _HARMONICS]
    voice: npt.NDArray[np.float64] = np.sum(tones, axis=0)
    breath = np.random.default_rng(_SEED).standard_normal(time.size) / 3.5
    sound = voice / np.abs(voice).max() * (1 - _BREATH) + breath * _BREATH
    sound *= np.minimum(1, time / 0.015) * np.minimum(1, (time[-1] - time) / 0.04)
    sound *= np.exp(-3 * time)
    samples: Samples = (sound / np.abs(sound).max() * _PEAK).astype(np.int16)
    return samples.tobytes()


def _weight(number: int) -> float:
    tone = number * _PITCH_HZ
    shape = [weight * np.exp(-(((tone - at) / width) ** 2)) for at, width, weight in _RESONANCES]
    return float((0.05 + sum(shape)) / number)
