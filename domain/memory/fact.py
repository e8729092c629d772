"""One thing that is known of a caller, and where it was said."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.ids import FactId, TurnId, VoiceSessionId


class FactStatus(StrEnum):
    """`stated`: the caller said so. `confirmed`: the caller also accepted its read-back."""

    STATED = "stated"
    CONFIRMED = "confirmed"


class Predicate(StrEnum):
    """The predicates that rules can fill; others may come from elsewhere."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    COMPANY = "company"
    LANGUAGE = "language"
    TOPIC = "topic"
    PREFERENCE = "preference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The session something was said in, and the turn where that is known."""

    session_id: VoiceSessionId
    turn_id: TurnId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something a call brought; *confidence* is between 0 and 1."""

    predicate: str
    value: str
    status: FactStatus
    confidence: float
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement that was kept. It is never overwritten: a later fact supersedes it."""

    id: FactId
    predicate: str
    value: str
    status: FactStatus
    confidence: float
    source: Source
    valid_from: datetime
    expires_at: datetime
    superseded_by: FactId | None = None

    def is_current(self, now: datetime) -> bool:
        """Whether it still holds: neither superseded nor expired."""
        return self.superseded_by is None and now < self.expires_at

    def says(self, value: str) -> bool:
        """Whether *value* is this fact's, however it is capitalised."""
        return self.value.casefold() == value.casefold()

    def replaced_by(self, successor: FactId) -> "Fact":
        """The fact as history."""
        return replace(self, superseded_by=successor)
