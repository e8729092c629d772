"""Contacts, summaries, and which calls were dealt with, over the copy of a unit of work."""

from collections.abc import Sequence
from datetime import datetime

from adapters.in_memory.repositories import Repository
from domain.contact import Contact, Identity
from domain.erasure import ErasureReceipt
from domain.errors import NotFoundError
from domain.ids import ContactId, ReceiptId, VoiceSessionId
from domain.memory.call_summary import CallSummary
from domain.voice_session import SessionStatus, VoiceSession

_AT_MOST = 50


class InMemoryContacts(Repository):
    """Contacts by id."""

    async def save(self, contact: Contact) -> None:
        """Raises StaleVersionError when outrun, ConflictError for somebody else's identity."""
        self._work.change(lambda state: state.memory.save(contact))

    async def get(self, contact_id: ContactId) -> Contact:
        """Raises NotFoundError."""
        contact = self._work.state.memory.contacts.get(contact_id)
        if contact is None:
            raise NotFoundError(f"no contact {contact_id}")
        return contact

    async def find_by_identity(self, identity: Identity) -> Contact | None:
        """The contact known by *identity*."""
        contacts = self._work.state.memory.contacts.values()
        return next((one for one in contacts if one.has(identity)), None)

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Contact]:
        """Newest first."""
        contacts = self._work.state.memory.contacts.values()
        page = sorted(contacts, key=lambda one: one.id, reverse=True)
        return [one for one in page if after is None or one.id < after][:limit]

    async def remove(self, contact_id: ContactId) -> int:
        """How many summaries there were. Raises NotFoundError."""
        before = len(self._work.state.memory.summaries)
        self._work.change(lambda state: state.memory.remove(contact_id))
        return before - len(self._work.state.memory.summaries)

    async def forget_expired(self, now: datetime) -> int:
        """How many facts and summaries are gone."""
        before = self._work.state.memory.size()
        self._work.change(lambda state: state.memory.forget_expired(now))
        return before - self._work.state.memory.size()


class InMemoryCallSummaries(Repository):
    """Summaries by session."""

    async def save(self, summary: CallSummary) -> None:
        """In place of an earlier one."""
        self._work.change(lambda state: state.memory.put_summary(summary))

    async def find_by_contact(
        self, contact_id: ContactId, *, limit: int | None = None
    ) -> Sequence[CallSummary]:
        """Newest first."""
        summaries = self._work.state.memory.summaries.values()
        found = [one for one in summaries if one.contact_id == contact_id]
        return sorted(found, key=lambda one: (one.held_at, one.session_id), reverse=True)[:limit]

    async def remove(self, session_id: VoiceSessionId) -> None:
        """It is gone."""
        self._work.change(lambda state: state.memory.drop_summary(session_id))


class InMemoryErasureReceipts(Repository):
    """Receipts by id."""

    async def add(self, receipt: ErasureReceipt) -> None:
        """Keep a receipt."""
        self._work.change(lambda state: state.memory.put_receipt(receipt))

    async def get(self, receipt_id: ReceiptId) -> ErasureReceipt:
        """Raises NotFoundError."""
        receipt = self._work.state.memory.receipts.get(receipt_id)
        if receipt is None:
            raise NotFoundError(f"no receipt {receipt_id}")
        return receipt


class InMemoryRememberedSessions(Repository):
    """Sessions by id, with the moment they were dealt with."""

    async def add(self, session_id: VoiceSessionId, *, at: datetime) -> None:
        """Raises ConflictError when somebody else was faster."""
        self._work.change(lambda state: state.memory.deal_with(session_id, at))

    async def has(self, session_id: VoiceSessionId) -> bool:
        """Whether it was dealt with."""
        return session_id in self._work.state.memory.remembered

    async def find_pending(
        self, *, ended_after: datetime, ended_before: datetime
    ) -> Sequence[VoiceSession]:
        """Oldest end first, at most 50."""
        done = self._work.state.memory.remembered
        pending = [
            (one.ended_at, one)
            for one in self._work.state.sessions.values()
            if one.status is SessionStatus.ENDED and one.ended_at and one.id not in done
        ]
        due = [(at, one) for at, one in pending if ended_after <= at <= ended_before]
        return [one for _, one in sorted(due, key=lambda pair: pair[0])][:_AT_MOST]
