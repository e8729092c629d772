"""BottleCRM (`django-crm`), by its REST API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from adapters.crm.fields import FieldNames, subject_of, text_of
from adapters.crm.http import CrmHttp, Json
from application.ports.crm import (
    AmbiguousContactError,
    CallNote,
    CrmCapabilities,
    CrmContact,
    PastCall,
)
from domain.contact_details import ContactField
from domain.crm import ContactKeys, Details, is_same
from domain.errors import UnavailableError

_CONTACTS = "/api/contacts/"
_CALLS = "/api/interactions/"
_BLANK = "(unknown)"
_FIELDS = FieldNames(
    first="first_name",
    last="last_name",
    email="email",
    phone="phone",
    company="organization",
    blank=_BLANK,
)
_MOST = 200
_LONGEST_BODY = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BottleCrm:
    """Contacts and their timelines in one organisation, by a personal access token.

    An e-mail address is one contact's there, a number may be several's: both are looked for first.
    Calls are told apart by their subjects.
    """

    http: CrmHttp

    @property
    def capabilities(self) -> CrmCapabilities:
        """A server of one's own."""
        return CrmCapabilities(name="bottlecrm", fast=True, history=True)

    async def find_contact(self, keys: ContactKeys) -> CrmContact | None:
        """By e-mail address, and by number however it is written there."""
        found: dict[str, Json] = {}
        if keys.email:
            found |= await self._listed({"email": keys.email}, ContactField.EMAIL, keys.email)
        if keys.phone:
            # The list knows numbers as they were typed: those that end alike are compared here.
            ending = {"phone": keys.phone[-4:], "limit": str(_MOST)}
            found |= await self._listed(ending, ContactField.PHONE, keys.phone)
        if len(found) > 1:
            raise AmbiguousContactError("several BottleCRM contacts have those keys")
        return next((CrmContact(id=one, details=_read(held)) for one, held in found.items()), None)

    async def upsert_contact(
        self, keys: ContactKeys, patch: Details, *, contact_id: str | None, idempotency_key: str
    ) -> str:
        """Looked for once more before it is made: no request has an idempotency key."""
        body = _FIELDS.written(patch)
        if contact_id is None:
            found = await self.find_contact(keys)
            contact_id = found.id if found else None
        if contact_id is not None:
            path = f"{_CONTACTS}{quote(contact_id, safe='')}/"
            self.http.taken(await self.http.send("PATCH", path, json=body))
            return contact_id
        required = {_FIELDS.first: _BLANK, _FIELDS.last: _BLANK}
        response = await self.http.send("POST", _CONTACTS, json=required | body)
        if response.status_code == HTTPStatus.BAD_REQUEST and await self.find_contact(keys):
            raise UnavailableError("bottlecrm has somebody by those keys by now")
        return str(self.http.read(response)["id"])

    async def log_call(self, contact_id: str, note: CallNote, *, idempotency_key: str) -> None:
        """Looked for on the contact's timeline first."""
        subject = subject_of(note)
        if any(one.get("subject") == subject for one in await self._timeline(contact_id)):
            return
        call = {
            "contact": contact_id,
            "kind": "call",
            "direction": "inbound",
            "occurred_at": note.at.isoformat(),
            "duration_seconds": round(note.duration_s),
            "subject": subject,
            "body": text_of(note)[:_LONGEST_BODY],
        }
        self.http.taken(await self.http.send("POST", _CALLS, json=call))

    async def history(self, contact_id: str, *, limit: int) -> Sequence[PastCall]:
        """Of the newest entries of the timeline, the calls."""
        calls = [
            PastCall(
                at=datetime.fromisoformat(str(one["occurred_at"])).astimezone(UTC),
                summary=str(one.get("body") or one.get("subject") or ""),
            )
            for one in await self._timeline(contact_id)
            if one.get("kind") == "call"
        ]
        return calls[:limit]

    async def _listed(
        self, params: Mapping[str, str], field: ContactField, value: str
    ) -> dict[str, Json]:
        body = self.http.read(await self.http.send("GET", _CONTACTS, params=params))
        return {
            str(one["id"]): one
            for one in body["results"]
            if is_same(field, _read(one).get(field, ""), value)
        }

    async def _timeline(self, contact_id: str) -> Sequence[Mapping[str, Any]]:
        params = {"contact": contact_id, "limit": str(_MOST)}
        body = self.http.read(await self.http.send("GET", _CALLS, params=params))
        entries: Sequence[Mapping[str, Any]] = body["interactions"]
        return entries


def _read(held: Json) -> Details:
    return _FIELDS.read({**held, "phone": held.get("phone_e164") or held.get("phone")})
