"""Turns cut into sentences, as far as a recogniser wrote any signs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.insight.heard import Heard
from domain.transcript import Role, Turn

_END = re.compile(r"(?<=[.!?…。！？])\s+|\n+")
LONGEST = 160


@dataclass(frozen=True)
class Sentence:
    """One sentence of a turn."""

    text: str
    turn: Turn

    @cached_property
    def heard(self) -> Heard:
        """As cues see it."""
        return Heard.of(self.text)

    @property
    def is_question(self) -> bool:
        """Whether it asks, by its sign."""
        return self.text.endswith("?")

    @property
    def short(self) -> str:
        """Its beginning, on one line."""
        line = " ".join(self.text.split())
        return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def sentences(turns: Sequence[Turn], role: Role) -> Iterator[Sentence]:
    """Every sentence of one side, in order; what is suspect of being misheard is left out."""
    for turn in turns:
        if turn.role is role and turn.suspect is None:
            for text in _END.split(turn.text):
                if text.strip():
                    yield Sentence(text.strip(), turn)
