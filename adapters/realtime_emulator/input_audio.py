"""The input audio buffer: what the client sends, cut into turns by voice activity."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from adapters.realtime_emulator.g711 import decode
from adapters.realtime_emulator.outlet import Outlet
from adapters.realtime_emulator.ports import Ears, Expectation, Heard, Pcm
from adapters.realtime_emulator.resample import resample, resample_float, to_float
from adapters.realtime_emulator.turn_detector import Mark, Noticed, TurnDetector
from adapters.realtime_emulator.voice_activity import RATE, new_voice_activity
from adapters.realtime_emulator.wire import ProtocolError, new_id

WIRE_RATE = 24_000
_BYTES_PER_MS = WIRE_RATE * 2 // 1000
_SHORTEST_COMMIT_MS = 100
_PATIENCE_MS = {"low": 8000, "medium": 4000, "auto": 4000, "high": 2000}
_LOOK_AFTER_MS = 300
_UNFINISHED = ("and", "at", "dot", "my", "is", "the", "a", "to", "or", "of", "for", "it's", "um")


class InputAudio:
    """Buffers audio; with turn detection on, tells of speech and hands finished turns over.

    Recognition begins in the first pause and is thrown away when the caller goes on speaking.
    """

    def __init__(
        self,
        *,
        ears: Ears,
        expecting: Callable[[], Expectation],
        outlet: Outlet,
        on_speech: Callable[[], Awaitable[None]],
        on_turn: Callable[[str, Pcm, "asyncio.Task[Heard] | None"], Awaitable[None]],
    ) -> None:
        self._ears = ears
        self._expecting = expecting
        self._outlet = outlet
        self._on_speech = on_speech
        self._on_turn = on_turn
        self._detector = TurnDetector(new_voice_activity())
        self._buffer = bytearray()
        self._buffer_starts_ms = 0
        self._speech_starts_ms = 0
        self._item_id = new_id("item")
        self._hearing: asyncio.Task[Heard] | None = None

    @property
    def is_speaking(self) -> bool:
        """Whether the caller is in the middle of a turn."""
        return self._detector.is_speaking

    @property
    def now_ms(self) -> int:
        """The end of the audio received, in the session's audio time."""
        return self._buffer_starts_ms + len(self._buffer) // _BYTES_PER_MS

    async def append(self, data: bytes, audio: dict[str, Any]) -> None:
        """Take *data* in the session's format. Raises ProtocolError for half a sample."""
        pcm = _to_wire_rate(data, audio["format"])
        self._buffer += pcm
        turns = audio["turn_detection"]
        if turns is None:
            return
        samples = resample_float(to_float(pcm), WIRE_RATE, RATE)
        for noticed in self._detector.feed(samples, turns.get("threshold", 0.5)):
            await self._follow(noticed, turns)
        if not self._detector.is_speaking:
            self._forget_before(self.now_ms - turns.get("prefix_padding_ms", 300) - 100)

    async def commit(self) -> None:
        """The client says that the turn is over. Raises ProtocolError for less than 100 ms."""
        if len(self._buffer) < _SHORTEST_COMMIT_MS * _BYTES_PER_MS:
            raise ProtocolError(
                "Error committing input audio buffer: buffer too small.",
                code="input_audio_buffer_commit_empty",
            )
        await self._hand_over()

    async def clear(self) -> None:
        """Forget what is buffered."""
        await self._stop_hearing()
        self._detector.end_turn()
        self._forget_before(self.now_ms)
        await self._outlet.emit("input_audio_buffer.cleared")

    async def close(self) -> None:
        """Stop recognising."""
        await self._stop_hearing()

    async def _follow(self, noticed: Noticed, turns: dict[str, Any]) -> None:
        match noticed.mark:
            case Mark.START:
                await self._start(noticed, turns)
            case Mark.PAUSE:
                self._hear()
                await self._maybe_stop(noticed, turns)
            case Mark.RESUME:
                await self._stop_hearing()
            case Mark.SILENCE:
                await self._maybe_stop(noticed, turns)

    async def _start(self, noticed: Noticed, turns: dict[str, Any]) -> None:
        padding = turns.get("prefix_padding_ms", 300)
        self._speech_starts_ms = max(self._buffer_starts_ms, noticed.at_ms - padding)
        self._forget_before(self._speech_starts_ms)
        await self._outlet.emit(
            "input_audio_buffer.speech_started",
            audio_start_ms=self._speech_starts_ms,
            item_id=self._item_id,
        )
        await self._on_speech()

    async def _maybe_stop(self, noticed: Noticed, turns: dict[str, Any]) -> None:
        if noticed.silent_ms < self._patience_ms(turns):
            return
        await self._outlet.emit(
            "input_audio_buffer.speech_stopped",
            audio_end_ms=noticed.at_ms,
            item_id=self._item_id,
        )
        self._detector.end_turn()
        await self._hand_over()

    def _patience_ms(self, turns: dict[str, Any]) -> int:
        if turns["type"] == "server_vad":
            return int(turns.get("silence_duration_ms", 500))
        longest = _PATIENCE_MS[turns.get("eagerness", "auto")]
        if self._hearing is None or not self._hearing.done() or self._hearing.cancelled():
            return longest
        if self._hearing.exception() is not None:
            return _LOOK_AFTER_MS
        return longest if _is_unfinished(self._hearing.result().text) else _LOOK_AFTER_MS

    async def _hand_over(self) -> None:
        audio = bytes(self._buffer)
        hearing, self._hearing = self._hearing, None
        item_id, self._item_id = self._item_id, new_id("item")
        self._detector.end_turn()
        self._forget_before(self.now_ms)
        await self._on_turn(item_id, audio, hearing)

    def _hear(self) -> None:
        audio = resample(bytes(self._buffer), source=WIRE_RATE, target=RATE)
        hearing = self._ears.hear(audio, rate=RATE, expecting=self._expecting())
        self._hearing = asyncio.ensure_future(hearing)

    async def _stop_hearing(self) -> None:
        if self._hearing is not None:
            self._hearing.cancel()
            await asyncio.gather(self._hearing, return_exceptions=True)
            self._hearing = None

    def _forget_before(self, ms: int) -> None:
        surplus = max(0, ms - self._buffer_starts_ms) * _BYTES_PER_MS
        del self._buffer[:surplus]
        self._buffer_starts_ms = max(self._buffer_starts_ms, ms)


def _to_wire_rate(data: bytes, audio_format: dict[str, Any]) -> bytes:
    law = str(audio_format["type"]).removeprefix("audio/")
    if law != "pcm":
        return resample(decode(data, law), source=8_000, target=WIRE_RATE)
    if len(data) % 2:
        raise ProtocolError("Audio must be whole 16-bit samples.", param="audio")
    return data


def _is_unfinished(text: str) -> bool:
    words = text.lower().rstrip(".,!?… ").split()
    return not words or words[-1] in _UNFINISHED
