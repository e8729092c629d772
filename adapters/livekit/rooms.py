"""Rooms, over LiveKit's server API."""

from contextlib import suppress
from dataclasses import dataclass

from livekit import api

from adapters.livekit.credentials import LiveKitCredentials
from adapters.livekit.server_api import calling
from domain.errors import NotFoundError
from domain.ids import RoomName


@dataclass(frozen=True, slots=True)
class LiveKitRooms:
    """Rooms by name."""

    credentials: LiveKitCredentials
    timeout_s: float = 5.0

    async def delete(self, room: RoomName) -> None:
        """End the room for everybody; one that is gone already is fine."""
        with suppress(NotFoundError):
            async with calling(self.credentials, self.timeout_s) as livekit:
                await livekit.room.delete_room(api.DeleteRoomRequest(room=room))
