"""A client that hides nothing: raw events, each checked against the official types."""

import asyncio
import base64
from typing import Any

import aiohttp

from tests.emulator.strict import check

Event = dict[str, Any]
_DEADLINE_S = 5.0
_CHUNK = 4_800
AUDIO_DELTA = "response.output_audio.delta"


class RawClient:
    """One session. `events` holds everything received so far, in order."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, *, is_strict: bool = True) -> None:
        self._socket = socket
        self._is_strict = is_strict
        self.events: list[Event] = []

    @property
    def kinds(self) -> list[str]:
        """The types of all events received; runs of the same type are one."""
        kinds = [event["type"] for event in self.events]
        return [kind for n, kind in enumerate(kinds) if n == 0 or kinds[n - 1] != kind]

    def all(self, kind: str) -> list[Event]:
        """All events of one type."""
        return [event for event in self.events if event["type"] == kind]

    def last(self, kind: str) -> Event:
        """The last event of one type."""
        return self.all(kind)[-1]

    async def send(self, kind: str, **fields: Any) -> None:
        """Send a client event."""
        await self._socket.send_json({"type": kind, **fields})

    async def send_text(self, text: str) -> None:
        """Send anything."""
        await self._socket.send_str(text)

    async def receive(self) -> Event:
        """The next event. Fails when the socket is closed instead."""
        async with asyncio.timeout(_DEADLINE_S):
            event: Event = await self._socket.receive_json()
        if self._is_strict:
            check(event)
        self.events.append(event)
        return event

    async def until(self, kind: str) -> Event:
        """Read on to the next event of one type."""
        while True:
            event = await self.receive()
            if event["type"] == kind:
                return event

    async def until_closed(self) -> int | None:
        """Read on until the server closes; the code in its close frame, None without one."""
        while True:
            async with asyncio.timeout(_DEADLINE_S):
                message = await self._socket.receive()
            if message.type is not aiohttp.WSMsgType.TEXT:
                return message.data if message.type is aiohttp.WSMsgType.CLOSE else None
            self.events.append(message.json())

    async def ask(self, kind: str, answer: str, **fields: Any) -> Event:
        """Send a client event and read on to its answer."""
        await self.send(kind, **fields)
        return await self.until(answer)

    async def set(self, **settings: Any) -> Event:
        """Change the session; the settings as they are then."""
        change = {"type": "realtime", **settings}
        answered = await self.ask("session.update", "session.updated", session=change)
        session: Event = answered["session"]
        return session

    async def write(self, words: str, **fields: Any) -> Event:
        """Put a text message of the caller into the conversation."""
        content = [{"type": "input_text", "text": words}]
        item = {"type": "message", "role": "user", "content": content, **fields}
        return await self.ask("conversation.item.create", "conversation.item.done", item=item)

    async def tell(self, words: str, **response: Any) -> Event:
        """Write *words* and let the server answer; the finished response."""
        await self.write(words)
        return await self.respond(**response)

    async def respond(self, **response: Any) -> Event:
        """Ask for a response and read it to its end."""
        done = await self.ask("response.create", "response.done", response=response)
        finished: Event = done["response"]
        return finished

    async def append(self, pcm: bytes) -> None:
        """Send audio, 100 ms an event."""
        for start in range(0, len(pcm), _CHUNK):
            piece = base64.b64encode(pcm[start : start + _CHUNK]).decode()
            await self.send("input_audio_buffer.append", audio=piece)

    def audio(self) -> bytes:
        """All audio received."""
        return b"".join(base64.b64decode(event["delta"]) for event in self.all(AUDIO_DELTA))
