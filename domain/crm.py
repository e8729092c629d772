"""What goes to a CRM, and what of it a person has to decide on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from domain.contact_details import ContactField
from domain.errors import ConflictError
from domain.ids import LeadId, ReviewId, VoiceSessionId
from domain.lead import FieldStatus, Lead

Details = Mapping[ContactField, str]


class UpdatePolicy(StrEnum):
    """`fill`: what a CRM holds stays, and a person decides on what differs. `overwrite`: the caller
    has the last word."""

    FILL = "fill"
    OVERWRITE = "overwrite"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactKeys:
    """What somebody is known by in a CRM; only what a caller confirmed."""

    email: str | None = None
    phone: str | None = None

    @classmethod
    def of(cls, details: Details) -> "ContactKeys":
        """The keys among *details*."""
        return cls(email=details.get(ContactField.EMAIL), phone=details.get(ContactField.PHONE))

    @property
    def are_any(self) -> bool:
        """Whether anybody can be known by them."""
        return bool(self.email or self.phone)

    @property
    def mark(self) -> str:
        """A name for whom they are of that does not tell what they are."""
        first = f"email:{self.email.casefold()}" if self.email else f"phone:{self.phone}"
        return sha256(first.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field for which a CRM holds something else than the caller confirmed."""

    field: ContactField
    held: str
    offered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What is to be written to a contact, and what is left to a person."""

    patch: Details
    differences: tuple[Difference, ...] = ()


def confirmed_details(lead: Lead) -> Details:
    """All that may leave us: what the caller confirmed, and nothing else."""
    return {
        name: field.value
        for name, field in lead.fields.items()
        if field.status is FieldStatus.CONFIRMED and field.value is not None
    }


def update_of(held: Details, offered: Details, policy: UpdatePolicy) -> Update:
    """How *offered* joins what is *held*. What says the same in another form stays as it is."""
    known = {name: value for name, value in held.items() if value.strip()}
    new = {name: value for name, value in offered.items() if name not in known}
    differing = tuple(
        Difference(field=name, held=known[name], offered=value)
        for name, value in offered.items()
        if name in known and not is_same(name, known[name], value)
    )
    if policy is UpdatePolicy.OVERWRITE:
        return Update(patch=new | {one.field: one.offered for one in differing})
    return Update(patch=new, differences=differing)


def is_same(name: ContactField, one: str, other: str) -> bool:
    """Whether both say the same: case and spaces tell nothing apart, nor punctuation of numbers."""
    if name is ContactField.PHONE:
        return _digits(one) == _digits(other)
    return _plain(one) == _plain(other)


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit()).removeprefix("00")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


class ReviewDecision(StrEnum):
    """`keep` what the CRM holds, or `replace` it by what the caller confirmed."""

    KEEP = "keep"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmReview:
    """A difference that a person decides on, once. *contact_id* is the CRM's. *revision* counts
    saves."""

    id: ReviewId
    contact_id: str
    lead_id: LeadId
    session_id: VoiceSessionId
    difference: Difference
    created_at: datetime
    decision: ReviewDecision | None = None
    decided_at: datetime | None = None
    revision: int = 0

    def decide(self, decision: ReviewDecision, *, now: datetime) -> "CrmReview":
        """Raises ConflictError when somebody has decided otherwise."""
        if self.decision is decision:
            return self
        if self.decision is not None:
            raise ConflictError(f"review {self.id} was decided: {self.decision}")
        return replace(self, decision=decision, decided_at=now)
