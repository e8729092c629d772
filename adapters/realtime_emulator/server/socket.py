"""aiohttp's WebSocket behind our `Socket` port."""

from collections.abc import AsyncIterator

from aiohttp import WSMsgType, web

_CLOSE_TIMEOUT_S = 2.0
_HEARTBEAT_S = 30.0


class AiohttpSocket:
    """One upgraded connection."""

    def __init__(self, request: web.Request, *, message_bytes: int) -> None:
        self._request = request
        self.response = web.WebSocketResponse(
            max_msg_size=message_bytes,
            protocols=("realtime",),
            heartbeat=_HEARTBEAT_S,
            timeout=_CLOSE_TIMEOUT_S,
            # Base64 audio hardly shrinks, and compressing it would cost more than it saves.
            compress=False,
        )

    async def open(self) -> None:
        """Upgrade the connection."""
        await self.response.prepare(self._request)

    async def __aiter__(self) -> AsyncIterator[str]:
        """Yield what the client sends until one side closes."""
        async for message in self.response:
            if message.type is WSMsgType.TEXT:
                yield message.data

    async def send(self, text: str) -> None:
        """Send one message. Raises ConnectionError once the client is gone."""
        if self.response.closed:
            raise ConnectionResetError("the socket is closed")
        await self.response.send_str(text)

    async def close(self, code: int, reason: str) -> None:
        """Close with a close frame; closing twice is harmless."""
        await self.response.close(code=code, message=reason.encode())

    def abort(self) -> None:
        """Break off without a word."""
        if self._request.transport is not None:
            self._request.transport.abort()
