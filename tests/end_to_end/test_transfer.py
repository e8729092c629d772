"""Putting a caller through, as far as it goes without a telephone exchange."""

from datetime import timedelta

import pytest
from livekit import rtc

from adapters.livekit.credentials import LiveKitCredentials
from adapters.livekit.rooms import LiveKitRooms
from adapters.livekit.server_api import LiveKitServerApi
from adapters.livekit.tokens import LiveKitTokens
from application.ports.rooms import JoinGrant
from domain.errors import RejectedError
from domain.ids import ParticipantIdentity, RoomName
from tests.end_to_end.stage import Stage

pytestmark = [pytest.mark.livekit, pytest.mark.asyncio(loop_scope="session")]


async def test_a_caller_in_a_browser_cannot_be_put_through(stage: Stage) -> None:
    settings = stage.settings
    assert settings.livekit_url
    assert settings.livekit_api_key
    assert settings.livekit_api_secret
    credentials = LiveKitCredentials(
        url=settings.livekit_url,
        api_key=settings.livekit_api_key,
        api_secret=settings.livekit_api_secret.get_secret_value(),
    )
    name = RoomName("transfer")
    grant = JoinGrant(
        room=name, identity=ParticipantIdentity("anna"), valid_for=timedelta(minutes=1)
    )
    server, room = LiveKitServerApi(credentials), rtc.Room()
    await room.connect(settings.livekit_url, LiveKitTokens(credentials).issue(grant))
    try:
        with pytest.raises(RejectedError, match="nobody on this call came by telephone"):
            await LiveKitRooms(server).transfer(name, "tel:+4315550134")
    finally:
        await room.disconnect()
        await server.aclose()
