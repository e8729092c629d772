"""A person who calls: what they can be known by, and what is known of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from domain.consent import Consent, ConsentKind, in_order, latest
from domain.contact_details import EmailAddress, PhoneNumber
from domain.errors import NotFoundError
from domain.ids import ContactId, FactId
from domain.memory.fact import Fact, FactStatus, Predicate
from domain.memory.merging import merely_stated, merged_facts
from domain.memory.remembering import Change, applied


class IdentityKind(StrEnum):
    """`user`: the backend vouches for it. The others a caller gave."""

    USER = "user"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Something a contact can be known by; *verified_at* is when it was vouched for or confirmed.

    One identity belongs to one contact.
    """

    kind: IdentityKind
    value: str
    verified_at: datetime | None = None

    @classmethod
    def user(cls, user_id: str, *, verified_at: datetime | None = None) -> "Identity":
        """The backend's own id of a person."""
        return cls(kind=IdentityKind.USER, value=user_id, verified_at=verified_at)

    @classmethod
    def phone(cls, number: str, *, verified_at: datetime | None = None) -> "Identity":
        """An international number. Raises InvalidValueError for what is none."""
        value = PhoneNumber.parse(number, region="ZZ").value
        return cls(kind=IdentityKind.PHONE, value=value, verified_at=verified_at)

    @classmethod
    def email(cls, address: str, *, verified_at: datetime | None = None) -> "Identity":
        """An address. Raises InvalidValueError for what is none."""
        value = EmailAddress.parse(address).value
        return cls(kind=IdentityKind.EMAIL, value=value, verified_at=verified_at)

    @property
    def mark(self) -> str:
        """A name for it that does not tell what it is."""
        return sha256(f"{self.kind}:{self.value}".encode()).hexdigest()[:32]

    def is_same(self, other: "Identity") -> bool:
        """Whether both name the same thing, whenever each was verified."""
        return (self.kind, self.value) == (other.kind, other.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One person, as far as we know. *revision* counts saves.

    *do_not_remember*: the caller does not want anything kept; the contact stays so that this does.
    """

    id: ContactId
    identities: tuple[Identity, ...]
    created_at: datetime
    updated_at: datetime
    facts: tuple[Fact, ...] = ()
    consents: tuple[Consent, ...] = ()
    do_not_remember: bool = False
    revision: int = 0

    def current(self, predicate: str, now: datetime) -> Fact | None:
        """The fact that holds: the newest confirmed one, else the newest."""
        held = [f for f in self.facts if f.predicate == predicate and f.is_current(now)]
        return max(
            held,
            key=lambda fact: (fact.status is FactStatus.CONFIRMED, fact.valid_from),
            default=None,
        )

    def is_called(self, name: str, now: datetime) -> bool:
        """Whether *name* is the one we know."""
        known = self.current(Predicate.NAME, now)
        return known is not None and known.says(name)

    @property
    def is_vouched(self) -> bool:
        """Whether the backend says who it is."""
        return any(one.kind is IdentityKind.USER for one in self.identities)

    def has_verified(self, identity: Identity) -> bool:
        """Whether *identity* is one of this contact's, and was confirmed or vouched for."""
        return any(identity.is_same(one) and one.verified_at for one in self.identities)

    def has(self, identity: Identity) -> bool:
        """Whether *identity* is one of this contact's."""
        return any(identity.is_same(held) for held in self.identities)

    def with_identity(self, identity: Identity) -> "Contact":
        """Known by *identity* too; one that is held already is verified at the later time."""
        others = tuple(held for held in self.identities if not held.is_same(identity))
        return replace(self, identities=(*others, identity))

    def without_identity(self, identity: Identity) -> "Contact":
        """Not known by *identity*."""
        others = tuple(held for held in self.identities if not held.is_same(identity))
        return replace(self, identities=others)

    def absorb(self, other: "Contact", *, now: datetime, trusted: bool = True) -> "Contact":
        """This person and *other* as one: known by all, with what both knew, as old as the older.

        What *other* knew counts as merely stated unless *trusted*. Who did not want to be
        remembered is not now.
        """
        brought = other.facts if trusted else tuple(merely_stated(one) for one in other.facts)
        together = replace(
            self,
            identities=(*self.identities, *other.identities),
            facts=merged_facts(self.facts, brought, now=now),
            consents=in_order((*self.consents, *other.consents)),
            created_at=min(self.created_at, other.created_at),
            updated_at=now,
        )
        refused = self.do_not_remember or other.do_not_remember
        return together.refuse_memory(now=now) if refused else together

    def remember(self, changes: Sequence[Change], *, now: datetime) -> "Contact":
        """After *changes*; what expired until *now* is dropped on this occasion."""
        facts = applied(self.facts, changes)
        kept = tuple(fact for fact in facts if now < fact.expires_at)
        return replace(self, facts=kept, updated_at=now)

    @property
    def do_not_call(self) -> Consent | None:
        """The word that nobody is to call them, if it holds."""
        said = self.consent(ConsentKind.CALLS)
        return said if said is not None and said.is_refusal else None

    def consent(self, kind: ConsentKind) -> Consent | None:
        """What they last said about *kind*."""
        return latest(self.consents, kind)

    def with_consents(self, consents: Sequence[Consent], *, now: datetime) -> "Contact":
        """After they said *consents*. Who does not want to be remembered is forgotten at once."""
        told = replace(self, consents=in_order((*self.consents, *consents)), updated_at=now)
        memory = told.consent(ConsentKind.MEMORY)
        if memory is None or memory not in consents:
            return told
        if memory.is_refusal:
            return told.refuse_memory(now=now)
        return replace(told, do_not_remember=False)

    def withdraw(self, fact_id: FactId, *, now: datetime) -> "Contact":
        """Without that fact and the earlier ones that it superseded, nor known by their values.

        Raises NotFoundError.
        """
        if all(fact.id != fact_id for fact in self.facts):
            raise NotFoundError(f"contact {self.id} has no fact {fact_id}")
        gone = {fact_id}
        while more := {f.id for f in self.facts if f.superseded_by in gone} - gone:
            gone |= more
        kept = tuple(fact for fact in self.facts if fact.id not in gone)
        withdrawn = {(fact.predicate, fact.value) for fact in self.facts if fact.id in gone}
        identities = tuple(
            one for one in self.identities if (one.kind.value, one.value) not in withdrawn
        )
        return replace(self, facts=kept, identities=identities, updated_at=now)

    def withdraw_all(self, predicate: str, *, now: datetime) -> "Contact":
        """Without anything ever known under *predicate*, identities of that kind included."""
        facts = tuple(fact for fact in self.facts if fact.predicate != predicate)
        identities = tuple(one for one in self.identities if one.kind.value != predicate)
        return replace(self, facts=facts, identities=identities, updated_at=now)

    def refuse_memory(self, *, now: datetime) -> "Contact":
        """The caller wants nothing kept: of what was, only what the backend knows them by stays."""
        vouched = tuple(one for one in self.identities if one.kind is IdentityKind.USER)
        return replace(self, facts=(), identities=vouched, do_not_remember=True, updated_at=now)
