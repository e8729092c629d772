"""Contacts and calls as our own CRM keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.contact_details import ContactField
from domain.crm import ContactKeys, Details
from domain.ids import VoiceSessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmRecord:
    """One contact. No two have an e-mail address or a number in common. *revision* counts saves."""

    id: str
    created_at: datetime
    updated_at: datetime
    details: Mapping[ContactField, str] = field(default_factory=dict)
    revision: int = 0

    @property
    def keys(self) -> ContactKeys:
        """What the contact is known by."""
        return ContactKeys.of(self.details)

    def has_any(self, keys: ContactKeys) -> bool:
        """Whether the contact is known by one of *keys*."""
        own = self.keys
        by_email = keys.email is not None and keys.email == own.email
        return by_email or (keys.phone is not None and keys.phone == own.phone)

    def changed(self, patch: Details, *, now: datetime) -> "CrmRecord":
        """The contact after *patch*."""
        return replace(self, details={**self.details, **patch}, updated_at=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmCall:
    """The note on one call, as a contact's timeline has it."""

    call_id: VoiceSessionId
    contact_id: str
    summary: str
    at: datetime
    duration_s: float
    transcript_url: str | None = None
