"""Progress lines, each with the seconds since the start."""

import time
from dataclasses import dataclass, field
from typing import TextIO


@dataclass(frozen=True, slots=True)
class Progress:
    """Says what is happening, on one stream."""

    stream: TextIO
    _began: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self._began

    def say(self, text: str) -> None:
        """One line, at once."""
        print(f"[{self.seconds:6.1f} s] {text}", file=self.stream, flush=True)

    def plain(self, text: str) -> None:
        """One line without the time."""
        print(text, file=self.stream, flush=True)
