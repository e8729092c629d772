"""How loud a frame is."""

import numpy as np

from adapters.livekit.hearing.mixing import Samples

AUDIBLE_RMS = 300.0
"""About -41 dBFS: above line noise and breathing, below quiet speech into a phone (our choice)."""


def rms(frame: Samples) -> float:
    """Root mean square of the samples."""
    wide = frame.astype(np.float32)
    return float(np.sqrt(np.mean(wide * wide))) if frame.size else 0.0


def is_audible(frame: Samples) -> bool:
    """Whether somebody may be speaking in it."""
    return rms(frame) >= AUDIBLE_RMS
