"""Sockets: one session each."""

from collections.abc import Mapping

from aiohttp import web
from loguru import logger

from adapters.realtime_emulator.engine import Engine
from adapters.realtime_emulator.ports import Visit, WireProtocol
from adapters.realtime_emulator.server.door import Door, key_of
from adapters.realtime_emulator.server.socket import AiohttpSocket


class Sessions:
    """Hands each client that may enter to the protocol of its route."""

    def __init__(self, engine: Engine, door: Door, protocol: WireProtocol) -> None:
        self._engine = engine
        self._door = door
        self._protocol = protocol
        self._count = 0

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Refuse with an HTTP error, or serve the session to its end."""
        refused = self._door.refuse(request)
        if refused is not None:
            return refused
        self._count += 1
        visit = Visit(
            number=self._count, query=dict(request.query), preset=self._preset(key_of(request))
        )
        socket = AiohttpSocket(request, message_bytes=self._engine.limits.message_bytes)
        await socket.open()
        logger.info("session {} opened (stand-in, ears: {})", visit.number, self._engine.ears.name)
        await self._protocol.serve(socket, visit)
        logger.info("session {} closed", visit.number)
        return socket.response

    def _preset(self, key: str) -> Mapping[str, object]:
        return self._door.secrets.preset(key) or {}
