"""Where it is kept what is remembered of callers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.contact import Contact, Identity
from domain.erasure import ErasureReceipt
from domain.ids import ContactId, ReceiptId, VoiceSessionId
from domain.memory.call_summary import CallSummary
from domain.voice_session import VoiceSession


class Contacts(Protocol):
    """Contacts with their identities and facts."""

    async def save(self, contact: Contact) -> None:
        """Keep a new or changed contact, all its facts as they are now.

        Raises StaleVersionError when outrun, ConflictError when an identity is somebody else's.
        """
        ...

    async def get(self, contact_id: ContactId) -> Contact:
        """Raises NotFoundError."""
        ...

    async def find_by_identity(self, identity: Identity) -> Contact | None:
        """The contact known by *identity*, verified or not."""
        ...

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Contact]:
        """Newest first; *after* is the id of the last contact of the page before."""
        ...

    async def remove(self, contact_id: ContactId) -> int:
        """Nothing of the contact is left: identities, facts and summaries go with it.

        How many summaries there were. Raises NotFoundError.
        """
        ...

    async def forget_expired(self, now: datetime) -> int:
        """How many facts and summaries had expired at *now*, and are gone.

        Contacts of which nothing else is left go too, but for who allowed or forbade anything.
        """
        ...


class CallSummaries(Protocol):
    """Summaries of calls, one a session."""

    async def save(self, summary: CallSummary) -> None:
        """Keep a summary, in place of an earlier one of its session."""
        ...

    async def find_by_contact(
        self, contact_id: ContactId, *, limit: int | None = None
    ) -> Sequence[CallSummary]:
        """Newest first; the last *limit* calls, or all."""
        ...

    async def remove(self, session_id: VoiceSessionId) -> None:
        """It is gone; removing what is not there is fine."""
        ...


class ErasureReceipts(Protocol):
    """Receipts, which outlive whom they are about."""

    async def add(self, receipt: ErasureReceipt) -> None:
        """Keep a receipt."""
        ...

    async def get(self, receipt_id: ReceiptId) -> ErasureReceipt:
        """Raises NotFoundError."""
        ...


class RememberedSessions(Protocol):
    """Which ended sessions were dealt with, whatever was kept of them."""

    async def add(self, session_id: VoiceSessionId, *, at: datetime) -> None:
        """Raises ConflictError when somebody else was faster."""
        ...

    async def has(self, session_id: VoiceSessionId) -> bool:
        """Whether the session was dealt with."""
        ...

    async def find_pending(
        self, *, ended_after: datetime, ended_before: datetime
    ) -> Sequence[VoiceSession]:
        """Sessions that ended between the two and were not, oldest end first, at most 50."""
        ...
