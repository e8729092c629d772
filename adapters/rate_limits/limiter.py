"""Rates over a sliding window, counted in this process or in Redis."""

import asyncio
import time
from hashlib import sha256
from typing import Any

from limits import RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage, RedisStorage, Storage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError
from redis.asyncio import ConnectionPool

from domain.errors import UnavailableError
from domain.rate_limit import Count, Rate

_DEADLINE_S = 1.0


class WindowRateLimiter:
    """Of a window that has begun, the one before counts for as much as it overlaps.

    Whose requests are counted is kept as a digest: neither addresses nor credentials are stored.
    """

    def __init__(self, storage: Storage, pool: ConnectionPool | None = None) -> None:
        self._pool = pool
        self._windows = SlidingWindowCounterRateLimiter(storage)

    async def hit(self, rate: Rate, name: str, subject: str) -> Count:
        """Raises UnavailableError when Redis does not answer within a second."""
        item = RateLimitItemPerSecond(rate.amount, rate.seconds, namespace="voice-agent")
        who = (name, sha256(subject.encode()).hexdigest()[:32])
        try:
            async with asyncio.timeout(_DEADLINE_S):
                allowed = await self._windows.hit(item, *who)
                left = await self._windows.get_window_stats(item, *who)
        except (StorageError, OSError, TimeoutError):
            raise UnavailableError("requests cannot be counted") from None
        # On the library's own clock, which its windows end by.
        reset_s = left.reset_time - time.time()  # noqa: TID251
        if reset_s <= 0:
            # In the millisecond in which a window begins Redis says that it has no time left.
            reset_s = float(rate.seconds)
        return Count(allowed=allowed, remaining=left.remaining if allowed else 0, reset_s=reset_s)

    async def close(self) -> None:
        """Give back the connections to Redis."""
        if self._pool is not None:
            await self._pool.aclose()


def in_this_process() -> WindowRateLimiter:
    """Counts what this process serves."""
    return WindowRateLimiter(MemoryStorage(wrap_exceptions=True))


def in_redis(url: str) -> WindowRateLimiter:
    """Counts what all processes serve that share the Redis at *url*."""
    pool = ConnectionPool.from_url(
        url, socket_connect_timeout=_DEADLINE_S, socket_timeout=_DEADLINE_S
    )
    # The pool's type is missing from what the library says that it takes.
    options: Any = {"connection_pool": pool}
    storage = RedisStorage(
        f"async+{url}", wrap_exceptions=True, implementation="redispy", **options
    )
    return WindowRateLimiter(storage, pool)
