"""A soft tone while the agent cannot speak, so that nobody thinks that the line is dead."""

import asyncio
import contextlib

import numpy as np
from livekit import rtc
from loguru import logger

_RATE = 24_000
_FRAME = _RATE // 50
_HZ = (392.0, 494.0)
"""Two notes, G4 and B4: unlike any dial, busy or ringing tone."""
_NOTE_S = 0.25
_PERIOD_S = 2.0
_LEVEL = 0.08


class HoldTone:
    """Plays into a track of its own, published when it is first wanted."""

    def __init__(self, room: rtc.Room) -> None:
        self._room = room
        self._playing: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Play until stopped; starting twice is playing once, unless it broke in between."""
        if self._playing is None or self._playing.done():
            self._playing = asyncio.create_task(self._play())

    async def stop(self) -> None:
        """Fall silent at once."""
        playing, self._playing = self._playing, None
        if playing is not None:
            playing.cancel()
            await asyncio.gather(playing, return_exceptions=True)

    async def _play(self) -> None:
        source = rtc.AudioSource(_RATE, 1, queue_size_ms=100)
        track = rtc.LocalAudioTrack.create_audio_track("hold", source)
        options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE)
        published = None
        try:
            published = await self._room.local_participant.publish_track(track, options)
            melody = hold_melody()
            while True:
                for start in range(0, len(melody), _FRAME):
                    pcm = melody[start : start + _FRAME]
                    await source.capture_frame(rtc.AudioFrame(pcm.tobytes(), _RATE, 1, len(pcm)))
        except Exception as error:
            logger.bind(code=type(error).__name__).warning("the hold tone could not be played")
        finally:
            if published is not None:
                with contextlib.suppress(Exception):
                    await self._room.local_participant.unpublish_track(published.sid)
            await source.aclose()


def hold_melody() -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    """One period at 24 kHz: two short soft notes, then silence."""
    at = np.arange(int(_NOTE_S * _RATE)) / _RATE
    fade = np.sin(np.pi * at / _NOTE_S)
    notes = [np.sin(2 * np.pi * hz * at) * fade for hz in _HZ]
    rest = np.zeros(int(_PERIOD_S * _RATE) - sum(map(len, notes)))
    return (np.concatenate([*notes, rest]) * _LEVEL * 32767).astype(np.int16)
