"""Ids that sort by the time they were made."""

import secrets
import threading
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: in the order of its characters' codes, without I, L, O and U."""

_LENGTH = 26
_RANDOM_BITS = 80


class TimeOrderedIds:
    """`prefix_` and 128 bits in 26 characters: milliseconds since 1970, then chance (a ULID).

    Ids of one process rise strictly, also within a millisecond and when the clock is set back.
    """

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def new(self, prefix: str) -> str:
        """An id never given before."""
        milliseconds = time.time_ns() // 1_000_000
        candidate = (milliseconds << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
        with self._lock:
            self._last = max(candidate, self._last + 1)
            return f"{prefix}_{_encode(self._last)}"


def _encode(number: int) -> str:
    shifts = range(5 * (_LENGTH - 1), -1, -5)
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in shifts)
