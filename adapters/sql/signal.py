"""Tells those who wait in this process that there is something to fetch."""

import asyncio
import contextlib


class Signal:
    """Stays set until it is cleared; of one event loop."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def set(self) -> None:
        """There is something."""
        self._event.set()

    def clear(self) -> None:
        """Somebody is about to look."""
        self._event.clear()

    async def wait(self, at_most_s: float) -> None:
        """Return when it is set, or in time."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(at_most_s):
                await self._event.wait()
