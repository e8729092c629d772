"""A fake of Salesforce, written from its published API: tokens, leads, tasks, queries, errors.

It is no Salesforce: it understands the few forms of SOQL that we send, and it shows that our
requests have the published form and that we read the published answers.
"""

import re
from itertools import count
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

KEY = "Voice_Agent_Key__c"
_LEAD = {"FirstName", "LastName", "Email", "Phone", "MobilePhone", "Company", KEY}
_TASK = {
    "WhoId",
    "Subject",
    "TaskSubtype",
    "Status",
    "CallType",
    "CallDurationInSeconds",
    "ActivityDate",
    "Description",
}
_SOQL = re.compile(r"SELECT (.+) FROM (\w+) WHERE (.+) ORDER BY (.+) LIMIT (\d+)", re.DOTALL)
_EQUALS = re.compile(r"(\w+) = '((?:\\.|[^'\\])*)'")


class Salesforce:
    """One organisation."""

    def __init__(self) -> None:
        self.tokens: list[str] = []
        self.records: dict[str, dict[str, dict[str, Any]]] = {"Lead": {}, "Task": {}}
        self.answers: list[Response] = []
        self.says_ids_of_updates = True
        self._ids = count(1)

    @property
    def app(self) -> FastAPI:
        """The API."""
        app = FastAPI()
        app.middleware("http")(self._enter)
        app.post("/services/oauth2/token")(self._token)
        base = "/services/data/v62.0"
        app.get(f"{base}/query")(self._query)
        app.patch(f"{base}/sobjects/Lead/{{known}}")(self._patch)
        app.patch(f"{base}/sobjects/Lead/{{field}}/{{value}}")(self._upsert)
        app.post(f"{base}/sobjects/Task")(self._task)
        return app

    async def _enter(self, request: Request, go_on: Any) -> Any:
        is_data = request.url.path.startswith("/services/data")
        given = request.headers.get("authorization")
        if is_data and given != f"Bearer {self.tokens[-1] if self.tokens else ''}":
            return _error(401, "INVALID_SESSION_ID")
        if is_data and self.answers:
            return self.answers.pop(0)
        return await go_on(request)

    async def _token(self, request: Request) -> JSONResponse:
        body = (await request.body()).decode()
        if "grant_type=client_credentials" not in body or "client_secret=s3cret" not in body:
            return JSONResponse({"error": "invalid_client"}, 400)
        self.tokens.append(f"token-{len(self.tokens) + 1}")
        return JSONResponse({"access_token": self.tokens[-1], "token_type": "Bearer"})

    async def _query(self, q: str) -> JSONResponse:
        match = _SOQL.fullmatch(q)
        if match is None:
            return _error(400, "MALFORMED_QUERY")
        fields, kind, where, order, limit = match.groups()
        pairs = [(f, re.sub(r"\\(.)", r"\1", v)) for f, v in _EQUALS.findall(where)]
        either = any if " OR " in where else all
        found = [
            {"Id": one} | held
            for one, held in self.records[kind].items()
            if either(held.get(field) == value for field, value in pairs)
        ]
        if order.startswith("ActivityDate DESC"):
            found.sort(key=lambda one: (one["ActivityDate"], one["Id"]), reverse=True)
        wanted = [{f: one.get(f) for f in fields.split(", ")} for one in found]
        return JSONResponse({"done": True, "records": wanted[: int(limit)]})

    async def _patch(self, known: str, request: Request) -> Response:
        body = await request.json()
        if known not in self.records["Lead"]:
            return _error(404, "NOT_FOUND")
        if set(body) - _LEAD:
            return _error(400, "INVALID_FIELD")
        self.records["Lead"][known].update(body)
        return Response(status_code=204)

    async def _upsert(self, field: str, value: str, request: Request) -> Response:
        body = await request.json()
        leads = self.records["Lead"]
        same = [one for one, held in leads.items() if held.get(field) == value]
        if len(same) > 1:
            return JSONResponse([f"/services/data/v62.0/sobjects/Lead/{one}" for one in same], 300)
        if same:
            leads[same[0]].update(body)
            return self._updated(same[0])
        if set(body) - _LEAD or not body.get("LastName") or not body.get("Company"):
            return _error(400, "REQUIRED_FIELD_MISSING")
        known = f"00Q{next(self._ids):012d}"
        leads[known] = {field: value, **body}
        return JSONResponse({"id": known, "success": True, "created": True}, 201)

    def _updated(self, known: str) -> Response:
        if self.says_ids_of_updates:
            return JSONResponse({"id": known, "success": True, "created": False})
        return Response(status_code=204)

    async def _task(self, request: Request) -> Response:
        body = await request.json()
        if set(body) - _TASK:
            return _error(400, "INVALID_FIELD")
        known = f"00T{next(self._ids):012d}"
        self.records["Task"][known] = body
        return JSONResponse({"id": known, "success": True}, 201)


def _error(status: int, code: str) -> JSONResponse:
    return JSONResponse([{"errorCode": code, "message": "ada@example.org"}], status)
