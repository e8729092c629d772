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

    async def _answer(
        self, method: str, path: str, body: Mapping[str, object] | None = None
    ) -> Mapping[str, Any]:
        try:
            response = await self.client.request(method, path, json=body)
        except httpx.HTTPError as error:
            raise DemoFailedError(f"{method} {path}: {error!r}") from error
        if not response.is_success:
            raise DemoFailedError(f"{method} {path}: {response.status_code} {response.text}")
        answer: Mapping[str, Any] = response.json()
        return answer
