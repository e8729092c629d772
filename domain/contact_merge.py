"""Two contacts that are one person: what was merged and why, and what a person is to decide."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.contact import Contact, Identity, IdentityKind
from domain.ids import ContactId, SuggestionId, VoiceSessionId


class MergeDecision(StrEnum):
    """`call`: a caller confirmed what another contact is known by. `person`: somebody said so."""

    CALL = "call"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedIdentity:
    """What a call of one contact confirmed and the other one holds, without its value.

    Whoever is known by it can be asked for the value; whoever withdrew it leaves none behind.
    """

    kind: IdentityKind
    mark: str
    session_id: VoiceSessionId

    @classmethod
    def of(cls, identity: Identity, session_id: VoiceSessionId) -> "SharedIdentity":
        """*identity*, as that session brought it."""
        return cls(kind=identity.kind, mark=identity.mark, session_id=session_id)

    def value(self, *contacts: Contact) -> str | None:
        """What it is, as long as one of *contacts* is known by it."""
        held = (one for contact in contacts for one in contact.identities)
        return next((one.value for one in held if one.mark == self.mark), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """*absorbed_id* is *survivor_id* since *at*; the counts are what the absorbed one brought.

    A survivor that is absorbed itself hands its merges on: *survivor_id* is who it is now.
    """

    absorbed_id: ContactId
    survivor_id: ContactId
    decided_by: MergeDecision
    shared: SharedIdentity | None
    at: datetime
    identities: int
    facts: int
    summaries: int

    def handed_on(self, survivor_id: ContactId) -> "Merge":
        """The survivor was absorbed by *survivor_id*."""
        return replace(self, survivor_id=survivor_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeSuggestion:
    """Two contacts that the backend knows as two share *shared*: one person, or a shared address.

    *first_id* is the smaller id.
    """

    id: SuggestionId
    first_id: ContactId
    second_id: ContactId
    shared: SharedIdentity
    at: datetime
    dismissed_at: datetime | None = None

    @classmethod
    def between(
        cls,
        suggestion_id: SuggestionId,
        one: ContactId,
        other: ContactId,
        shared: SharedIdentity,
        *,
        now: datetime,
    ) -> "MergeSuggestion":
        """*one* and *other* in either order."""
        first, second = sorted((one, other))
        return cls(id=suggestion_id, first_id=first, second_id=second, shared=shared, at=now)

    def dismissed(self, *, now: datetime) -> "MergeSuggestion":
        """A person said that they are two; it is not suggested again."""
        return replace(self, dismissed_at=self.dismissed_at or now)

    def handed_on(self, absorbed: ContactId, survivor: ContactId) -> "MergeSuggestion | None":
        """The same of *survivor*, who absorbed one of the two; None when it was the other one."""
        other = self.second_id if absorbed == self.first_id else self.first_id
        if other == survivor:
            return None
        first, second = sorted((other, survivor))
        return replace(self, first_id=first, second_id=second)


def survivor_first(one: Contact, other: Contact) -> tuple[Contact, Contact]:
    """Who survives, and who is absorbed: the backend's word counts first, then age."""
    ranked = sorted((one, other), key=lambda each: (not each.is_vouched, each.created_at, each.id))
    return ranked[0], ranked[1]


def needs_a_person(one: Contact, other: Contact) -> bool:
    """Whether the backend says that these are two: then only a person may say that it is wrong."""
    return one.is_vouched and other.is_vouched
