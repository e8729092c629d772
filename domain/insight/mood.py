"""What a caller's turn shows of how the call goes for them."""

from dataclasses import dataclass
from enum import StrEnum

from domain.ids import TurnId


class MoodKind(StrEnum):
    """An event in a call that somebody may want to act on."""

    FRUSTRATION = "frustration"
    COMPLAINT = "complaint"
    REQUEST_FOR_HUMAN = "request_for_human"
    CANCELLATION_THREAT = "cancellation_threat"
    LEGAL_THREAT = "legal_threat"
    PROFANITY = "profanity"
    REPEAT_CALLER = "repeat_caller"
    SATISFACTION = "satisfaction"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodEvent:
    """One event, with the turn and the words that show it."""

    kind: MoodKind
    turn_id: TurnId
    quote: str

    @property
    def is_escalation(self) -> bool:
        """Whether it calls for attention: everything but satisfaction does."""
        return self.kind is not MoodKind.SATISFACTION
