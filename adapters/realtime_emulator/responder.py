"""Responses: what the brain answers, spoken or written, event by event."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from adapters.realtime_emulator.conversation import Conversation, Entry
from adapters.realtime_emulator.faults import FaultKind
from adapters.realtime_emulator.g711 import encode
from adapters.realtime_emulator.outlet import Outlet
from adapters.realtime_emulator.ports import Brain, CallTool, Prompt, Reply, Say, Tool
from adapters.realtime_emulator.resample import resample
from adapters.realtime_emulator.session_settings import Settings
from adapters.realtime_emulator.state import Emulator
from adapters.realtime_emulator.usage import response_usage
from adapters.realtime_emulator.wire import new_id

_CHUNK_BYTES = 4_800
"""100 ms of 24 kHz audio an event."""
_REQUESTS_LIMIT = 1_000
_TOKENS_LIMIT = 100_000


@dataclass(slots=True, kw_only=True)
class Response:
    """One response under way."""

    settings: Settings
    metadata: Mapping[str, Any] | None
    requested: bool
    items: Sequence[Entry]
    in_conversation: bool = True
    id: str = field(default_factory=lambda: new_id("resp"))
    made: list[Entry] = field(default_factory=list)
    usage: Mapping[str, Any] | None = None

    def wire(self, status: str, details: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The response as the protocol writes it."""
        return {
            "object": "realtime.response",
            "id": self.id,
            "status": status,
            "status_details": details,
            "output": [entry.wire() for entry in self.made],
            "conversation_id": None,
            "output_modalities": self.settings["output_modalities"],
            "max_output_tokens": self.settings["max_output_tokens"],
            "audio": {"output": self.settings["audio"]["output"]},
            "usage": self.usage,
            "metadata": self.metadata,
        }


