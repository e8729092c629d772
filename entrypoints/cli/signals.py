"""Ctrl-C and SIGTERM: the first one asks nicely, the second one does not."""

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stop:
    """Whether somebody wants the process to end, made in the task that is to be ended.

    Until `wait` is reached the first signal cancels that task, so that a start that hangs can be
    given up; from then on it lets `wait` return.
    """

    def __init__(self) -> None:
        self._requested = asyncio.Event()
        self._starting: asyncio.Task[object] | None = asyncio.current_task()

    @property
    def is_requested(self) -> bool:
        """Whether a signal came."""
        return self._requested.is_set()

    @contextmanager
    def on_signals(self) -> Iterator[None]:
        """Listen to the signals while the block lasts."""
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, self._received, number)
        try:
            yield
        finally:
            for number in _SIGNALS:
                loop.remove_signal_handler(number)

    async def wait(self) -> None:
        """Return once a signal has come."""
        self._starting = None
        await self._requested.wait()

    def _received(self, number: int) -> None:
        if self._requested.is_set():
            os._exit(128 + number)
        self._requested.set()
        if self._starting is not None:
            self._starting.cancel()
