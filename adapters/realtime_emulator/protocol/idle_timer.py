"""A caller who stays silent."""

import asyncio
from collections.abc import Awaitable, Callable

from adapters.realtime_emulator.tasks import Tasks


class IdleTimer:
    """Calls once the time is over, unless it is stopped or started again before."""

    def __init__(self, tasks: Tasks, on_timeout: Callable[[], Awaitable[None]]) -> None:
        self._tasks = tasks
        self._on_timeout = on_timeout
        self._waiting: asyncio.Task[None] | None = None

    def start(self, seconds: float) -> None:
        """Begin to wait."""
        self.stop()
        self._waiting = self._tasks.begin(self._wait(seconds))

    def stop(self) -> None:
        """Something happened."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    async def _wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        # From here on the timer is over: stopping it must not stop what it sets off.
        self._waiting = None
        await self._on_timeout()
