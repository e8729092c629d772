"""Whether LiveKit lets us in."""

from dataclasses import dataclass

from livekit import api

from adapters.livekit.credentials import LiveKitCredentials
from adapters.livekit.server_api import calling
from application.ports.health import HealthStatus, ProbeResult


@dataclass(frozen=True, slots=True)
class LiveKitProbe:
    """Lists the rooms: that takes a server, a key it knows, and the right to do it."""

    credentials: LiveKitCredentials
    timeout_s: float = 5.0
    name: str = "livekit"

    async def check(self) -> ProbeResult:
        """Raises UnavailableError or RejectedError when it does not."""
        async with calling(self.credentials, self.timeout_s) as livekit:
            answer = await livekit.room.list_rooms(api.ListRoomsRequest())
        return ProbeResult(status=HealthStatus.HEALTHY, detail=f"{len(answer.rooms)} rooms open")
