"""Contacts over HTTP."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import Field

from application.contact_queries import ContactMemory
from domain.consent import ConsentKind
from domain.contact import Contact, Identity, IdentityKind
from domain.memory.call_summary import CallSummary, Commitment, CommitmentStatus
from domain.memory.fact import Fact, FactStatus, Predicate
from domain.transcript import Role
from entrypoints.http.paging import Slice
from entrypoints.http.schemas.base import Out, Page
from entrypoints.http.schemas.consents import ConsentOut


class IdentityOut(Out):
    """Something a contact is known by; a `user` is the backend's own word."""

    kind: IdentityKind
    value: str
    verified_at: datetime | None

    @classmethod
    def of(cls, identity: Identity) -> "IdentityOut":
        """Show *identity*."""
        return cls(kind=identity.kind, value=identity.value, verified_at=identity.verified_at)


class ContactOut(Out):
    """A person who calls."""

    contact_id: str
    name: str | None = Field(description="a confirmed one if there is any", examples=["Sarah"])
    language: str | None = Field(description="the one they mostly spoke", examples=["es"])
    identities: Sequence[IdentityOut]
    do_not_call: ConsentOut | None = Field(description="who said so; null while calls are fine")
    consents: Mapping[ConsentKind, ConsentOut] = Field(
        description="what they last said about memory, marketing and recording"
    )
    do_not_remember: bool = Field(description="the caller wants nothing kept")
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, contact: Contact, now: datetime) -> "ContactOut":
        """Show *contact* as it is at *now*."""
        name = contact.current(Predicate.NAME, now)
        language = contact.current(Predicate.LANGUAGE, now)
        return cls(
            contact_id=contact.id,
            name=name.value if name else None,
            language=language.value if language else None,
            identities=[IdentityOut.of(one) for one in contact.identities],
            do_not_call=ConsentOut.of(contact.do_not_call) if contact.do_not_call else None,
            consents=_consents(contact),
            do_not_remember=contact.do_not_remember,
            created_at=contact.created_at,
            updated_at=contact.updated_at,
        )


def _consents(contact: Contact) -> dict[ConsentKind, ConsentOut]:
    answers = {one: contact.consent(one) for one in ConsentKind if one is not ConsentKind.CALLS}
    return {kind: ConsentOut.of(answer) for kind, answer in answers.items() if answer}


class ContactPage(Page):
    """Contacts, newest first."""

    items: Sequence[ContactOut]

    @classmethod
    def of(cls, page: Slice[Contact], now: datetime) -> "ContactPage":
        """Show *page* as it is at *now*."""
        items = [ContactOut.of(contact, now) for contact in page.items]
        return cls(items=items, next_cursor=page.next_cursor)


class FactOut(Out):
    """One thing that is or was known, and where the caller said it."""

    fact_id: str
    predicate: str = Field(examples=["preference"])
    value: str
    status: FactStatus
    confidence: float
    session_id: str
    turn_id: str | None
    valid_from: datetime
    expires_at: datetime
    superseded_by: str | None = Field(description="the fact that took its place")
    is_current: bool

    @classmethod
    def of(cls, fact: Fact, now: datetime) -> "FactOut":
        """Show *fact* as it is at *now*."""
        return cls(
            fact_id=fact.id,
            predicate=fact.predicate,
            value=fact.value,
            status=fact.status,
            confidence=fact.confidence,
            session_id=fact.source.session_id,
            turn_id=fact.source.turn_id,
            valid_from=fact.valid_from,
            expires_at=fact.expires_at,
            superseded_by=fact.superseded_by,
            is_current=fact.is_current(now),
        )


class CommitmentOut(Out):
    """Something that was to happen after a call, in the words of who said so."""

    text: str
    said_by: Role
    status: CommitmentStatus
    turn_id: str

    @classmethod
    def of(cls, commitment: Commitment) -> "CommitmentOut":
        """Show *commitment*."""
        return cls(
            text=commitment.text,
            said_by=commitment.said_by,
            status=commitment.status,
            turn_id=commitment.turn_id,
        )


class CallSummaryOut(Out):
    """One call in two lines."""

    session_id: str
    text: str
    commitments: Sequence[CommitmentOut]
    language: str | None
    made_by: str = Field(description="who wrote it, and in which version", examples=["rules/1"])
    held_at: datetime
    expires_at: datetime

    @classmethod
    def of(cls, summary: CallSummary) -> "CallSummaryOut":
        """Show *summary*."""
        return cls(
            session_id=summary.session_id,
            text=summary.text,
            commitments=[CommitmentOut.of(one) for one in summary.commitments],
            language=summary.language,
            made_by=summary.made_by,
            held_at=summary.held_at,
            expires_at=summary.expires_at,
        )


class ContactMemoryOut(Out):
    """All that is kept of a contact; superseded facts are there as history."""

    contact: ContactOut
    facts: Sequence[FactOut]
    summaries: Sequence[CallSummaryOut]

    @classmethod
    def of(cls, memory: ContactMemory) -> "ContactMemoryOut":
        """Show *memory*."""
        return cls(
            contact=ContactOut.of(memory.contact, memory.now),
            facts=[FactOut.of(fact, memory.now) for fact in memory.contact.facts],
            summaries=[CallSummaryOut.of(one) for one in memory.summaries],
        )
