"""The caller's microphone: a track that never falls silent on the wire, spoken into or not."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from livekit import rtc

from adapters.livekit.caller.audio import (
    FRAME_MS,
    FRAME_SAMPLES,
    RATE,
    SILENCE,
    split_frames,
    without_silent_edges,
)

QUEUE_MS = 60  # enough to ride out a late event loop, little enough to keep its times exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """When an utterance's first and last audible sample left, in seconds of the event loop."""

    started_at: float
    ended_at: float


@dataclass(slots=True)
class _Utterance:
    frames: list[bytes]
    done: asyncio.Future[Spoken]
    position: int = 0
    started_at: float = 0.0

    def next_frame(self) -> bytes:
        return self.frames[self.position] if self.position < len(self.frames) else SILENCE

    def frame_sent(self, sent_until: float) -> None:
        if self.position == 0:
            self.started_at = sent_until - FRAME_MS / 1000
        self.position += 1
        if self.position == len(self.frames) and not self.done.done():
            self.done.set_result(Spoken(started_at=self.started_at, ended_at=sent_until))


class Microphone:
    """Publish `track`, keep `run` running, and `say` what is to be said."""

    def __init__(self, on_frame: Callable[[bytes], None]) -> None:
        self._on_frame = on_frame
        self._source = rtc.AudioSource(RATE, 1, queue_size_ms=QUEUE_MS)
        self.track = rtc.LocalAudioTrack.create_audio_track("microphone", self._source)
        self._utterance: _Utterance | None = None
        self.began_at: float | None = None
        """When the first frame was due: where a recording of this side begins."""
        self.worst_delay_s = 0.0
        """The longest this machine kept a frame from being sent: above 0.1 nothing is exact."""

    async def run(self) -> None:
        """Send a frame every 20 ms until cancelled; the native queue sets the pace."""
        loop = asyncio.get_running_loop()
        before = self.began_at = loop.time()
        while True:
            speech = self._utterance
            pcm = speech.next_frame() if speech else SILENCE
            self._on_frame(pcm)
            await self._source.capture_frame(rtc.AudioFrame(pcm, RATE, 1, FRAME_SAMPLES))
            now = loop.time()
            self.worst_delay_s = max(self.worst_delay_s, now - before - FRAME_MS / 1000)
            before = now
            if speech:
                speech.frame_sent(now + self._source.queued_duration)

    async def say(self, pcm: bytes) -> Spoken:
        """Speak, and return when the last audible sample has left."""
        done: asyncio.Future[Spoken] = asyncio.get_running_loop().create_future()
        self._utterance = _Utterance(split_frames(without_silent_edges(pcm)) or [SILENCE], done)
        try:
            return await done
        finally:
            self._utterance = None

    async def close(self) -> None:
        """Give the native source back."""
        await self._source.aclose()
