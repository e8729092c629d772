"""Our own CRM and its reviews in memory, and the rules by which they change."""

from dataclasses import dataclass, field, replace

from domain.crm import ContactKeys, CrmReview
from domain.crm_record import CrmCall, CrmRecord
from domain.errors import ConflictError, StaleVersionError
from domain.ids import ReviewId, VoiceSessionId


@dataclass(slots=True, kw_only=True)
class CrmShelf:
    """Contacts, notes of calls, and what people decide on."""

    records: dict[str, CrmRecord] = field(default_factory=dict)
    calls: dict[VoiceSessionId, CrmCall] = field(default_factory=dict)
    reviews: dict[ReviewId, CrmReview] = field(default_factory=dict)

    def copy(self) -> "CrmShelf":
        """The same content in containers of its own."""
        return CrmShelf(
            records=dict(self.records), calls=dict(self.calls), reviews=dict(self.reviews)
        )

    def known_by(self, keys: ContactKeys) -> list[CrmRecord]:
        """All who are known by one of *keys*."""
        return [
            self.records[key] for key in sorted(self.records) if self.records[key].has_any(keys)
        ]

    def save(self, one: CrmRecord) -> None:
        """Raises StaleVersionError when outrun, ConflictError when a key is somebody else's."""
        held = self.records.get(one.id)
        if (held.revision if held else 0) != one.revision:
            raise StaleVersionError(f"CRM contact {one.id} was saved meanwhile")
        if any(other.id != one.id for other in self.known_by(one.keys)):
            raise ConflictError("another CRM contact has one of those keys")
        self.records[one.id] = replace(one, revision=one.revision + 1)

    def add_call(self, call: CrmCall) -> None:
        """Raises ConflictError for nobody's call."""
        if call.contact_id not in self.records:
            raise ConflictError("there is no such CRM contact")
        self.calls.setdefault(call.call_id, call)

    def forget(self, keys: ContactKeys) -> None:
        """Contacts, their calls and what was to be decided on."""
        for one in self.known_by(keys):
            del self.records[one.id]
            self.calls = {key: c for key, c in self.calls.items() if c.contact_id != one.id}
            self.reviews = {key: r for key, r in self.reviews.items() if r.contact_id != one.id}

    def save_review(self, one: CrmReview) -> None:
        """Raises StaleVersionError when outrun."""
        held = self.reviews.get(one.id)
        if (held.revision if held else 0) != one.revision:
            raise StaleVersionError(f"review {one.id} was saved meanwhile")
        self.reviews[one.id] = replace(one, revision=one.revision + 1)
