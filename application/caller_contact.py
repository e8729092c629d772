"""Whose call it was, as contacts go: found by what can be vouched for, and merged by it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from application.contact_merging import MergeReason, absorb
from application.ports.system import IdGenerator
from application.ports.unit_of_work import UnitOfWork
from domain.contact import Contact, Identity
from domain.contact_merge import (
    MergeDecision,
    MergeSuggestion,
    SharedIdentity,
    needs_a_person,
    survivor_first,
)
from domain.ids import SuggestionId, VoiceSessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Who the backend says called, and what the caller confirmed, in one session."""

    session_id: VoiceSessionId
    vouched: Identity | None
    confirmed: tuple[Identity, ...]
    now: datetime

    @property
    def are_any(self) -> bool:
        """Whether anything says who called."""
        return self.vouched is not None or bool(self.confirmed)


async def find_caller(uow: UnitOfWork, claims: Claims) -> Contact | None:
    """The contact that *claims* speak of.

    One whom the backend does not know yet, and who confirmed what a contact is known by whom the
    backend does not know either, is that contact.
    """
    if claims.vouched is None:
        return await anext(_owners(uow, claims), None)
    known = await uow.contacts.find_by_identity(claims.vouched)
    if known is not None:
        return known
    async for owner in _owners(uow, claims):
        if not owner.is_vouched:
            return owner.with_identity(claims.vouched)
    return None


async def merge_with_others(uow: UnitOfWork, contact: Contact, claims: Claims) -> Contact:
    """The caller as one with all who are known by what they confirmed.

    None is merged with another one if the backend knows both. What a contact knew on the word of a
    caller for whom nobody vouches counts as stated to one for whom somebody does.
    """
    for identity in claims.confirmed:
        owner = await _other_owner(uow, contact, identity)
        if owner is None or needs_a_person(contact, owner):
            continue
        survivor, absorbed = survivor_first(contact, owner)
        reason = MergeReason(
            decided_by=MergeDecision.CALL,
            shared=SharedIdentity.of(identity, claims.session_id),
            now=claims.now,
            trusted=claims.vouched is not None or not survivor.is_vouched,
        )
        contact = await absorb(uow, survivor, absorbed, reason)
    return contact


async def learn_identities(uow: UnitOfWork, contact: Contact, claims: Claims) -> Contact:
    """The caller as known by what they confirmed; who only held it unverified gives it up."""
    for identity in claims.confirmed:
        owner = await uow.contacts.find_by_identity(identity)
        if owner is not None and owner.id != contact.id:
            if owner.has_verified(identity):
                continue
            await uow.contacts.save(owner.without_identity(identity))
        contact = contact.with_identity(identity)
    return contact


async def suggest_merges(
    uow: UnitOfWork, contact: Contact, claims: Claims, ids: IdGenerator
) -> None:
    """Leave to a person what the backend's word stands against."""
    for identity in claims.confirmed:
        owner = await _other_owner(uow, contact, identity)
        if owner is not None and needs_a_person(contact, owner):
            suggestion = MergeSuggestion.between(
                SuggestionId(ids.new("mrg")),
                contact.id,
                owner.id,
                SharedIdentity.of(identity, claims.session_id),
                now=claims.now,
            )
            await uow.merge_suggestions.add(suggestion)


async def _owners(uow: UnitOfWork, claims: Claims) -> AsyncIterator[Contact]:
    for identity in claims.confirmed:
        owner = await uow.contacts.find_by_identity(identity)
        if owner is not None and owner.has_verified(identity):
            yield owner


async def _other_owner(uow: UnitOfWork, contact: Contact, identity: Identity) -> Contact | None:
    owner = await uow.contacts.find_by_identity(identity)
    if owner is None or owner.id == contact.id or not owner.has_verified(identity):
        return None
    return owner
