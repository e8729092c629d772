"""Ids that a test can foretell."""

from collections import Counter


class CountingIds:
    """`ses_000001`, `ses_000002`, ...: each prefix counts for itself."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def new(self, prefix: str) -> str:
        """The next id of *prefix*."""
        self._given[prefix] += 1
        return f"{prefix}_{self._given[prefix]:06}"
