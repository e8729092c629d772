"""`POST /v1/realtime/calls/...`: as much of telephone calls as a WebSocket server can have."""

from aiohttp import web

from adapters.realtime_emulator.engine import Engine
from adapters.realtime_emulator.server.door import Door, key_of
from adapters.realtime_emulator.server.refusals import refusal, wrong_key


class CallRoutes:
    """Hanging up works; what needs WebRTC or SIP says that it is not here."""

    def __init__(self, engine: Engine, door: Door) -> None:
        self._engine = engine
        self._door = door

    async def hang_up(self, request: web.Request) -> web.Response:
        """Close the sockets that joined the call."""
        if not self._door.knows(key_of(request)):
            return wrong_key()
        for session in self._engine.live:
            if session.call_id == request.match_info["call_id"]:
                await session.hang_up(1000, "the call was hung up")
        return web.Response()

    async def not_here(self, request: web.Request) -> web.Response:
        """WebRTC and SIP are out of scope."""
        return refusal(501, "not_implemented", "WebRTC and SIP are not part of this server.")
