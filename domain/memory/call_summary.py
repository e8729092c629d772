"""What is left of a call once it is over."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.ids import ContactId, TurnId, VoiceSessionId
from domain.language import Language
from domain.transcript import Role


class CommitmentStatus(StrEnum):
    """Whether something promised is still to be done."""

    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Something that is to happen after the call, in the words of who said so."""

    text: str
    said_by: Role
    turn_id: TurnId
    status: CommitmentStatus = CommitmentStatus.OPEN

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status is CommitmentStatus.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSummary:
    """One call in two lines. *made_by* names who wrote it, and in which version."""

    session_id: VoiceSessionId
    contact_id: ContactId
    text: str
    commitments: tuple[Commitment, ...]
    language: Language | None
    made_by: str
    held_at: datetime
    created_at: datetime
    expires_at: datetime

    @property
    def open_commitments(self) -> tuple[Commitment, ...]:
        """What is still to be done."""
        return tuple(one for one in self.commitments if one.is_open)

    def handed_to(self, contact_id: ContactId) -> "CallSummary":
        """The same call, of the contact who absorbed the one who made it."""
        return replace(self, contact_id=contact_id)

    def settled(self) -> "CallSummary":
        """The same call, everything promised in it done."""
        done = tuple(replace(one, status=CommitmentStatus.DONE) for one in self.commitments)
        return replace(self, commitments=done)

    def mentions(self, value: str) -> bool:
        """Whether *value* can be read in it."""
        texts = (self.text, *(one.text for one in self.commitments))
        return any(value.casefold() in text.casefold() for text in texts)
