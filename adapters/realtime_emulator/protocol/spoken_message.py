"""A message as speech, with its transcript."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

from adapters.realtime_emulator.audio.wire_encoder import WireEncoder
from adapters.realtime_emulator.faults import FaultKind
from adapters.realtime_emulator.ids import new_id
from adapters.realtime_emulator.ports import Pcm, Say
from adapters.realtime_emulator.protocol.budget import Budget
from adapters.realtime_emulator.protocol.captions import Captions
from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.output_item import OutputItem
from adapters.realtime_emulator.protocol.pace import Pace
from adapters.realtime_emulator.protocol.response import Response
from adapters.realtime_emulator.protocol.session import Session

_CHUNK_BYTES = 4_800
"""100 ms of audio an event: the first one leaves at once, and no event grows large."""


class SpokenMessage:
    """Sends speech as the mouth makes it, faster than it will be played."""

    def __init__(self, session: Session, response: Response, say: Say) -> None:
        entry = Entry(
            id=new_id("item"), kind="message", role="assistant", content_type="output_audio"
        )
        self._session = session
        self._emit = session.outlet.emit
        self._item = OutputItem(session, response, entry)
        self._say = say
        self._output = response.settings["audio"]["output"]
        self._encoder = WireEncoder(self._output["format"]["type"])
        self._captions = Captions(say.text)
        self._budget = Budget(response)
        self._stall = response.faults.get(FaultKind.STALL)

    async def open(self) -> None:
        """The message begins, silent."""
        await self._item.open()
        part = {"type": "audio", "transcript": ""}
        where = self._item.where
        await self._emit("response.content_part.added", **where, content_index=0, part=part)

    async def perform(self) -> bool:
        """Send the speech, as long as there are tokens for it."""
        entry, pace = self._item.entry, Pace(self._session.engine.limits.audio_pace)
        await self._caption(self._captions.due(0))
        async with aclosing(_pieces(self._speech())) as pieces:
            async for piece in pieces:
                if self._budget.is_spent():
                    return False
                await self._send(piece)
                await self._caption(self._captions.due(entry.audio_ms))
                await self._maybe_stall()
                await pace.hold(entry.audio_ms)
        await self._caption(self._captions.rest())
        return True

    async def end(self, status: str) -> None:
        """Repeat the words that were sent, as a whole."""
        where = {**self._item.where, "content_index": 0}
        words = self._item.entry.text
        await self._emit("response.output_audio.done", **where)
        await self._emit("response.output_audio_transcript.done", **where, transcript=words)
        part = {"type": "audio", "transcript": words}
        await self._emit("response.content_part.done", **where, part=part)
        await self._item.close(status)

    def _speech(self) -> AsyncIterator[Pcm]:
        voice = self._output["voice"]
        return self._session.engine.mouth.speak(
            self._say.text,
            voice=voice if isinstance(voice, str) else voice["id"],
            speed=float(self._output["speed"]),
            language=self._say.language,
        )

    async def _send(self, chunk: Pcm) -> None:
        self._item.entry.audio += chunk
        where = self._item.where
        sound = self._encoder.base64(chunk)
        if sound:
            await self._emit("response.output_audio.delta", **where, content_index=0, delta=sound)

    async def _caption(self, words: str) -> None:
        if words:
            self._item.entry.text += words
            where = {**self._item.where, "content_index": 0}
            await self._emit("response.output_audio_transcript.delta", **where, delta=words)

    async def _maybe_stall(self) -> None:
        stall = self._stall
        if stall is not None and self._item.entry.audio_ms > stall.after_ms:
            self._stall = None
            await asyncio.sleep(stall.for_ms / 1000)


async def _pieces(speech: AsyncIterator[Pcm]) -> AsyncGenerator[Pcm, None]:
    try:
        async for audio in speech:
            for start in range(0, len(audio), _CHUNK_BYTES):
                yield audio[start : start + _CHUNK_BYTES]
    finally:
        if isinstance(speech, AsyncGenerator):
            await speech.aclose()
