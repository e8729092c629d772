"""A CRM in memory that can be told to fail, and shows what it was told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from application.ports.crm import (
    AmbiguousContactError,
    CallNote,
    CrmCapabilities,
    CrmContact,
    PastCall,
)
from domain.contact_details import ContactField
from domain.crm import ContactKeys, Details


@dataclass(kw_only=True)
class InMemoryCrm:
    """Somebody else's CRM: contacts by id, and the notes of each."""

    capabilities: CrmCapabilities = field(
        default_factory=lambda: CrmCapabilities(name="in-memory", fast=True, history=True)
    )
    contacts: dict[str, dict[ContactField, str]] = field(default_factory=dict)
    notes: dict[str, list[CallNote]] = field(default_factory=dict)
    failures: list[Exception] = field(default_factory=list)
    requests: int = 0

    def fail_next(self, *errors: Exception) -> None:
        """Raise *errors*, one a request."""
        self.failures.extend(errors)

    async def find_contact(self, keys: ContactKeys) -> CrmContact | None:
        """Raises AmbiguousContactError."""
        self._ask()
        found = [one for one, held in self.contacts.items() if _is_known(held, keys)]
        if len(found) > 1:
            raise AmbiguousContactError("several are known by that")
        return CrmContact(id=found[0], details=dict(self.contacts[found[0]])) if found else None

    async def upsert_contact(
        self, keys: ContactKeys, patch: Details, *, contact_id: str | None, idempotency_key: str
    ) -> str:
        """The id is made of the keys."""
        self._ask()
        known = contact_id or keys.mark
        self.contacts.setdefault(known, {}).update(patch)
        return known

    async def log_call(self, contact_id: str, note: CallNote, *, idempotency_key: str) -> None:
        """A call has one note."""
        self._ask()
        notes = self.notes.setdefault(contact_id, [])
        if all(one.call_id != note.call_id for one in notes):
            notes.append(note)

    async def history(self, contact_id: str, *, limit: int) -> Sequence[PastCall]:
        """Newest first."""
        self._ask()
        notes = sorted(self.notes.get(contact_id, []), key=lambda one: one.at, reverse=True)
        return [PastCall(at=one.at, summary=one.summary) for one in notes[:limit]]

    def _ask(self) -> None:
        self.requests += 1
        if self.failures:
            raise self.failures.pop(0)


def _is_known(held: Details, keys: ContactKeys) -> bool:
    by_email = keys.email is not None and held.get(ContactField.EMAIL) == keys.email
    return by_email or (keys.phone is not None and held.get(ContactField.PHONE) == keys.phone)
