"""What people allow and forbid: being called, remembered, recorded, written to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.ids import TurnId, VoiceSessionId


class ConsentKind(StrEnum):
    """What it is about; who refuses `calls` is not to be called."""

    CALLS = "calls"
    MEMORY = "memory"
    MARKETING = "marketing"
    RECORDING = "recording"


class ConsentAnswer(StrEnum):
    """What they said."""

    GRANTED = "granted"
    REFUSED = "refused"


class ConsentSource(StrEnum):
    """`caller`: it was said in a call. `staff`: somebody set it."""

    CALLER = "caller"
    STAFF = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One answer; what a caller said has the session and the turn for evidence."""

    kind: ConsentKind
    answer: ConsentAnswer
    source: ConsentSource
    at: datetime
    session_id: VoiceSessionId | None = None
    turn_id: TurnId | None = None

    @property
    def is_refusal(self) -> bool:
        """Whether it forbids."""
        return self.answer is ConsentAnswer.REFUSED


def latest(consents: Iterable[Consent], kind: ConsentKind) -> Consent | None:
    """The answer that holds: the last one."""
    return max((one for one in consents if one.kind is kind), key=lambda one: one.at, default=None)


def in_order(consents: Iterable[Consent]) -> tuple[Consent, ...]:
    """Oldest first; what says only what held already is left out, and of two at once the first."""
    kept: list[Consent] = []
    for one in sorted(consents, key=lambda each: (each.at, each.kind)):
        before = latest(kept, one.kind)
        if before is None or (before.answer is not one.answer and before.at != one.at):
            kept.append(one)
    return tuple(kept)
