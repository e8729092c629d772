"""Agents sent to rooms, over LiveKit's server API."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from livekit import api

from adapters.livekit.credentials import LiveKitCredentials
from adapters.livekit.server_api import calling
from domain.errors import NotFoundError
from domain.ids import RoomName


@dataclass(frozen=True, slots=True)
class LiveKitDispatcher:
    """Asks for the agent called *agent_name*, the name our workers register under."""

    credentials: LiveKitCredentials
    agent_name: str
    timeout_s: float = 5.0

    async def dispatch(self, room: RoomName, *, metadata: Mapping[str, object]) -> str:
        """LiveKit's id of the dispatch; it creates the room if there is none."""
        request = api.CreateAgentDispatchRequest(
            agent_name=self.agent_name, room=room, metadata=json.dumps(dict(metadata))
        )
        async with calling(self.credentials, self.timeout_s) as livekit:
            created = await livekit.agent_dispatch.create_dispatch(request)
        return str(created.id)

    async def cancel(self, room: RoomName, reference: str) -> None:
        """Take the dispatch back; one that is gone already is fine."""
        with suppress(NotFoundError):
            async with calling(self.credentials, self.timeout_s) as livekit:
                await livekit.agent_dispatch.delete_dispatch(reference, room)
