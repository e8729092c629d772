"""A caller who came by telephone is put through: what LiveKit's server is sent for it."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from livekit import api

from adapters.livekit.credentials import LiveKitCredentials
from adapters.livekit.rooms import LiveKitRooms
from adapters.livekit.server_api import LiveKitServerApi
from domain.errors import RejectedError
from domain.ids import RoomName

TO = "tel:+4315550134"
PROTOBUF = "application/protobuf"


class RoomServer:
    """LiveKit's server API as far as a transfer needs it; one phone and one browser are there."""

    def __init__(self) -> None:
        self.transfers: list[api.TransferSIPParticipantRequest] = []
        self.status = api.SIPTransferStatus.STS_TRANSFER_SUCCESSFUL

    async def participants(self, request: web.Request) -> web.Response:
        kinds = api.ParticipantInfo.Kind
        answer = api.ListParticipantsResponse(
            participants=[
                api.ParticipantInfo(identity="anna", kind=kinds.STANDARD),
                api.ParticipantInfo(identity="sip_1", kind=kinds.SIP),
            ]
        )
        return web.Response(body=answer.SerializeToString(), content_type=PROTOBUF)

    async def transfer(self, request: web.Request) -> web.Response:
        self.transfers.append(api.TransferSIPParticipantRequest.FromString(await request.read()))
        answer = api.TransferSIPParticipantResponse(status=self.status)
        return web.Response(body=answer.SerializeToString(), content_type=PROTOBUF)


@pytest.fixture
def server() -> RoomServer:
    return RoomServer()


@pytest.fixture
async def rooms(server: RoomServer) -> AsyncIterator[LiveKitRooms]:
    app = web.Application()
    app.router.add_post("/twirp/livekit.RoomService/ListParticipants", server.participants)
    app.router.add_post("/twirp/livekit.SIP/TransferSIPParticipant", server.transfer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    credentials = LiveKitCredentials(
        url=f"ws://{host}:{port}", api_key="key", api_secret="secret-of-32-characters-or-more!"
    )
    livekit = LiveKitServerApi(credentials)
    try:
        yield LiveKitRooms(livekit)
    finally:
        await livekit.aclose()
        await runner.cleanup()


async def test_the_telephone_in_the_room_is_sent_to_the_address(
    rooms: LiveKitRooms, server: RoomServer
) -> None:
    await rooms.transfer(RoomName("room"), TO)
    (sent,) = server.transfers
    assert (sent.room_name, sent.participant_identity, sent.transfer_to) == ("room", "sip_1", TO)
    assert sent.ringing_timeout.seconds > 0


async def test_a_telephone_that_was_not_taken_over_is_told_of(
    rooms: LiveKitRooms, server: RoomServer
) -> None:
    server.status = api.SIPTransferStatus.STS_TRANSFER_FAILED
    with pytest.raises(RejectedError, match="did not take the call"):
        await rooms.transfer(RoomName("room"), TO)
