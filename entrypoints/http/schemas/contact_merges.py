"""Merged contacts, and contacts that may be one, over HTTP."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import Field

from application.contact_queries import ContactHistory, SuggestedMerge
from domain.contact import Contact, IdentityKind
from domain.contact_merge import Merge, MergeDecision, SharedIdentity
from domain.ids import ContactId
from entrypoints.http.paging import Slice
from entrypoints.http.schemas.base import In, Name, Out, Page
from entrypoints.http.schemas.contacts import ContactOut


class MergeIn(In):
    """Whom a contact is to absorb."""

    absorb: Name = Field(description="the contact that becomes part of this one")

    def to_id(self) -> ContactId:
        """Whom."""
        return ContactId(self.absorb)


class SharedIdentityOut(Out):
    """What a caller confirmed, and another contact was known by."""

    kind: IdentityKind
    value: str | None = Field(description="null when nobody is known by it any more")
    session_id: str = Field(description="the session in which it was confirmed")

    @classmethod
    def of(cls, shared: SharedIdentity, *contacts: Contact) -> "SharedIdentityOut":
        """Show *shared*, as far as *contacts* are known by it."""
        return cls(kind=shared.kind, value=shared.value(*contacts), session_id=shared.session_id)


class MergeOut(Out):
    """One contact that became part of another, and what it brought."""

    absorbed_id: str
    contact_id: str = Field(description="whose part it is now")
    decided_by: MergeDecision
    identity: SharedIdentityOut | None = Field(description="what showed that they are one")
    merged_at: datetime
    identities: int
    facts: int
    summaries: int

    @classmethod
    def of(cls, merge: Merge, contact: Contact) -> "MergeOut":
        """Show *merge* into *contact*."""
        return cls(
            absorbed_id=merge.absorbed_id,
            contact_id=merge.survivor_id,
            decided_by=merge.decided_by,
            identity=SharedIdentityOut.of(merge.shared, contact) if merge.shared else None,
            merged_at=merge.at,
            identities=merge.identities,
            facts=merge.facts,
            summaries=merge.summaries,
        )


class MergeHistory(Out):
    """Whom a contact absorbed, newest first."""

    contact_id: str
    items: Sequence[MergeOut]

    @classmethod
    def of(cls, history: ContactHistory) -> "MergeHistory":
        """Show *history*."""
        items = [MergeOut.of(one, history.contact) for one in history.merges]
        return cls(contact_id=history.contact.id, items=items)


class SuggestedMergeOut(Out):
    """Two contacts that may be one: each vouched for by the backend, and known by one thing."""

    suggestion_id: str
    identity: SharedIdentityOut
    suggested_at: datetime
    contacts: Sequence[ContactOut]

    @classmethod
    def of(cls, suggested: SuggestedMerge, now: datetime) -> "SuggestedMergeOut":
        """Show *suggested* as it is at *now*."""
        return cls(
            suggestion_id=suggested.suggestion.id,
            identity=SharedIdentityOut.of(suggested.suggestion.shared, *suggested.contacts),
            suggested_at=suggested.suggestion.at,
            contacts=[ContactOut.of(one, now) for one in suggested.contacts],
        )


class SuggestedMergePage(Page):
    """Suggested merges, newest first."""

    items: Sequence[SuggestedMergeOut]

    @classmethod
    def of(cls, page: Slice[SuggestedMerge], now: datetime) -> "SuggestedMergePage":
        """Show *page* as it is at *now*."""
        items = [SuggestedMergeOut.of(one, now) for one in page.items]
        return cls(items=items, next_cursor=page.next_cursor)
