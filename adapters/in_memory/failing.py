"""Failing on demand."""


class Failing:
    """What can be told to fail, for those who must cope when the real thing does."""

    def __init__(self) -> None:
        self._failures: list[Exception] = []

    def fail_next(self, error: Exception, *, times: int = 1) -> None:
        """Let the next *times* calls raise *error*."""
        self._failures += [error] * times

    def fail_if_told(self) -> None:
        """Raise what was asked for, if anything."""
        if self._failures:
            raise self._failures.pop(0)
