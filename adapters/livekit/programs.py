"""What running a program means to us; the composition root says how it is done."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol


class RunningProgram(Protocol):
    """A program that was started and dies with us."""

    @property
    def pid(self) -> int:
        """The operating system's number for it."""
        ...

    @property
    def exit_code(self) -> int | None:
        """None while it runs."""
        ...

    async def wait(self) -> int:
        """Return its exit code once it has ended."""
        ...

    async def stop(self, *, grace_s: float = 5.0) -> None:
        """End it, by force after *grace_s*."""
        ...


class StartProgram(Protocol):
    """Starts a program. Raises OSError when it cannot be run."""

    async def __call__(
        self, *command: str, log_file: Path, environment: Mapping[str, str] | None = None
    ) -> RunningProgram: ...
