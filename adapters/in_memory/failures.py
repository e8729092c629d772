"""Outages on request."""

from collections import deque


class FailsOnRequest:
    """What is told to fail does so once per request, in the order of the requests."""

    def __init__(self) -> None:
        self._failures: deque[Exception] = deque()

    def fail_next(self, error: Exception) -> None:
        """Raise *error* the next time something is asked, and change nothing then."""
        self._failures.append(error)

    def _fail_if_told(self) -> None:
        if self._failures:
            raise self._failures.popleft()
