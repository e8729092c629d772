"""Counting who asks how often."""

from typing import Protocol

from domain.rate_limit import Count, Rate


class RateLimiter(Protocol):
    """Counts over all processes that share it."""

    async def hit(self, rate: Rate, name: str, subject: str) -> Count:
        """Count one more of *subject* under *name*, unless *rate* is used up.

        Raises UnavailableError where counting is not possible.
        """
        ...
