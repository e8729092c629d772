"""Whose call it was, as far as anybody can vouch for it."""

from datetime import datetime

from domain.contact import Identity
from domain.contact_details import ContactField
from domain.ids import UserId
from domain.lead import FieldStatus, Lead

_NOBODY = frozenset({"", "unknown", "anonymous"})


def vouched_identity(user_id: UserId | None, *, now: datetime | None = None) -> Identity | None:
    """Who the backend says is calling, if it says."""
    if user_id is None or user_id.strip().lower() in _NOBODY:
        return None
    return Identity.user(user_id, verified_at=now)


def confirmed_identities(lead: Lead | None) -> tuple[Identity, ...]:
    """Addresses and numbers that the caller confirmed when they were read back."""
    found: list[Identity] = []
    for kind, make in ((ContactField.PHONE, Identity.phone), (ContactField.EMAIL, Identity.email)):
        held = lead.fields.get(kind) if lead else None
        if held and held.value and held.status is FieldStatus.CONFIRMED:
            found.append(make(held.value, verified_at=held.history[-1].at))
    return tuple(found)
