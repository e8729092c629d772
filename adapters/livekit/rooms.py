"""Rooms, and agents sent to them, over LiveKit's server API."""

import json
from collections.abc import Mapping
from contextlib import suppress

from livekit import api

from adapters.livekit.server_api import LiveKitServerApi
from application.ports.health import HealthStatus, ProbeResult
from domain.errors import NotFoundError, RejectedError
from domain.ids import RoomName

_BY_TELEPHONE = api.ParticipantInfo.Kind.SIP
_RINGS_FOR_S = 25


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

    async def transfer(self, room: RoomName, address: str) -> None:
        """Send the caller's telephone there (SIP REFER)."""
        async with self._server.calling() as livekit:
            listed = await livekit.room.list_participants(api.ListParticipantsRequest(room=room))
            phones = [one.identity for one in listed.participants if one.kind == _BY_TELEPHONE]
            if not phones:
                raise RejectedError(
                    "nobody on this call came by telephone: it cannot be put through"
                )
            request = api.TransferSIPParticipantRequest(
                room_name=room, participant_identity=phones[0], transfer_to=address
            )
            request.ringing_timeout.seconds = _RINGS_FOR_S
            answer = await livekit.sip.transfer_sip_participant(request)
        if answer.status == api.SIPTransferStatus.STS_TRANSFER_FAILED:
            raise RejectedError("the other side did not take the call")


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
