"""HubSpot, by its CRM API."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
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
from domain.crm import ContactKeys, Details
from domain.errors import RejectedError, UnavailableError

_CONTACTS = "/crm/v3/objects/contacts"
_CALLS = "/crm/v3/objects/calls"
_FIELDS = FieldNames(
    first="firstname", last="lastname", email="email", phone="phone", company="company"
)
_CALL_TO_CONTACT = 194
_MOST_CALLS = 100
_PASSING = frozenset({"CONFLICT", "RATE_LIMITS", "OBJECT_ALREADY_EXISTS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HubSpotCrm:
    """Contacts and calls of one account.

    *key_property* is a contact property of the account's own with unique values: new contacts are
    upserted by it, since HubSpot's searches lag behind its writes and no request of it has an
    idempotency key. Calls are told apart by their titles.
    """

    http: CrmHttp
    key_property: str = "voice_agent_key"

    @property
    def capabilities(self) -> CrmCapabilities:
        """Its limits are for seconds, not for whole days."""
        return CrmCapabilities(name="hubspot", fast=True, history=True)

    async def find_contact(self, keys: ContactKeys) -> CrmContact | None:
        """By e-mail address and by our own key at once, by number as far as it is indexed."""
        found: dict[str, Json] = {}
        if keys.email:
            found |= await self._got(keys.email, "email")
        if keys.phone:
            found |= await self._got(ContactKeys(phone=keys.phone).mark, self.key_property)
            found |= await self._searched(keys.phone)
        if len(found) > 1:
            raise AmbiguousContactError("several HubSpot contacts have those keys")
        return next(
            (CrmContact(id=one, details=_FIELDS.read(held)) for one, held in found.items()), None
        )

    async def upsert_contact(
        self, keys: ContactKeys, patch: Details, *, contact_id: str | None, idempotency_key: str
    ) -> str:
        """Raises UnavailableError where somebody was faster: the next attempt finds who it is."""
        properties = _FIELDS.written(patch)
        if contact_id is not None:
            path = f"{_CONTACTS}/{quote(contact_id, safe='')}"
            response = await self.http.send("PATCH", path, json={"properties": properties})
            if response.status_code == HTTPStatus.CONFLICT:
                raise AmbiguousContactError("another HubSpot contact has that e-mail address")
            return str(self.http.read(response)["id"])
        one = {
            "idProperty": self.key_property,
            "id": keys.mark,
            "properties": properties | {self.key_property: keys.mark},
            "objectWriteTraceId": idempotency_key,
        }
        return await self._upserted(one)

    async def log_call(self, contact_id: str, note: CallNote, *, idempotency_key: str) -> None:
        """Looked for among the contact's calls first."""
        title = subject_of(note)
        if any(call.get("hs_call_title") == title for call in await self._calls(contact_id)):
            return
        kind = {"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": _CALL_TO_CONTACT}
        call = {
            "properties": {
                "hs_timestamp": note.at.isoformat(),
                "hs_call_title": title,
                # HubSpot shows it as HTML, and it holds what callers said.
                "hs_call_body": html.escape(text_of(note), quote=False),
                "hs_call_duration": str(round(note.duration_s * 1000)),
                "hs_call_direction": "INBOUND",
                "hs_call_status": "COMPLETED",
            },
            "associations": [{"to": {"id": contact_id}, "types": [kind]}],
        }
        self.http.taken(await self.http.send("POST", _CALLS, json=call))

    async def history(self, contact_id: str, *, limit: int) -> Sequence[PastCall]:
        """Of the calls that HubSpot names first, at most 100."""
        calls = [
            PastCall(
                at=datetime.fromisoformat(str(call["hs_timestamp"])),
                summary=html.unescape(str(call.get("hs_call_body") or "")),
            )
            for call in await self._calls(contact_id)
        ]
        return sorted(calls, key=lambda one: one.at, reverse=True)[:limit]

    async def _got(self, value: str, by: str) -> dict[str, Json]:
        params = {"idProperty": by, "properties": ",".join(_FIELDS.all)}
        path = f"{_CONTACTS}/{quote(value, safe='')}"
        response = await self.http.send("GET", path, params=params)
        if response.status_code == HTTPStatus.NOT_FOUND:
            return {}
        body = self.http.read(response)
        return {str(body["id"]): body["properties"]}

    async def _searched(self, phone: str) -> dict[str, Json]:
        groups = [
            {"filters": [{"propertyName": name, "operator": "EQ", "value": phone}]}
            for name in ("phone", "mobilephone")
        ]
        query = {"filterGroups": groups, "properties": list(_FIELDS.all), "limit": 2}
        body = self.http.read(await self.http.send("POST", f"{_CONTACTS}/search", json=query))
        return {str(one["id"]): one["properties"] for one in body["results"]}

    async def _upserted(self, one: Mapping[str, object]) -> str:
        sent = {"inputs": [one]}
        body = self.http.read(await self.http.send("POST", f"{_CONTACTS}/batch/upsert", json=sent))
        # 207: it took the request, and perhaps nothing that was in it.
        errors = {str(error.get("category")) for error in body.get("errors", ())}
        if errors & _PASSING:
            raise UnavailableError("hubspot has somebody by those keys by now")
        if errors or not body.get("results"):
            raise RejectedError("hubspot refused the contact")
        return str(body["results"][0]["id"])

    async def _calls(self, contact_id: str) -> list[Mapping[str, Any]]:
        path = f"/crm/v4/objects/contacts/{quote(contact_id, safe='')}/associations/calls"
        links = self.http.read(await self.http.send("GET", path, params={"limit": "500"}))
        ids = [{"id": str(one["toObjectId"])} for one in links["results"]][:_MOST_CALLS]
        if not ids:
            return []
        wanted = ["hs_call_title", "hs_call_body", "hs_timestamp"]
        body = self.http.read(
            await self.http.send(
                "POST", f"{_CALLS}/batch/read", json={"inputs": ids, "properties": wanted}
            )
        )
        return [one["properties"] for one in body["results"]]
