"""Contacts and leads as files."""

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from domain.contact import Contact
from entrypoints.http.access import READ
from entrypoints.http.contact_dependencies import ExportsDep
from entrypoints.http.downloads import Row, csv_writer, described, download, json_writer
from entrypoints.http.schemas.exports import (
    CONTACT_COLUMNS,
    LEAD_COLUMNS,
    contact_json,
    contact_row,
    lead_row,
)

router = APIRouter()
_CSV = described("text/csv")
_MEMORY = {"$ref": "#/components/schemas/ContactMemoryOut"}
_JSON = described(
    "application/json",
    {
        "type": "object",
        "required": ["items"],
        "properties": {"items": {"type": "array", "items": _MEMORY}},
    },
)


@router.get(
    "/contacts/export.csv",
    dependencies=[READ],
    tags=["contacts"],
    response_class=StreamingResponse,
    responses={**_CSV},
)
async def export_contacts_as_csv(exports: ExportsDep) -> StreamingResponse:
    """Every contact on a line: what they are known by, name, company, language."""
    now = exports.now()

    def row(contact: Contact) -> Row:
        return contact_row(contact, now)

    return await download("contacts.csv", exports.contacts(), csv_writer(CONTACT_COLUMNS, row))


@router.get(
    "/contacts/export.json",
    dependencies=[READ],
    tags=["contacts"],
    response_class=StreamingResponse,
    responses={**_JSON},
)
async def export_contacts_as_json(exports: ExportsDep) -> StreamingResponse:
    """All that is kept of every contact, as `GET /api/contacts/{contactId}/memory` shows it."""
    return await download("contacts.json", exports.memories(), json_writer(contact_json))


@router.get(
    "/leads/export.csv",
    dependencies=[READ],
    tags=["leads"],
    response_class=StreamingResponse,
    responses={**_CSV},
)
async def export_leads(exports: ExportsDep) -> StreamingResponse:
    """Every lead on a line: each value with its status, the session, first and last time."""
    return await download("leads.csv", exports.leads(), csv_writer(LEAD_COLUMNS, lead_row))
