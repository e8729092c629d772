"""How fast audio leaves the server."""

import asyncio

_BURST_MS = 1_000


class Pace:
    """Lets a first second go at once, then some times as fast as it will be played."""

    def __init__(self, factor: float) -> None:
        self._factor = factor
        self._loop = asyncio.get_running_loop()
        self._started = self._loop.time()

    async def hold(self, sent_ms: float) -> None:
        """Wait until more may follow after *sent_ms* of audio."""
        due = self._started + (sent_ms - _BURST_MS) / 1000 / self._factor
        await asyncio.sleep(max(0.0, due - self._loop.time()))
