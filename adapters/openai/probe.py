"""Whether the Realtime API lets us in."""

import aiohttp

from adapters.openai.endpoint import RealtimeEndpoint
from application.ports.health import HealthStatus, ProbeResult

_VENDOR = "https://api.openai.com/v1"


class RealtimeProbe:
    """Opens a session and closes it; a stand-in says what it is."""

    name = "realtime"

    def __init__(self, endpoint: RealtimeEndpoint) -> None:
        self._endpoint = endpoint

    async def check(self) -> ProbeResult:
        """Wait for the session's first event."""
        base_url = (self._endpoint.base_url or _VENDOR).rstrip("/")
        headers = {"Authorization": f"Bearer {self._endpoint.api_key}"}
        async with aiohttp.ClientSession(headers=headers) as client:
            url = f"{base_url}/realtime"
            async with client.ws_connect(url, params={"model": self._endpoint.model}) as socket:
                first = await socket.receive_json()
            detail = f"model {self._endpoint.model}"
            if self._endpoint.base_url:
                detail = await _described(client, base_url) or detail
        if first.get("type") != "session.created":
            code = (first.get("error") or {}).get("code", "an unexpected event")
            return ProbeResult(status=HealthStatus.UNHEALTHY, detail=f"session refused: {code}")
        return ProbeResult(status=HealthStatus.HEALTHY, detail=detail)


async def _described(client: aiohttp.ClientSession, base_url: str) -> str | None:
    async with client.get(base_url.removesuffix("/v1") + "/health") as answer:
        if answer.status != 200:
            return None
        about = await answer.json()
    if not about.get("simulated"):
        return None
    return f"local stand-in, not the real service; ears: {about['ears']}, mouth: {about['mouth']}"
