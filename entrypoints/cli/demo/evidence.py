"""What is known of a scenario's calls once they are over: stored, reported and heard."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from entrypoints.bootstrap.scripted_calls import Listening, Overlap, ScriptReport, Take
from entrypoints.cli.demo.desk import Asked

_COUGH_MS = 350
"""No word is shorter, and no cough of ours longer, as a recording shows them."""
_NOTHING = Listening(duration_ms=0, caller=(), agent=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A recording, and what a machine heard in it."""

    take: Take
    listening: Listening


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEvidence:
    """One call. *session*, *turns* and *lead* are the API's answers."""

    room: str
    session: Mapping[str, Any]
    turns: list[Mapping[str, Any]]
    lead: Mapping[str, Any] | None
    report: ScriptReport
    recordings: tuple[Recorded, ...]

    def said(self, role: str) -> tuple[Mapping[str, Any], ...]:
        """The stored turns of `caller`, `agent`, `tool` or `system`."""
        return tuple(turn for turn in self.turns if turn["role"] == role)

    def text_of(self, role: str) -> str:
        """All that they said, in lower case."""
        return " ".join(turn["text"] for turn in self.said(role)).lower()

    @property
    def ear(self) -> Listening:
        """What the first caller heard when first in the room; nothing where nobody recorded."""
        return self.recordings[0].listening if self.recordings else _NOTHING

    @property
    def last_ear(self) -> Listening:
        """The same of whoever came last, or again."""
        return self.recordings[-1].listening if self.recordings else _NOTHING

    def heard_by(self, who: str) -> Listening:
        """What that caller heard when first in the room."""
        heard = (one.listening for one in self.recordings if one.take.who == who)
        return next(heard, _NOTHING)

    @property
    def barge_ins(self) -> tuple[Overlap, ...]:
        """When somebody spoke over the agent."""
        return tuple(one for one in self._overlaps if one.caller_ms > _COUGH_MS)

    @property
    def coughs(self) -> tuple[Overlap, ...]:
        """When somebody only made a sound while the agent spoke."""
        return tuple(one for one in self._overlaps if one.caller_ms <= _COUGH_MS)

    @property
    def _overlaps(self) -> tuple[Overlap, ...]:
        return tuple(one for record in self.recordings for one in record.listening.overlaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All calls of a scenario, in their order, and what tools *asked* of the desk."""

    calls: tuple[CallEvidence, ...]
    asked: tuple[Asked, ...] = ()
