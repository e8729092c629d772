"""Where companies keep whom they know: theirs, or our own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from domain.crm import ContactKeys, CrmReview, Details
from domain.crm_record import CrmCall, CrmRecord
from domain.errors import RejectedError
from domain.ids import ReviewId, VoiceSessionId


class AmbiguousContactError(RejectedError):
    """The CRM knows several by those keys; a person has to merge them there first."""

    code = "ambiguous_contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmContact:
    """Somebody whom the CRM knows, by its own id; *details* are what it holds of them."""

    id: str
    details: Details = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNote:
    """What is to be told of one call."""

    call_id: VoiceSessionId
    summary: str = field(repr=False)
    at: datetime
    duration_s: float
    transcript_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCall:
    """What a CRM says of an earlier call; the words may be anybody's."""

    at: datetime
    summary: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmCapabilities:
    """*name* is how people call it. `fast`: worth writing to while the call goes on. `history`: it
    is asked before a caller is greeted."""

    name: str
    fast: bool
    history: bool


class Crm(Protocol):
    """A CRM. Every method keeps a deadline of its own.

    All raise UnavailableError or TimeoutError when trying again may help, with the pause that was
    asked for, and RejectedError when it will not.
    """

    @property
    def capabilities(self) -> CrmCapabilities: ...

    async def find_contact(self, keys: ContactKeys) -> CrmContact | None:
        """Whom the CRM knows by any of *keys*. Raises AmbiguousContactError when it is several."""
        ...

    async def upsert_contact(
        self,
        keys: ContactKeys,
        patch: Details,
        *,
        contact_id: str | None,
        idempotency_key: str,
    ) -> str:
        """Write *patch* to the contact of that id, or to a new one known by *keys*; its id.

        Nothing but *patch* changes, and the same request again makes no second contact.
        """
        ...

    async def log_call(self, contact_id: str, note: CallNote, *, idempotency_key: str) -> None:
        """Put the note on the contact's timeline; a call has one note however often it is put."""
        ...

    async def history(self, contact_id: str, *, limit: int) -> Sequence[PastCall]:
        """The contact's last calls, newest first."""
        ...


class CrmBook(Protocol):
    """Our own CRM's contacts and calls, inside a unit of work."""

    async def save(self, record: CrmRecord) -> None:
        """Keep a new or changed contact.

        Raises StaleVersionError when outrun, ConflictError when a key is somebody else's.
        """
        ...

    async def get(self, record_id: str) -> CrmRecord:
        """Raises NotFoundError."""
        ...

    async def find(self, keys: ContactKeys) -> Sequence[CrmRecord]:
        """All who are known by one of *keys*; at most two."""
        ...

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[CrmRecord]:
        """Newest first; *after* is the id of the last one of the page before."""
        ...

    async def add_call(self, call: CrmCall) -> None:
        """Keep the note of a call; of a call that has one the first note stays."""
        ...

    async def find_calls(self, record_id: str, *, limit: int) -> Sequence[CrmCall]:
        """Newest first."""
        ...

    async def forget(self, keys: ContactKeys) -> int:
        """Nobody is known by one of *keys* any more; how many contacts went, with their calls."""
        ...


class CrmReviews(Protocol):
    """Differences between a CRM and what callers confirmed."""

    async def save(self, review: CrmReview) -> None:
        """Keep a new or decided one. Raises StaleVersionError when outrun."""
        ...

    async def get(self, review_id: ReviewId) -> CrmReview:
        """Raises NotFoundError."""
        ...

    async def find_same(self, review: CrmReview) -> CrmReview | None:
        """One of the same contact, field and offered value, decided or not."""
        ...

    async def find_page(
        self, *, is_open: bool | None, after: str | None, limit: int
    ) -> Sequence[CrmReview]:
        """Newest first, those to be decided, those decided, or all."""
        ...
