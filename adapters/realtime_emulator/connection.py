"""One client's session: its events in, the session's events out."""

import asyncio
import base64
import binascii
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from adapters.realtime_emulator.conversation import Conversation, Entry, entry_from_wire
from adapters.realtime_emulator.faults import FaultKind
from adapters.realtime_emulator.input_audio import InputAudio
from adapters.realtime_emulator.outlet import Outlet
from adapters.realtime_emulator.ports import Heard, Pcm
from adapters.realtime_emulator.resample import resample
from adapters.realtime_emulator.responder import Responder, Response
from adapters.realtime_emulator.session_settings import Settings, updated
from adapters.realtime_emulator.state import Emulator
from adapters.realtime_emulator.usage import transcription_usage
from adapters.realtime_emulator.wire import (
    Event,
    ProtocolError,
    mapping_at,
    text_at,
)

Handler = Callable[[Event], Awaitable[None]]


class Connection:
    """Follows the Realtime protocol for one client; tasks it starts end with `close`."""

    def __init__(self, *, emulator: Emulator, settings: Settings, outlet: Outlet) -> None:
        self._emulator = emulator
        self._settings = settings
        self._outlet = outlet
        self._brain = emulator.new_brain()
        self._conversation = Conversation()
        self._responder = Responder(
            emulator=emulator,
            brain=self._brain,
            conversation=self._conversation,
            outlet=outlet,
        )
        self._input = InputAudio(
            ears=emulator.ears,
            expecting=self._brain.expecting,
            outlet=outlet,
            on_speech=self._barge_in,
            on_turn=self._take_turn,
        )
        self._active: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._idle: asyncio.Task[None] | None = None
        self._handlers: Mapping[str, Handler] = {
            "session.update": self._update_session,
            "input_audio_buffer.append": self._append,
            "input_audio_buffer.commit": self._commit,
            "input_audio_buffer.clear": self._clear,
            "conversation.item.create": self._create_item,
            "conversation.item.retrieve": self._retrieve_item,
            "conversation.item.delete": self._delete_item,
            "conversation.item.truncate": self._truncate_item,
            "response.create": self._create_response,
            "response.cancel": self._cancel_response,
            "output_audio_buffer.clear": self._refuse_output_buffer,
        }

    async def open(self) -> None:
        """The first event of every session."""
        await self._outlet.emit("session.created", session=self._settings)

    async def receive(self, text: str) -> None:
        """Do what one client event asks, or say why not."""
        event_id: str | None = None
        try:
            event = _parse(text)
            event_id = str(event["event_id"]) if event.get("event_id") else None
            self._emulator.note("", "in", event)
            await self._handlers.get(text_at(event, "type"), _refuse_unknown)(event)
        except ProtocolError as error:
            await self._outlet.emit_event(error.event(event_id))

    async def close(self) -> None:
        """End everything under way."""
        tasks = [task for task in (*self._tasks, self._idle) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._input.close()

    async def _update_session(self, event: Event) -> None:
        change = mapping_at(event, "session")
        self._settings = updated(self._settings, change, spoke=self._responder.spoke)
        await self._outlet.emit("session.updated", session=self._settings)

    async def _append(self, event: Event) -> None:
        try:
            audio = base64.b64decode(text_at(event, "audio"), validate=True)
        except binascii.Error:
            raise ProtocolError("Invalid 'audio': not base64.", param="audio") from None
        await self._input.append(audio, self._settings["audio"]["input"])

    async def _commit(self, event: Event) -> None:
        await self._input.commit()

    async def _clear(self, event: Event) -> None:
        await self._input.clear()

    async def _create_item(self, event: Event) -> None:
        entry = entry_from_wire(mapping_at(event, "item"))
        before = self._conversation.add(entry, event.get("previous_item_id"))  # type: ignore[arg-type]
        await self._announce(entry, before)

    async def _retrieve_item(self, event: Event) -> None:
        entry = self._conversation.find(text_at(event, "item_id"))
        await self._outlet.emit("conversation.item.retrieved", item=entry.wire(with_audio=True))

    async def _delete_item(self, event: Event) -> None:
        item_id = text_at(event, "item_id")
        self._conversation.remove(item_id)
        await self._outlet.emit("conversation.item.deleted", item_id=item_id)

    async def _truncate_item(self, event: Event) -> None:
        item_id, end_ms = text_at(event, "item_id"), event.get("audio_end_ms")
        if not isinstance(end_ms, int) or end_ms < 0:
            raise ProtocolError("Invalid value for 'audio_end_ms'.", param="audio_end_ms")
        self._conversation.truncate(item_id, end_ms)
        await self._outlet.emit(
            "conversation.item.truncated", item_id=item_id, content_index=0, audio_end_ms=end_ms
        )

    async def _create_response(self, event: Event) -> None:
        asked = event.get("response") or {}
        if not isinstance(asked, Mapping):
            raise ProtocolError("Invalid value for 'response'.", param="response")
        if self._settings["type"] == "transcription":
            raise ProtocolError("A transcription session has no responses.", param="type")
        collision = self._emulator.faults.strike(FaultKind.COLLISION) is not None
        outside = asked.get("conversation") == "none"
        if collision or (not outside and self._is_responding()):
            raise ProtocolError(
                "Conversation already has an active response in progress.",
                code="conversation_already_has_active_response",
            )
        self._respond(self._response(asked, outside=outside))

    async def _cancel_response(self, event: Event) -> None:
        if not self._is_responding():
            raise ProtocolError(
                "Cancellation failed: no active response found", code="response_cancel_not_active"
            )
        await self._cancel_active("client_cancelled")

    async def _refuse_output_buffer(self, event: Event) -> None:
        raise ProtocolError("Only WebRTC and SIP sessions have an output buffer.", param="type")

    async def _barge_in(self) -> None:
        self._stop_idling()
        turns = self._settings["audio"]["input"]["turn_detection"] or {}
        if turns.get("interrupt_response", True) and self._is_responding():
            await self._cancel_active("turn_detected")

    async def _take_turn(
        self, item_id: str, audio: Pcm, hearing: "asyncio.Task[Heard] | None"
    ) -> None:
        entry = Entry(
            id=item_id,
            kind="message",
            role="user",
            content_type="input_audio",
            audio=audio,
            audio_ms=len(audio) // 48,
        )
        before = self._conversation.add(entry)
        await self._outlet.emit(
            "input_audio_buffer.committed", item_id=item_id, previous_item_id=before
        )
        await self._announce(entry, before)
        _ = self._start(self._transcribe(entry, hearing))
        turns = self._settings["audio"]["input"]["turn_detection"]
        speaks = self._settings["type"] == "realtime"
        answers = speaks and turns is not None and turns.get("create_response", True)
        if answers and not self._is_responding():
            self._respond(self._response({}, outside=False, requested=False))

    async def _transcribe(self, entry: Entry, hearing: "asyncio.Task[Heard] | None") -> None:
        heard = await (hearing or self._hear(entry))
        entry.text = heard.text
        entry.heard.set()
        if self._settings["audio"]["input"]["transcription"] is None:
            return
        await self._tell_transcript(entry, heard)

    async def _hear(self, entry: Entry) -> Heard:
        audio = resample(entry.audio, source=24_000, target=16_000)
        return await self._emulator.ears.hear(audio, rate=16_000, expecting=self._brain.expecting())

    async def _tell_transcript(self, entry: Entry, heard: Heard) -> None:
        faults = self._emulator.faults
        where = {"item_id": entry.id, "content_index": 0}
        name = "conversation.item.input_audio_transcription"
        if faults.strike(FaultKind.MISSING_TRANSCRIPTION):
            return
        if faults.strike(FaultKind.FAILED_TRANSCRIPTION):
            error = {"type": "transcription_error", "code": "audio_unintelligible"}
            await self._outlet.emit(f"{name}.failed", **where, error=error)
            return
        late = faults.strike(FaultKind.LATE_TRANSCRIPTION)
        if late is not None:
            await asyncio.sleep(late.delay_ms / 1000)
        if heard.text:
            await self._outlet.emit(f"{name}.delta", **where, delta=heard.text)
        languages = [{"code": heard.language}] if heard.language else []
        await self._outlet.emit(
            f"{name}.completed",
            **where,
            transcript=heard.text,
            languages=languages,
            usage=transcription_usage(heard.text, heard.seconds),
        )

    async def _announce(self, entry: Entry, before: str | None) -> None:
        for kind in ("conversation.item.added", "conversation.item.done"):
            await self._outlet.emit(kind, item=entry.wire(), previous_item_id=before)

    def _response(
        self, asked: Mapping[str, Any], *, outside: bool, requested: bool = True
    ) -> Response:
        settings = {**self._settings}
        for key in ("instructions", "tools", "tool_choice", "output_modalities"):
            if asked.get(key) is not None:
                settings[key] = asked[key]
        items = list(self._conversation.entries)
        if asked.get("input") is not None:
            items = [self._given(item) for item in asked["input"]]
        return Response(
            settings=settings,
            metadata=asked.get("metadata"),
            requested=requested,
            items=items,
            in_conversation=not outside,
        )

    def _given(self, item: Mapping[str, Any]) -> Entry:
        if item.get("type") == "item_reference":
            return self._conversation.find(text_at(dict(item), "id"))
        return entry_from_wire(item)

    def _respond(self, response: Response) -> None:
        self._stop_idling()
        task = self._start(self._run(response))
        if response.in_conversation:
            self._active = task

    async def _run(self, response: Response) -> None:
        await self._responder.run(response)
        self._wait_for_caller()

    def _wait_for_caller(self) -> None:
        turns = self._settings["audio"]["input"]["turn_detection"] or {}
        if turns.get("idle_timeout_ms"):
            self._stop_idling()
            self._idle = asyncio.create_task(self._time_out(turns["idle_timeout_ms"]))

    async def _time_out(self, idle_ms: int) -> None:
        playing = self._responder.playing_until - asyncio.get_running_loop().time()
        await asyncio.sleep(max(0.0, playing) + idle_ms / 1000)
        now_ms = self._input.now_ms
        entry = entry_from_wire({"type": "message", "role": "user", "content": []})
        before = self._conversation.add(entry)
        await self._outlet.emit(
            "input_audio_buffer.timeout_triggered",
            audio_start_ms=max(0, now_ms - idle_ms),
            audio_end_ms=now_ms,
            item_id=entry.id,
        )
        await self._outlet.emit(
            "input_audio_buffer.committed", item_id=entry.id, previous_item_id=before
        )
        await self._announce(entry, before)
        self._idle = None
        self._respond(self._response({}, outside=False, requested=False))

    def _stop_idling(self) -> None:
        idle, self._idle = self._idle, None
        if idle is not None:
            idle.cancel()

    def _is_responding(self) -> bool:
        return self._active is not None and not self._active.done()

    async def _cancel_active(self, reason: str) -> None:
        if self._active is not None:
            self._active.cancel(reason)
            await asyncio.gather(self._active, return_exceptions=True)

    def _start(self, work: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


async def _refuse_unknown(event: Event) -> None:
    raise ProtocolError(f"Invalid value: '{event['type']}'.", code="invalid_event", param="type")


def _parse(text: str) -> Event:
    try:
        event = json.loads(text)
    except (ValueError, RecursionError):
        raise ProtocolError("The event is not JSON.", code="invalid_json") from None
    if not isinstance(event, dict):
        raise ProtocolError("The event is not an object.", code="invalid_json")
    return event
