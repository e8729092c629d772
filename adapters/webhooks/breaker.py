"""Hosts that fail again and again are left alone, so that waiting for them keeps nobody waiting."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from domain.errors import UnavailableError

_FAILURES_IN_A_ROW = 5
_REST_S = 30.0


@dataclass(slots=True)
class _Trouble:
    failures: int = 0
    rests_until: float = 0.0


class HostBreaker:
    """After five failures in a row a host rests for 30 seconds; then one request shows."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._troubles: dict[str, _Trouble] = {}

    def check(self, host: str) -> None:
        """Raises UnavailableError, saying for how long, while *host* rests."""
        trouble = self._troubles.get(host)
        if trouble is None or trouble.failures < _FAILURES_IN_A_ROW:
            return
        left = trouble.rests_until - self._now()
        if left > 0:
            raise UnavailableError("the receiver failed again and again", retry_after=left)
        # Whoever asks first goes; the others wait for what comes of it.
        trouble.rests_until = self._now() + _REST_S

    def failed(self, host: str) -> None:
        """It did not answer, or with an error of its own."""
        trouble = self._troubles.setdefault(host, _Trouble())
        trouble.failures += 1
        trouble.rests_until = self._now() + _REST_S

    def answered(self, host: str) -> None:
        """It works."""
        self._troubles.pop(host, None)