class Responder:
    """Runs responses in one conversation and tells the client of every step."""

    def __init__(
        self, *, emulator: Emulator, brain: Brain, conversation: Conversation, outlet: Outlet
    ) -> None:
        self._emulator = emulator
        self._brain = brain
        self._conversation = conversation
        self._outlet = outlet
        self._cached_tokens = 0
        self.playing_until = 0.0
        self.spoke = False

    async def run(self, response: Response) -> None:
        """From `response.created` to `response.done`, which is sent however it ends."""
        if self._emulator.faults.strike(FaultKind.NO_RESPONSE):
            return
        await self._outlet.emit("response.created", response=response.wire("in_progress"))
        await self._tell_limits()
        status, details = "completed", None
        try:
            details = await self._faulty()
            status = "failed" if details else "completed"
            if details is None:
                await self._answer(response)
        except asyncio.CancelledError as cancelled:
            reason = str(cancelled.args[0]) if cancelled.args else "client_cancelled"
            status, details = "cancelled", {"type": "cancelled", "reason": reason}
            await self._cut_short(response)
        await self._finish(response, status, details)

    async def _answer(self, response: Response) -> None:
        await self._wait_for_ears(response.items)
        reply = await self._brain.reply(_prompt(response))
        await self._deliver(response, reply)

    async def _deliver(self, response: Response, reply: Reply) -> None:
        for index, part in enumerate(reply):
            match part:
                case Say():
                    await self._say(response, part, index)
                case CallTool():
                    await self._call(response, part, index)

    async def _wait_for_ears(self, items: Sequence[Entry]) -> None:
        for entry in items:
            if entry.role == "user":
                await entry.heard.wait()

    async def _say(self, response: Response, say: Say, index: int) -> None:
        is_audio = response.settings["output_modalities"] == ["audio"]
        entry = Entry(
            id=new_id("item"),
            kind="message",
            role="assistant",
            content_type="output_audio" if is_audio else "output_text",
            status="in_progress",
        )
        place = {"response_id": response.id, "item_id": entry.id, "output_index": index}
        await self._open(response, entry, place)
        part = {"type": "audio", "transcript": ""} if is_audio else {"type": "text", "text": ""}
        content = {**place, "content_index": 0}
        await self._outlet.emit("response.content_part.added", **content, part=part)
        if is_audio:
            await self._speak(response, entry, say, content)
        else:
            await self._write(entry, say, content)
        await self._close(entry, place)

    async def _speak(
        self, response: Response, entry: Entry, say: Say, content: dict[str, Any]
    ) -> None:
        entry.text = say.text
        self.spoke = True
        await self._outlet.emit("response.output_audio_transcript.delta", **content, delta=say.text)
        async for chunk in self._audio(response, say):
            entry.audio_ms += len(chunk) * 1000 // (24_000 * 2)
            await self._outlet.emit(
                "response.output_audio.delta", **content, delta=self._wire_audio(response, chunk)
            )
        await self._outlet.emit("response.output_audio.done", **content)
        await self._outlet.emit(
            "response.output_audio_transcript.done", **content, transcript=say.text
        )
        part = {"type": "audio", "transcript": say.text}
        await self._outlet.emit("response.content_part.done", **content, part=part)

    async def _audio(self, response: Response, say: Say) -> AsyncIterator[bytes]:
        output = response.settings["audio"]["output"]
        voice = output["voice"] if isinstance(output["voice"], str) else output["voice"]["id"]
        stall = self._emulator.faults.strike(FaultKind.STALL)
        spoken = self._emulator.mouth.speak(
            say.text, voice=voice, speed=output["speed"], language=say.language
        )
        async with aclosing(spoken) as chunks:  # type: ignore[type-var]
            async for chunk in chunks:
                for start in range(0, len(chunk), _CHUNK_BYTES):
                    yield chunk[start : start + _CHUNK_BYTES]
                    await asyncio.sleep(0)
                    if stall is not None:
                        await asyncio.sleep(stall.delay_ms / 1000)
                        stall = None

    async def _write(self, entry: Entry, say: Say, content: dict[str, Any]) -> None:
        for word in say.text.split(" "):
            delta = f" {word}" if entry.text else word
            entry.text += delta
            await self._outlet.emit("response.output_text.delta", **content, delta=delta)
        await self._outlet.emit("response.output_text.done", **content, text=say.text)
        part = {"type": "text", "text": say.text}
        await self._outlet.emit("response.content_part.done", **content, part=part)

    async def _call(self, response: Response, call: CallTool, index: int) -> None:
        arguments = json.dumps(dict(call.arguments))
        entry = Entry(
            id=new_id("item"),
            kind="function_call",
            name=call.name,
            call_id=new_id("call"),
            status="in_progress",
        )
        place = {"response_id": response.id, "item_id": entry.id, "output_index": index}
        await self._open(response, entry, place)
        called = {**place, "call_id": entry.call_id}
        await self._outlet.emit("response.function_call_arguments.delta", **called, delta=arguments)
        entry.arguments = arguments
        await self._outlet.emit(
            "response.function_call_arguments.done", **called, name=call.name, arguments=arguments
        )
        await self._close(entry, place)

    async def _open(self, response: Response, entry: Entry, place: dict[str, Any]) -> None:
        entry.heard.set()
        response.made.append(entry)
        before = self._conversation.add(entry) if response.in_conversation else None
        where = {"response_id": place["response_id"], "output_index": place["output_index"]}
        await self._outlet.emit("response.output_item.added", **where, item=entry.wire())
        if response.in_conversation:
            await self._outlet.emit(
                "conversation.item.added", item=entry.wire(), previous_item_id=before
            )

    async def _close(self, entry: Entry, place: dict[str, Any], status: str = "completed") -> None:
        entry.status = status
        where = {"response_id": place["response_id"], "output_index": place["output_index"]}
        await self._outlet.emit("response.output_item.done", **where, item=entry.wire())
        if entry in self._conversation.entries:
            await self._outlet.emit(
                "conversation.item.done",
                item=entry.wire(),
                previous_item_id=self._conversation.before(entry),
            )

    async def _cut_short(self, response: Response) -> None:
        for index, entry in enumerate(response.made):
            if entry.status == "in_progress":
                entry.interrupted = True
                place = {"response_id": response.id, "output_index": index}
                await self._close(entry, place, "incomplete")

    async def _finish(
        self, response: Response, status: str, details: Mapping[str, Any] | None
    ) -> None:
        before = [entry for entry in response.items if entry not in response.made]
        usage = response_usage(
            response.settings["instructions"], before, response.made, self._cached_tokens
        )
        response.usage = usage
        self._cached_tokens = usage["total_tokens"]
        spoken_ms = sum(entry.audio_ms for entry in response.made)
        self.playing_until = asyncio.get_running_loop().time() + spoken_ms / 1000
        if not self._emulator.faults.strike(FaultKind.NO_RESPONSE_DONE):
            await self._outlet.emit("response.done", response=response.wire(status, details))

    async def _tell_limits(self, remaining: float = 0.99) -> None:
        limits = [
            {
                "name": name,
                "limit": limit,
                "remaining": int(limit * remaining),
                "reset_seconds": 0.06,
            }
            for name, limit in (("requests", _REQUESTS_LIMIT), ("tokens", _TOKENS_LIMIT))
        ]
        await self._outlet.emit("rate_limits.updated", rate_limits=limits)

    async def _faulty(self) -> Mapping[str, Any] | None:
        slow = self._emulator.faults.strike(FaultKind.SLOW_FIRST_TOKEN)
        if slow is not None:
            await asyncio.sleep(slow.delay_ms / 1000)
        if self._emulator.faults.strike(FaultKind.RATE_LIMIT):
            await self._tell_limits(remaining=0.0)
            error = {"type": "rate_limit_exceeded", "code": "rate_limit_exceeded"}
            return {"type": "failed", "error": error}
        return None

    def _wire_audio(self, response: Response, pcm: bytes) -> str:
        law = str(response.settings["audio"]["output"]["format"]["type"]).removeprefix("audio/")
        if law != "pcm":
            pcm = encode(resample(pcm, source=24_000, target=8_000), law)
        return base64.b64encode(pcm).decode()


def _prompt(response: Response) -> Prompt:
    settings = response.settings
    return Prompt(
        instructions=settings["instructions"] or "",
        tools=tuple(
            Tool(
                name=tool["name"],
                description=tool.get("description") or "",
                parameters=tool.get("parameters") or {},
            )
            for tool in settings["tools"]
        ),
        tool_choice=settings["tool_choice"],
        items=tuple(entry.seen() for entry in response.items),
        metadata=response.metadata or {},
        requested=response.requested,
    )
