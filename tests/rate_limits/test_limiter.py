"""Counting in this process and in Redis: the same promises."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest

from adapters.rate_limits.limiter import WindowRateLimiter, in_redis, in_this_process
from domain.errors import UnavailableError
from domain.rate_limit import Rate

# So long that no window ends in a test.
RATE = Rate(amount=3, seconds=86400)


class RateLimiterContract:
    """Subclasses bring a `limiter` fixture."""

    async def test_what_is_left_gets_less_until_nothing_is(
        self, limiter: WindowRateLimiter
    ) -> None:
        counts = [await limiter.hit(RATE, "read-address", "a") for _ in range(5)]
        assert [one.allowed for one in counts] == [True, True, True, False, False]
        assert [one.remaining for one in counts] == [2, 1, 0, 0, 0]
        assert all(0 < one.reset_s <= RATE.seconds for one in counts)

    async def test_others_and_other_kinds_are_counted_apart(
        self, limiter: WindowRateLimiter
    ) -> None:
        for _ in range(4):
            await limiter.hit(RATE, "read-address", "a")
        assert (await limiter.hit(RATE, "read-address", "b")).allowed
        assert (await limiter.hit(RATE, "write-address", "a")).allowed

    async def test_many_at_once_get_no_more(self, limiter: WindowRateLimiter) -> None:
        rate = Rate(amount=7, seconds=86400)
        counts = await asyncio.gather(*(limiter.hit(rate, "read", "a") for _ in range(40)))
        assert sum(one.allowed for one in counts) == 7


class TestInThisProcess(RateLimiterContract):
    @pytest.fixture
    def limiter(self) -> WindowRateLimiter:
        return in_this_process()


class TestInRedis(RateLimiterContract):
    @pytest.fixture
    async def limiter(self, redis_url: str) -> AsyncIterator[WindowRateLimiter]:
        limiter = in_redis(redis_url)
        yield limiter
        await limiter.close()

    async def test_processes_count_together(self, redis_url: str) -> None:
        asked = [
            subprocess.Popen(
                [sys.executable, "-c", _ASKER, redis_url], stdout=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        allowed = [int(one.communicate(timeout=60)[0]) for one in asked]
        assert sum(allowed) == 25

    async def test_addresses_and_credentials_are_not_kept(
        self, limiter: WindowRateLimiter, redis_url: str
    ) -> None:
        import redis

        await limiter.hit(RATE, "read-address", "203.0.113.9")
        with redis.Redis.from_url(redis_url) as client:
            assert client.keys("*read-address*")
            assert not client.keys("*203.0.113.9*")


async def test_a_redis_that_is_away_is_unavailable() -> None:
    limiter = in_redis("redis://127.0.0.1:1/0")
    with pytest.raises(UnavailableError):
        await limiter.hit(RATE, "read", "a")
    await limiter.close()


_ASKER = """
import asyncio, sys
from adapters.rate_limits.limiter import in_redis
from domain.rate_limit import Rate

async def main():
    limiter = in_redis(sys.argv[1])
    rate = Rate(amount=25, seconds=86400)
    counts = [await limiter.hit(rate, "dispatch-tenant", "t") for _ in range(25)]
    await limiter.close()
    print(sum(one.allowed for one in counts))

asyncio.run(main())
"""
