"""The one audio format of the caller, and how loud it is."""

import numpy as np
import numpy.typing as npt

RATE = 24_000
FRAME_MS = 20
FRAME_SAMPLES = RATE * FRAME_MS // 1000
FRAME_BYTES = FRAME_SAMPLES * 2
SILENCE = bytes(FRAME_BYTES)

Samples = npt.NDArray[np.int16]

_AUDIBLE = 330.0  # -40 dBFS: above codec noise, below the softest vowel of our voices


def is_audible(samples: Samples) -> bool:
    """Whether a frame holds sound rather than codec noise."""
    if not samples.size:
        return False
    wide = samples.astype(np.float32)
    return bool(np.sqrt(np.mean(wide * wide)) >= _AUDIBLE)


def split_frames(pcm: bytes) -> list[bytes]:
    """Whole frames, the last one filled up with silence."""
    return [
        pcm[start : start + FRAME_BYTES].ljust(FRAME_BYTES, b"\0")
        for start in range(0, len(pcm), FRAME_BYTES)
    ]


def without_silent_edges(pcm: bytes) -> bytes:
    """*pcm* from its first audible frame to its last; empty when all of it is silent."""
    frames = split_frames(pcm)
    loud = [number for number, frame in enumerate(frames) if is_audible(samples_of(frame))]
    return b"".join(frames[loud[0] : loud[-1] + 1]) if loud else b""


def samples_of(pcm: bytes) -> Samples:
    """The bytes as numbers."""
    return np.frombuffer(pcm, dtype=np.int16)


def first_audible_ms(pcm: bytes) -> int | None:
    """Where sound begins in *pcm*, None when all of it is silent."""
    for number, frame in enumerate(split_frames(pcm)):
        if is_audible(samples_of(frame)):
            return number * FRAME_MS
    return None
