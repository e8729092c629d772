"""An owner for background work."""

import asyncio
from collections.abc import Coroutine

from loguru import logger


class Tasks:
    """Starts work, and ends all of it when it is closed."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[object, object, None]) -> None:
        """Run *work* until it ends or all work is closed; what it raises is logged."""
        _ = self.begin(work)

    def begin(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        """The same, for who may want to cancel it."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._finished)
        return task

    async def cancel(self, task: asyncio.Task[None]) -> None:
        """Stop *task* and wait until it has stopped."""
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def close(self) -> None:
        """Stop everything and wait for it."""
        running = [task for task in self._running if task is not asyncio.current_task()]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.opt(exception=error).error("background work failed")
