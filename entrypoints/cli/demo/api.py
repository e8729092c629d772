"""The demo's use of our own HTTP API: as any backend would, over the network."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from entrypoints.cli.demo.failure import DemoFailedError


@dataclass(frozen=True, slots=True)
class Api:
    """Each method raises DemoFailedError when the service answers anything but success."""

    client: httpx.AsyncClient

    async def create_agent(self, config: Mapping[str, object]) -> Mapping[str, Any]:
        """A new agent that calls can be dispatched to at once."""
        return await self._answer("POST", "/api/agents", config)

    async def dispatch(self, body: Mapping[str, object]) -> Mapping[str, Any]:
        """Ask for an agent."""
        return await self._answer("POST", "/api/agents/dispatch", body)

    async def session(self, session_id: str) -> Mapping[str, Any]:
        """The session as it stands."""
        return await self._answer("GET", f"/api/sessions/{session_id}")

    async def turns(self, session_id: str) -> list[Mapping[str, Any]]:
        """What is stored of the conversation so far."""
        answer = await self._answer("GET", f"/api/sessions/{session_id}/transcript")
        turns: list[Mapping[str, Any]] = answer["turns"]
        return turns

    async def lead(self, session_id: str) -> Mapping[str, Any]:
        """What the caller told about themselves."""
        return await self._answer("GET", f"/api/sessions/{session_id}/lead")

    async def find_lead(self, session_id: str) -> Mapping[str, Any] | None:
        """The same, None when they told nothing."""
        response = await self._send("GET", f"/api/sessions/{session_id}/lead")
        if response.status_code == httpx.codes.NOT_FOUND:
            return None
        return _content(response)

    async def crm_entries(self, session_id: str) -> list[Mapping[str, Any]]:
        """The contacts in our own CRM that have a note on the session's call, and the notes."""
        contacts = await self._answer("GET", "/api/crm/contacts")
        entries: list[Mapping[str, Any]] = []
        for contact in contacts["items"]:
            calls = await self._answer("GET", f"/api/crm/contacts/{contact['id']}/calls")
            notes = [call for call in calls["items"] if call["sessionId"] == session_id]
            if notes:
                entries.append({**contact, "notes": notes})
        return entries

    async def _answer(
        self, method: str, path: str, body: Mapping[str, object] | None = None
    ) -> Mapping[str, Any]:
        return _content(await self._send(method, path, body))

    async def _send(
        self, method: str, path: str, body: Mapping[str, object] | None = None
    ) -> httpx.Response:
        try:
            return await self.client.request(method, path, json=body)
        except httpx.HTTPError as error:
            raise DemoFailedError(f"{method} {path}: {error!r}") from error


def _content(response: httpx.Response) -> Mapping[str, Any]:
    if not response.is_success:
        asked = f"{response.request.method} {response.request.url.path}"
        raise DemoFailedError(f"{asked}: {response.status_code} {response.text}")
    answer: Mapping[str, Any] = response.json()
    return answer
