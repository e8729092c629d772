"""The input audio buffer: what the client sends, cut into turns by voice activity."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from adapters.realtime_emulator.audio.buffer import AudioBuffer
from adapters.realtime_emulator.audio.stream import StreamResampler
from adapters.realtime_emulator.audio.turn_detector import Mark, Noticed, TurnDetector
from adapters.realtime_emulator.audio.voice_activity import RATE, new_voice_activity
from adapters.realtime_emulator.audio.wire_decoder import WIRE_RATE, WireDecoder
from adapters.realtime_emulator.ids import new_id
from adapters.realtime_emulator.ports import Heard, Pcm
from adapters.realtime_emulator.protocol.endpointing import patience_ms
from adapters.realtime_emulator.protocol.recogniser import Recogniser
from adapters.realtime_emulator.protocol.session import Session
from adapters.realtime_emulator.protocol.wire import ProtocolError
from adapters.realtime_emulator.resample import to_float

_SHORTEST_COMMIT_MS = 100
_PRE_ROLL_MS = 100
"""Kept beyond the prefix, since a start is noticed only after two windows of speech."""


class OnTurn(Protocol):
    """What to do with a finished turn."""

    async def __call__(
        self, item_id: str, audio: Pcm, hearing: "asyncio.Task[Heard] | None"
    ) -> None: ...


class InputAudio:
    """Buffers audio; with turn detection on, tells of speech and hands finished turns over."""

    def __init__(
        self,
        session: Session,
        recogniser: Recogniser,
        *,
        on_speech: Callable[[], Awaitable[None]],
        on_turn: OnTurn,
    ) -> None:
        self._session = session
        self._recogniser = recogniser
        self._on_speech = on_speech
        self._on_turn = on_turn
        self._decoder = WireDecoder()
        self._narrow = StreamResampler(WIRE_RATE, RATE)
        self._detector = TurnDetector(new_voice_activity())
        self._buffer = AudioBuffer()
        self._item_id = new_id("item")

    @property
    def now_ms(self) -> int:
        """The end of the audio received, in the session's audio time."""
        return self._buffer.now_ms

    async def append(self, data: bytes) -> None:
        """Take *data* in the session's format. Raises ProtocolError for half a sample."""
        try:
            pcm = self._decoder.pcm(data, self._session.audio_in["format"]["type"])
        except ValueError as error:
            raise ProtocolError(f"Invalid 'audio': {error}.", param="audio") from None
        self._buffer.append(pcm)
        samples = self._narrow.feed(to_float(pcm))
        turns = self._session.turn_detection
        if not turns:
            self._detector.skip(samples)
            return
        for noticed in self._detector.feed(samples, turns.get("threshold", 0.5)):
            await self._follow(noticed, turns)
        if not self._detector.is_speaking:
            kept_ms = turns.get("prefix_padding_ms", 300) + _PRE_ROLL_MS
            self._buffer.forget_before(self.now_ms - kept_ms)

    async def commit(self) -> None:
        """The client says that the turn is over. Raises ProtocolError for less than 100 ms."""
        if self._buffer.held_ms < _SHORTEST_COMMIT_MS:
            raise ProtocolError(
                "Error committing input audio buffer: buffer too small. Expected at least "
                f"{_SHORTEST_COMMIT_MS}ms of audio, but buffer only has {self._buffer.held_ms}ms "
                "of audio.",
                code="input_audio_buffer_commit_empty",
            )
        await self._hand_over()

    async def clear(self) -> None:
        """Forget what is buffered."""
        await self._recogniser.drop_early()
        self._detector.end_turn()
        self._buffer.forget_before(self.now_ms)
        await self._session.outlet.emit("input_audio_buffer.cleared")

    async def _follow(self, noticed: Noticed, turns: dict[str, Any]) -> None:
        match noticed.mark:
            case Mark.START:
                await self._start(noticed.at_ms - int(turns.get("prefix_padding_ms", 300)))
            case Mark.PAUSE:
                self._recogniser.begin_early(self._buffer.pcm())
                await self._maybe_stop(noticed, turns)
            case Mark.RESUME:
                await self._recogniser.drop_early()
            case Mark.SILENCE:
                await self._maybe_stop(noticed, turns)

    async def _start(self, at_ms: int) -> None:
        self._buffer.forget_before(at_ms)
        await self._session.outlet.emit(
            "input_audio_buffer.speech_started",
            audio_start_ms=max(at_ms, self._buffer.starts_ms),
            item_id=self._item_id,
        )
        await self._on_speech()

    async def _maybe_stop(self, noticed: Noticed, turns: dict[str, Any]) -> None:
        slot = self._session.brain.expecting().slot
        if noticed.silent_ms < patience_ms(turns, self._recogniser.words_so_far(), slot):
            return
        await self._session.outlet.emit(
            "input_audio_buffer.speech_stopped",
            audio_end_ms=noticed.at_ms,
            item_id=self._item_id,
        )
        await self._hand_over()

    async def _hand_over(self) -> None:
        item_id, self._item_id = self._item_id, new_id("item")
        self._detector.end_turn()
        await self._on_turn(item_id, self._buffer.take(), self._recogniser.take_early())
