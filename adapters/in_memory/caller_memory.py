"""What is remembered of callers, in memory, and the rules by which it changes."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from adapters.in_memory.contact_links import ContactLinks
from domain.contact import Contact
from domain.erasure import ErasureReceipt
from domain.errors import ConflictError, NotFoundError, StaleVersionError
from domain.ids import ContactId, ReceiptId, VoiceSessionId
from domain.memory.call_summary import CallSummary


@dataclass(slots=True, kw_only=True)
class CallerMemory:
    """Contacts, summaries, and which calls were dealt with."""

    contacts: dict[ContactId, Contact] = field(default_factory=dict)
    summaries: dict[VoiceSessionId, CallSummary] = field(default_factory=dict)
    remembered: dict[VoiceSessionId, datetime] = field(default_factory=dict)
    receipts: dict[ReceiptId, ErasureReceipt] = field(default_factory=dict)
    links: ContactLinks = field(default_factory=ContactLinks)

    def copy(self) -> "CallerMemory":
        """The same content in containers of its own."""
        return CallerMemory(
            contacts=dict(self.contacts),
            summaries=dict(self.summaries),
            remembered=dict(self.remembered),
            receipts=dict(self.receipts),
            links=self.links.copy(),
        )

    def save(self, contact: Contact) -> None:
        """Raises StaleVersionError when outrun, ConflictError for somebody else's identity."""
        held = self.contacts.get(contact.id)
        if (held.revision if held else 0) != contact.revision:
            raise StaleVersionError(f"contact {contact.id} was saved meanwhile")
        others = [one for one in self.contacts.values() if one.id != contact.id]
        if any(other.has(identity) for other in others for identity in contact.identities):
            raise ConflictError("an identity belongs to another contact")
        self.contacts[contact.id] = replace(contact, revision=contact.revision + 1)

    def remove(self, contact_id: ContactId) -> None:
        """Raises NotFoundError."""
        if self.contacts.pop(contact_id, None) is None:
            raise NotFoundError(f"no contact {contact_id}")
        self.summaries = {
            key: one for key, one in self.summaries.items() if one.contact_id != contact_id
        }
        self.links.remove(contact_id)

    def attribute(self, session_id: VoiceSessionId, contact_id: ContactId) -> None:
        """Raises ConflictError when there is no such contact."""
        if contact_id not in self.contacts:
            raise ConflictError("there is no such contact")
        self.links.sessions[session_id] = contact_id

    def put_summary(self, summary: CallSummary) -> None:
        """In place of an earlier one. Raises ConflictError when there is no such contact."""
        if summary.contact_id not in self.contacts:
            raise ConflictError("there is no such contact")
        self.summaries[summary.session_id] = summary

    def drop_summary(self, session_id: VoiceSessionId) -> None:
        """It is gone."""
        self.summaries.pop(session_id, None)

    def put_receipt(self, receipt: ErasureReceipt) -> None:
        """It is kept."""
        self.receipts[receipt.id] = receipt

    def deal_with(self, session_id: VoiceSessionId, at: datetime) -> None:
        """Raises ConflictError when somebody else was faster."""
        if session_id in self.remembered:
            raise ConflictError(f"session {session_id} was dealt with already")
        self.remembered[session_id] = at

    def forget_expired(self, now: datetime) -> None:
        """Facts, summaries, and contacts of which nothing else is left."""
        self.summaries = {key: one for key, one in self.summaries.items() if now < one.expires_at}
        for contact in list(self.contacts.values()):
            facts = tuple(fact for fact in contact.facts if now < fact.expires_at)
            self.contacts[contact.id] = replace(contact, facts=facts)
            called = any(one.contact_id == contact.id for one in self.summaries.values())
            wishes = contact.do_not_remember or contact.consents
            if not facts and not called and not wishes:
                self.remove(contact.id)

    def size(self) -> int:
        """How many facts and summaries there are."""
        return len(self.summaries) + sum(len(one.facts) for one in self.contacts.values())
