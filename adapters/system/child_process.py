"""Programs that we start, watch and stop ourselves."""

import asyncio
import ctypes
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

_PR_SET_PDEATHSIG = 1


class ChildProcess:
    """One program we started. It never outlives us: the kernel kills it when we die by any cause.

    It has its own session, so that Ctrl-C in a terminal reaches us alone and we stop it in order.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(
        cls, *command: str, log_file: Path, environment: Mapping[str, str] | None = None
    ) -> "ChildProcess":
        """Start *command* with *environment* on top of ours, its output appended to *log_file*.

        Raises OSError when the program cannot be run.
        """
        log_file.parent.mkdir(parents=True, exist_ok=True)
        with log_file.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **(environment or {})},
                start_new_session=True,
                preexec_fn=_die_with_parent(),
            )
        return cls(process)

    @property
    def pid(self) -> int:
        """The operating system's number for it."""
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative when a signal ended it."""
        return self._process.returncode

    async def wait(self) -> int:
        """Return its exit code once it has ended by itself."""
        return await self._process.wait()

    async def stop(self, *, grace_s: float = 5.0) -> None:
        """Ask it to end, and end it after *grace_s*; one that has ended already is fine."""
        self._signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(grace_s):
                await self._process.wait()
        except TimeoutError:
            self._signal(signal.SIGKILL)
            await self._process.wait()

    def _signal(self, number: int) -> None:
        if self._process.returncode is None:
            self._process.send_signal(number)


def _die_with_parent() -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def ask_kernel() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return ask_kernel
