"""What a caller can say, and who decides what to say next."""

from dataclasses import dataclass, replace
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something to say.

    *interrupt_after_s*: not in turn, but that long into the agent's speech. *is_last*: the caller
    hears out the answer to it and hangs up. *language* is the voice's.
    """

    text: str
    language: str = "en"
    interrupt_after_s: float | None = None
    is_last: bool = False


class Talker(Protocol):
    """A caller's mind."""

    def repertoire(self) -> tuple[Line, ...]:
        """Everything it may say, to be synthesised before the call."""
        ...

    def interruption(self) -> Line | None:
        """What it would say over the agent's next turn instead of waiting for its end."""
        ...

    def answer(self, said: str) -> Line | None:
        """What to say to that; None to go on listening. An empty *said*: the agent is silent."""
        ...


class PlannedTalker:
    """Says its lines in order, one for each turn of the agent, whatever the agent says.

    Takes at least one line.
    """

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._lines = (*lines[:-1], replace(lines[-1], is_last=True))
        self._next = 0

    def repertoire(self) -> tuple[Line, ...]:
        """The lines."""
        return self._lines

    def interruption(self) -> Line | None:
        """The next line, if it is meant to interrupt."""
        line = self._peek()
        if line is None or line.interrupt_after_s is None:
            return None
        self._next += 1
        return line

    def answer(self, said: str) -> Line | None:
        """The next line."""
        line = self._peek()
        self._next += 1
        return line

    def _peek(self) -> Line | None:
        return self._lines[self._next] if self._next < len(self._lines) else None
