"""The caller's ear: when the agent speaks, judged by the audio that arrives and by nothing else."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from livekit import rtc

from adapters.livekit.caller.audio import FRAME_MS, RATE, samples_of
from adapters.livekit.caller.speech_detector import Speech, SpeechDetector

_POLL_S = FRAME_MS / 1000


async def frames_of(track: rtc.Track) -> AsyncGenerator[bytes, None]:
    """The sound of *track* until it ends."""
    stream = rtc.AudioStream(track, sample_rate=RATE, num_channels=1, frame_size_ms=FRAME_MS)
    try:
        async for event in stream:
            yield bytes(event.frame.data)
    finally:
        await stream.aclose()


class AgentListener:
    """`follow` every audio track of the agent; the others say what was heard."""

    def __init__(self, *, hangover_s: float, on_frame: Callable[[bytes], None]) -> None:
        self._on_frame = on_frame
        self._detector = SpeechDetector(hangover_s=hangover_s)
        self._finished: asyncio.Queue[Speech] = asyncio.Queue()
        self.first_heard_at: float | None = None
        """When the first speech of the call arrived."""

    @property
    def speaking_since(self) -> float | None:
        """When the agent began to say what it is saying, None while it is silent."""
        return self._detector.started_at

    async def follow(self, track: rtc.Track) -> None:
        """Hear *track* until it ends."""
        loop = asyncio.get_running_loop()
        try:
            async with aclosing(frames_of(track)) as frames:
                async for pcm in frames:
                    self._on_frame(pcm)
                    self._note(self._detector.hear(samples_of(pcm), loop.time()))
                    if self.first_heard_at is None:
                        self.first_heard_at = self._detector.started_at
        finally:
            self._note(self._detector.cut())

    async def wait_for_start(self, deadline: float) -> bool:
        """Whether the agent is speaking, or has spoken unheard, by *deadline* (loop time)."""
        while self._finished.empty() and self._detector.started_at is None:
            if not await self._pause(deadline):
                return False
        return True

    async def wait_for_end(self, deadline: float) -> Speech | None:
        """The next speech that is over, None when there is none by *deadline*."""
        while self._finished.empty():
            if not await self._pause(deadline):
                return None
        return self._finished.get_nowait()

    def forget(self) -> None:
        """What is over is of no interest any more."""
        while not self._finished.empty():
            self._finished.get_nowait()

    async def _pause(self, deadline: float) -> bool:
        await asyncio.sleep(_POLL_S)
        now = asyncio.get_running_loop().time()
        self._note(self._detector.silence_until(now - 2 * _POLL_S))
        return now < deadline

    def _note(self, speech: Speech | None) -> None:
        if speech:
            self._finished.put_nowait(speech)
