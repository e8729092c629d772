"""Who speaks when: the caller's turns in, answers out, interruptions and silences between."""

import asyncio
from dataclasses import replace

from adapters.realtime_emulator.ids import new_id
from adapters.realtime_emulator.ports import Expectation, Heard, Pcm
from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.idle_timer import IdleTimer
from adapters.realtime_emulator.protocol.input_audio import InputAudio
from adapters.realtime_emulator.protocol.recogniser import Recogniser
from adapters.realtime_emulator.protocol.response import Response
from adapters.realtime_emulator.protocol.responses import Responses, active_response_error
from adapters.realtime_emulator.protocol.session import Session
from adapters.realtime_emulator.protocol.transcription import Transcription


class Dialogue:
    """Follows the session's turn detection."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._idle = IdleTimer(session.tasks, self._time_out)
        self._recogniser = Recogniser(session.engine.ears, self._expecting)
        self.transcription = Transcription(session, self._recogniser)
        self.responses = Responses(session, on_done=self._wait_for_caller)
        self.input = InputAudio(
            session, self._recogniser, on_speech=self._barge_in, on_turn=self._take_turn
        )

    async def respond(self, response: Response) -> None:
        """Begin *response*. Raises ProtocolError while another one is under way."""
        self._idle.stop()
        await self.responses.begin(response)

    async def close(self) -> None:
        """Stop listening."""
        await self._recogniser.drop_early()

    def _expecting(self) -> Expectation:
        expected = self._session.brain.expecting()
        settings = self._session.audio_in["transcription"] or {}
        fixed = settings.get("language")
        # A client that names the language leaves nothing to detect.
        return replace(expected, language=fixed, languages=(fixed,)) if fixed else expected

    async def _barge_in(self) -> None:
        self._idle.stop()
        if self._session.turn_detection.get("interrupt_response") and self.responses.is_busy:
            await self.responses.cancel("turn_detected")

    async def _take_turn(
        self, item_id: str, audio: Pcm, hearing: asyncio.Task[Heard] | None
    ) -> None:
        entry = await self._commit(item_id, audio)
        self.transcription.begin(entry, hearing)
        turns = self._session.turn_detection
        if self._session.settings["type"] == "realtime" and turns.get("create_response"):
            await self._answer()

    async def _commit(self, item_id: str, audio: Pcm) -> Entry:
        entry = Entry(
            id=item_id,
            kind="message",
            role="user",
            content_type="input_audio",
            audio=bytearray(audio),
        )
        before = self._session.conversation.add(entry)
        await self._session.outlet.emit(
            "input_audio_buffer.committed", item_id=item_id, previous_item_id=before
        )
        await self._session.announce(entry, before)
        return entry

    async def _answer(self) -> None:
        if self.responses.is_busy:
            await self._session.outlet.emit_event(active_response_error().event())
            return
        conversation = self._session.conversation
        answer = Response(
            settings=self._session.settings,
            brain=self._session.brain,
            items=conversation.entries,
            requested=False,
            conversation_id=conversation.id,
        )
        await self.respond(answer)

    def _wait_for_caller(self) -> None:
        idle_ms = self._session.turn_detection.get("idle_timeout_ms")
        if idle_ms:
            self._idle.start(self.responses.playing_s + idle_ms / 1000)

    async def _time_out(self) -> None:
        idle_ms = self._session.turn_detection.get("idle_timeout_ms") or 0
        item_id, now_ms = new_id("item"), self.input.now_ms
        await self._session.outlet.emit(
            "input_audio_buffer.timeout_triggered",
            audio_start_ms=max(0, now_ms - idle_ms),
            audio_end_ms=now_ms,
            item_id=item_id,
        )
        silence = await self._commit(item_id, b"")
        silence.known.set()
        await self._answer()
