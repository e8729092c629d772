"""Rooms, and agents sent to them, over LiveKit's server API."""

import json
from collections.abc import Mapping
from contextlib import suppress

from livekit import api

from adapters.livekit.server_api import LiveKitServerApi
from application.ports.health import HealthStatus, ProbeResult
from domain.errors import NotFoundError
from domain.ids import RoomName


class LiveKitDispatcher:
    """Asks for the agent called *agent_name*, the name our workers register under."""

    def __init__(self, server: LiveKitServerApi, *, agent_name: str) -> None:
        self._server = server
        self._agent_name = agent_name

    async def dispatch(self, room: RoomName, *, metadata: Mapping[str, object]) -> str:
        """LiveKit's id of the dispatch; it created the room if there was none."""
        request = api.CreateAgentDispatchRequest(
            agent_name=self._agent_name, room=room, metadata=json.dumps(dict(metadata))
        )
        async with self._server.calling() as livekit:
            created = await livekit.agent_dispatch.create_dispatch(request)
        return str(created.id)

    async def cancel(self, room: RoomName, reference: str) -> None:
        """Take the dispatch back; one that is gone already is fine."""
        with suppress(NotFoundError):
            async with self._server.calling() as livekit:
                await livekit.agent_dispatch.delete_dispatch(reference, room)


class LiveKitRooms:
    """Rooms by name."""

    def __init__(self, server: LiveKitServerApi) -> None:
        self._server = server

    async def delete(self, room: RoomName) -> None:
        """End the room for everybody; one that is gone already is fine."""
        with suppress(NotFoundError):
            async with self._server.calling() as livekit:
                await livekit.room.delete_room(api.DeleteRoomRequest(room=room))


class LiveKitProbe:
    """Looks whether LiveKit answers us."""

    name = "livekit"

    def __init__(self, server: LiveKitServerApi) -> None:
        self._server = server

    async def check(self) -> ProbeResult:
        """List the rooms: that takes a server, a key it knows and the right to do it."""
        async with self._server.calling() as livekit:
            answer = await livekit.room.list_rooms(api.ListRoomsRequest())
        return ProbeResult(status=HealthStatus.HEALTHY, detail=f"{len(answer.rooms)} rooms open")
