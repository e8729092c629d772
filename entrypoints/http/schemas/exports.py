"""Rows of the files that are taken elsewhere."""

from datetime import datetime

from application.contact_queries import ContactMemory
from domain.consent import ConsentKind
from domain.contact import Contact, IdentityKind
from domain.contact_details import ContactField
from domain.lead import Lead
from domain.memory.fact import Predicate
from entrypoints.http.downloads import Row
from entrypoints.http.schemas.contacts import ContactMemoryOut

CONTACT_COLUMNS = (
    "contactId",
    "name",
    "emails",
    "phones",
    "company",
    "language",
    "userIds",
    "doNotCall",
    "doNotCallSince",
    "memory",
    "marketing",
    "recording",
    "doNotRemember",
    "createdAt",
    "updatedAt",
)
"""Of several addresses each is told, with a space between them."""

_LEAD_FIELDS = (ContactField.NAME, ContactField.EMAIL, ContactField.PHONE, ContactField.COMPANY)

LEAD_COLUMNS = (
    "leadId",
    "sessionId",
    *(column for one in _LEAD_FIELDS for column in (one.value, f"{one.value}Status")),
    "isConfirmed",
    "firstNotedAt",
    "updatedAt",
)


def contact_row(contact: Contact, now: datetime) -> Row:
    """A contact under `CONTACT_COLUMNS`, as it is at *now*."""
    return (
        contact.id,
        _current(contact, Predicate.NAME, now),
        _known_by(contact, IdentityKind.EMAIL),
        _known_by(contact, IdentityKind.PHONE),
        _current(contact, Predicate.COMPANY, now),
        _current(contact, Predicate.LANGUAGE, now),
        _known_by(contact, IdentityKind.USER),
        contact.do_not_call is not None,
        contact.do_not_call.at if contact.do_not_call else None,
        _answer(contact, ConsentKind.MEMORY),
        _answer(contact, ConsentKind.MARKETING),
        _answer(contact, ConsentKind.RECORDING),
        contact.do_not_remember,
        contact.created_at,
        contact.updated_at,
    )


def contact_json(memory: ContactMemory) -> str:
    """A contact with its facts and calls."""
    return ContactMemoryOut.of(memory).model_dump_json(by_alias=True)


def lead_row(lead: Lead) -> Row:
    """A lead under `LEAD_COLUMNS`."""
    times = [entry.at for field in lead.fields.values() for entry in field.history]
    cells: list[str | None] = []
    for name in _LEAD_FIELDS:
        held = lead.fields.get(name)
        cells += [held.value, held.status.value] if held else [None, None]
    return (
        lead.id,
        lead.session_id,
        *cells,
        lead.is_confirmed,
        min(times, default=None),
        max(times, default=None),
    )


def _current(contact: Contact, predicate: Predicate, now: datetime) -> str | None:
    held = contact.current(predicate, now)
    return held.value if held else None


def _answer(contact: Contact, kind: ConsentKind) -> str | None:
    said = contact.consent(kind)
    return said.answer.value if said else None


def _known_by(contact: Contact, kind: IdentityKind) -> str:
    return " ".join(one.value for one in contact.identities if one.kind is kind)
