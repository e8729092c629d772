"""Ids that sort by the time they were made."""

import secrets
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U


class TimeOrderedIds:
    """48 bits of milliseconds and 80 random ones in base 32: the layout of the ULID specification."""

    def new(self, prefix: str) -> str:
        """An id such as `ses_01JD...`; within one millisecond the order is random."""
        number = (int(time.time() * 1000) << 80) | secrets.randbits(80)
        digits = (_ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))
        return f"{prefix}_{''.join(digits)}"
