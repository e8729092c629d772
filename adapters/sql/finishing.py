"""What has begun on SQLite comes to its end, though whoever asked for it is cancelled."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


async def finished(work: Coroutine[Any, Any, T]) -> T:
    """What *work* answers. A cancellation is raised only once *work* has ended.

    The driver runs a statement in a thread that nothing interrupts. To leave it there means to
    close a connection under it: the driver may then wait for ever for a thread that is gone. The
    longest wait is the time a statement waits for the database's lock.
    """
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait({task})
        if not task.cancelled():
            # Taken note of, or the loop reports an error that nobody looked at.
            task.exception()
        raise
