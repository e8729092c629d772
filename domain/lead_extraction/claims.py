"""What a caller claims, one thing after the other."""

from dataclasses import dataclass
from enum import StrEnum

from domain.contact_details import ContactField


class ClaimKind(StrEnum):
    """What a claim does to a field."""

    STATED = "stated"
    SPELLED = "spelled"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """*turn* by number; *start* and *end* count characters of it. Without a value: the field's."""

    field: ContactField
    kind: ClaimKind
    turn: int
    start: int
    end: int
    value: str | None = None

    @property
    def order(self) -> tuple[int, int]:
        """Where in the call it stands."""
        return (self.turn, self.end)
