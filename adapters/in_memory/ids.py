"""Ids that count."""

from itertools import count


class CountingIds:
    """`ses_000001`, `ses_000002`, ...: the same run gives the same ids."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self, prefix: str) -> str:
        """The next id."""
        return f"{prefix}_{next(self._numbers):06d}"
