"""Salesforce, by its REST API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from adapters.crm.fields import FieldNames, subject_of, text_of
from adapters.crm.http import CrmHttp
from adapters.crm.salesforce_session import SalesforceSession
from application.ports.crm import (
    AmbiguousContactError,
    CallNote,
    CrmCapabilities,
    CrmContact,
    PastCall,
)
from domain.crm import ContactKeys, Details

_API = "/services/data/v62.0"
_BLANK = "[not provided]"
_FIELDS = FieldNames(
    first="FirstName",
    last="LastName",
    email="Email",
    phone="Phone",
    company="Company",
    blank=_BLANK,
)
_MOST_CALLS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesforceCrm:
    """Leads and tasks of one organisation.

    *key_field* is a field of leads of the organisation's own, marked External ID and Unique: new
    leads are upserted by it. Salesforce requires a last name and a company; where none is known it
    says `[not provided]`. Calls are told apart by the subjects of their tasks.
    """

    http: CrmHttp
    session: SalesforceSession
    key_field: str = "Voice_Agent_Key__c"

    @property
    def capabilities(self) -> CrmCapabilities:
        """Requests are counted by the day: not one for every field that a caller confirms."""
        return CrmCapabilities(name="salesforce", fast=False, history=True)

    async def find_contact(self, keys: ContactKeys) -> CrmContact | None:
        """Leads that were not converted, by e-mail address or by either number."""
        ways = [f"Email = {_quoted(keys.email)}"] if keys.email else []
        if keys.phone:
            number = _quoted(keys.phone)
            ways += [f"Phone = {number}", f"MobilePhone = {number}"]
            mark = ContactKeys(phone=keys.phone).mark
            ways.append(f"{self.key_field} = {_quoted(mark)}")
        where = f"IsConverted = false AND ({' OR '.join(ways)})"
        found = await self._query("Lead", ("Id", *_FIELDS.all), where, most=2)
        if len(found) > 1:
            raise AmbiguousContactError("several Salesforce leads have those keys")
        return next(
            (CrmContact(id=str(one["Id"]), details=_FIELDS.read(one)) for one in found), None
        )

    async def upsert_contact(
        self, keys: ContactKeys, patch: Details, *, contact_id: str | None, idempotency_key: str
    ) -> str:
        """Raises AmbiguousContactError where several leads have the key."""
        body = _FIELDS.written(patch)
        if contact_id is not None:
            path = f"{_API}/sobjects/Lead/{quote(contact_id, safe='')}"
            self.http.taken(await self._send("PATCH", path, json=body))
            return contact_id
        required = {_FIELDS.last: _BLANK, _FIELDS.company: _BLANK}
        path = f"{_API}/sobjects/Lead/{self.key_field}/{keys.mark}"
        response = await self._send("PATCH", path, json=required | body)
        if response.status_code == HTTPStatus.MULTIPLE_CHOICES:
            raise AmbiguousContactError("several Salesforce leads have that key")
        answered = self.http.read(response)
        if "id" in answered:
            return str(answered["id"])
        # An update may say nothing at all.
        where = f"{self.key_field} = {_quoted(keys.mark)}"
        (one, *_) = await self._query("Lead", ("Id",), where, most=1)
        return str(one["Id"])

    async def log_call(self, contact_id: str, note: CallNote, *, idempotency_key: str) -> None:
        """Looked for among the lead's tasks first."""
        subject, who = subject_of(note), _quoted(contact_id)
        same = f"WhoId = {who} AND Subject = {_quoted(subject)}"
        if await self._query("Task", ("Id",), same, most=1):
            return
        task = {
            "WhoId": contact_id,
            "Subject": subject,
            "TaskSubtype": "Call",
            "Status": "Completed",
            "CallType": "Inbound",
            "CallDurationInSeconds": round(note.duration_s),
            # The one date that is ours to say; its time of day is in the text.
            "ActivityDate": note.at.astimezone(UTC).date().isoformat(),
            "Description": f"{note.at.astimezone(UTC).isoformat()}\n{text_of(note)}",
        }
        self.http.taken(await self._send("POST", f"{_API}/sobjects/Task", json=task))

    async def history(self, contact_id: str, *, limit: int) -> Sequence[PastCall]:
        """Calls of our own and of others."""
        found = await self._query(
            "Task",
            ("Description", "Subject", "ActivityDate"),
            f"WhoId = {_quoted(contact_id)} AND TaskSubtype = 'Call'",
            most=_MOST_CALLS,
            order="ActivityDate DESC, CreatedDate DESC",
        )
        calls = [_past(one) for one in found]
        return sorted(calls, key=lambda one: one.at, reverse=True)[:limit]

    async def _query(
        self, kind: str, fields: Sequence[str], where: str, *, most: int, order: str = "Id"
    ) -> Sequence[Mapping[str, Any]]:
        parts = ("SELECT", ", ".join(fields), "FROM", kind, "WHERE", where)
        soql = " ".join((*parts, "ORDER BY", order, "LIMIT", str(most)))
        response = await self._send("GET", f"{_API}/query", params={"q": soql})
        records: Sequence[Mapping[str, Any]] = self.http.read(response)["records"]
        return records

    async def _send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: object = None,
    ) -> httpx.Response:
        """With the token at hand; when that is refused, once more with a new one."""
        token = await self.session.token()
        response = await self._sent(method, path, token, params, json)
        if response.status_code == HTTPStatus.UNAUTHORIZED:
            token = await self.session.token(instead_of=token)
            response = await self._sent(method, path, token, params, json)
        return response

    async def _sent(
        self, method: str, path: str, token: str, params: Mapping[str, str] | None, json: object
    ) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}"}
        return await self.http.send(method, path, params=params, json=json, headers=headers)


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _past(task: Mapping[str, Any]) -> PastCall:
    first, _, rest = str(task.get("Description") or "").partition("\n")
    try:
        return PastCall(at=datetime.fromisoformat(first).astimezone(UTC), summary=rest)
    except ValueError:
        day = datetime.fromisoformat(str(task["ActivityDate"])).replace(tzinfo=UTC)
        words = task.get("Description") or task.get("Subject") or ""
        return PastCall(at=day + timedelta(hours=12), summary=str(words))
