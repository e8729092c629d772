"""The socket of a speech connection, without what its server should not have sent."""

import json
from collections import OrderedDict

import aiohttp
from loguru import logger

_REMEMBERED = 500


class SteadySocket:
    """Brings each event once, and only events: the framework falls over anything else.

    A message that is no event would end the session for good, and an event that came twice (its
    server, or something in between, sent it again) would leave the agent without a voice.
    """

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._seen: OrderedDict[str, int] = OrderedDict()

    async def receive(self) -> aiohttp.WSMessage:
        """The next event, or the end of the connection."""
        while True:
            message = await self._socket.receive()
            if message.type != aiohttp.WSMsgType.TEXT or self._is_fit(message.data):
                return message

    async def send_str(self, data: str) -> None:
        """Send an event."""
        await self._socket.send_str(data)

    async def close(self) -> bool:
        """Close the connection."""
        return await self._socket.close()

    def _is_fit(self, data: str) -> bool:
        try:
            event = json.loads(data)
        except ValueError:
            event = None
        if not isinstance(event, dict) or not isinstance(event.get("type"), str):
            logger.warning("the Realtime server sent what is no event")
            return False
        return not self._is_known(event.get("event_id"), hash(data))

    def _is_known(self, event_id: object, content: int) -> bool:
        if not isinstance(event_id, str) or not event_id:
            return False
        if self._seen.get(event_id) == content:
            return True
        self._seen[event_id] = content
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return False
