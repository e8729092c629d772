"""A fake of HubSpot, written from its published API: contacts, calls, associations, errors.

It is no HubSpot: it shows that our requests have the published form and that we read the published
answers. Searches see nothing that was written since `index()`, as HubSpot's lag behind its writes.
"""

from collections.abc import Mapping
from itertools import count
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

KEY = "voice_agent_key"
_WRITABLE = {"firstname", "lastname", "email", "phone", "mobilephone", "company", KEY}
_OF_CALLS = {
    "hs_timestamp",
    "hs_call_title",
    "hs_call_body",
    "hs_call_duration",
    "hs_call_direction",
    "hs_call_status",
}


class HubSpot:
    """One account."""

    token = "pat-test"

    def __init__(self) -> None:
        self.contacts: dict[str, dict[str, str]] = {}
        self.calls: dict[str, dict[str, Any]] = {}
        self.indexed: set[str] = set()
        self.answers: list[JSONResponse] = []
        self.requests: list[str] = []
        self._ids = count(101)

    def index(self) -> None:
        """Searches find everything that is there."""
        self.indexed = set(self.contacts)

    @property
    def app(self) -> FastAPI:
        """The API."""
        app = FastAPI()
        app.middleware("http")(self._enter)
        contacts = "/crm/v3/objects/contacts"
        app.post(f"{contacts}/search")(self._search)
        app.post(f"{contacts}/batch/upsert")(self._upsert)
        app.get(f"{contacts}/{{known}}")(self._get)
        app.patch(f"{contacts}/{{known}}")(self._patch)
        app.post("/crm/v3/objects/calls")(self._call)
        app.post("/crm/v3/objects/calls/batch/read")(self._read_calls)
        app.get("/crm/v4/objects/contacts/{known}/associations/calls")(self._calls_of)
        return app

    async def _enter(self, request: Request, go_on: Any) -> Any:
        self.requests.append(f"{request.method} {request.url.path}")
        if request.headers.get("authorization") != f"Bearer {self.token}":
            return _error(401, "INVALID_AUTHENTICATION")
        if self.answers:
            return self.answers.pop(0)
        return await go_on(request)

    async def _get(self, known: str, request: Request) -> JSONResponse:
        by = request.query_params.get("idProperty")
        for contact_id, held in self.contacts.items():
            if (held.get(by) if by else contact_id) == known:
                wanted = request.query_params["properties"].split(",")
                return _contact(contact_id, held, wanted)
        return _error(404, "OBJECT_NOT_FOUND")

    async def _search(self, request: Request) -> JSONResponse:
        query = await request.json()
        found = [
            {"id": one, "properties": _shown(held, query["properties"])}
            for one, held in self.contacts.items()
            if one in self.indexed
            and any(
                all(held.get(f["propertyName"]) == f["value"] for f in group["filters"])
                for group in query["filterGroups"]
            )
        ]
        return JSONResponse({"total": len(found), "results": found[: query["limit"]]})

    async def _patch(self, known: str, request: Request) -> JSONResponse:
        properties = (await request.json())["properties"]
        if known not in self.contacts:
            return _error(404, "OBJECT_NOT_FOUND")
        if refused := self._refusal(known, properties):
            return refused
        self.contacts[known].update(properties)
        return _contact(known, self.contacts[known], _WRITABLE)

    async def _upsert(self, request: Request) -> JSONResponse:
        results, errors = [], []
        for one in (await request.json())["inputs"]:
            by = one["idProperty"]
            known = next((i for i, c in self.contacts.items() if c.get(by) == one["id"]), None)
            if self._refusal(known, one["properties"]):
                errors.append({"status": "error", "category": "CONFLICT", "message": "exists"})
                continue
            is_new = known is None
            known = known or str(next(self._ids))
            self.contacts.setdefault(known, {}).update(one["properties"])
            results.append({"id": known, "properties": self.contacts[known], "new": is_new})
        body = {"status": "COMPLETE", "results": results}
        return JSONResponse(body | ({"errors": errors} if errors else {}), 207 if errors else 200)

    async def _call(self, request: Request) -> JSONResponse:
        call = await request.json()
        (link,) = call["associations"]
        (kind,) = link["types"]
        is_right = kind == {"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 194}
        if set(call["properties"]) - _OF_CALLS or not is_right:
            return _error(400, "VALIDATION_ERROR")
        call_id = str(next(self._ids))
        self.calls[call_id] = {"contact": link["to"]["id"], **call["properties"]}
        return JSONResponse({"id": call_id, "properties": call["properties"]}, 201)

    async def _calls_of(self, known: str) -> JSONResponse:
        ids = [one for one, call in self.calls.items() if call["contact"] == known]
        return JSONResponse({"results": [{"toObjectId": int(one)} for one in ids]})

    async def _read_calls(self, request: Request) -> JSONResponse:
        query = await request.json()
        results = [
            {"id": one["id"], "properties": _shown(self.calls[one["id"]], query["properties"])}
            for one in query["inputs"]
        ]
        return JSONResponse({"status": "COMPLETE", "results": results})

    def _refusal(self, known: str | None, properties: Mapping[str, str]) -> JSONResponse | None:
        if set(properties) - _WRITABLE:
            return _error(400, "VALIDATION_ERROR")
        email = properties.get("email")
        taken = [one for one, held in self.contacts.items() if email and held.get("email") == email]
        return _error(409, "CONFLICT") if taken and taken != [known] else None


def _shown(held: Mapping[str, Any], wanted: Any) -> dict[str, Any]:
    return {name: held.get(name) for name in wanted}


def _contact(contact_id: str, held: Mapping[str, str], wanted: Any) -> JSONResponse:
    return JSONResponse({"id": contact_id, "properties": _shown(held, wanted)})


def _error(status: int, category: str) -> JSONResponse:
    body = {"status": "error", "category": category, "message": "ada@example.org", "errors": []}
    return JSONResponse(body, status)
