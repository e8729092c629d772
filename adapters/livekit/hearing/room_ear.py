"""The agent's ear: every person's microphone in the room, mixed into one stream."""

import asyncio
from collections.abc import Callable

import numpy as np
from livekit import rtc
from livekit.agents.voice.io import AudioInput
from livekit.agents.voice.room_io._pre_connect_audio import PreConnectAudioHandler
from livekit.rtc._proto.track_pb2 import AudioTrackFeature
from loguru import logger

from adapters.livekit.hearing.barge_in_gate import BargeInGate
from adapters.livekit.hearing.loudness import rms
from adapters.livekit.hearing.mixing import FRAME_MS, FRAME_SAMPLES, RATE, Mixer, Samples
from adapters.livekit.hearing.who_spoke import WhoSpoke

PEOPLE = (
    rtc.ParticipantKind.PARTICIPANT_KIND_STANDARD,
    rtc.ParticipantKind.PARTICIPANT_KIND_SIP,
)
_CLOSES_WITHIN_S = 2.0
_EARLY_AUDIO_WITHIN_S = 3.0


class RoomEar(AudioInput):
    """Hears whoever is in the room, joins later or comes back; `attach` it to a room, then iterate.

    What a client recorded while it was still connecting is heard first. When the last microphone
    ends, *hush_ms* of silence follow, so that words that were being spoken become a turn.
    """

    def __init__(
        self,
        *,
        now_ms: Callable[[], int],
        agent_speaks: Callable[[], bool],
        barge_in_after_ms: int,
        hush_ms: int,
    ) -> None:
        super().__init__(label="room")
        self._now_ms = now_ms
        self._agent_speaks = agent_speaks
        self._hush_frames = hush_ms // FRAME_MS
        self._mixer = Mixer()
        self._gate = BargeInGate(after_ms=barge_in_after_ms)
        self._frames: asyncio.Queue[rtc.AudioFrame] = asyncio.Queue()
        self._listening: dict[str, asyncio.Task[None]] = {}
        self._early: PreConnectAudioHandler | None = None
        self.speakers = WhoSpoke()

    def attach(self, room: rtc.Room) -> None:
        """Hear the microphones of *room*, those of now and of later."""
        self._early = PreConnectAudioHandler(room=room, timeout=_EARLY_AUDIO_WITHIN_S)
        self._early.register()
        room.on("track_subscribed", self._on_subscribed)
        room.on("track_unsubscribed", self._on_unsubscribed)
        for participant in room.remote_participants.values():
            for publication in participant.track_publications.values():
                if publication.track is not None:
                    self._on_subscribed(publication.track, publication, participant)

    async def __anext__(self) -> rtc.AudioFrame:
        return await self._frames.get()

    async def aclose(self) -> None:
        """Stop listening."""
        tasks = list(self._listening.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._early is not None:
            await self._early.aclose()

    def _on_subscribed(
        self,
        track: rtc.Track,
        publication: rtc.RemoteTrackPublication,
        participant: rtc.RemoteParticipant,
    ) -> None:
        is_microphone = publication.source in (
            rtc.TrackSource.SOURCE_MICROPHONE,
            rtc.TrackSource.SOURCE_UNKNOWN,
        )
        is_audio = track.kind == rtc.TrackKind.KIND_AUDIO
        if participant.kind not in PEOPLE or not is_audio or not is_microphone:
            return
        self._stop(publication.sid)
        task = asyncio.create_task(self._listen(track, publication, participant.identity))
        task.add_done_callback(_tell_if_broken)
        self._listening[publication.sid] = task

    def _on_unsubscribed(
        self, _: rtc.Track, publication: rtc.RemoteTrackPublication, __: rtc.RemoteParticipant
    ) -> None:
        self._stop(publication.sid)

    def _stop(self, sid: str) -> None:
        task = self._listening.pop(sid, None)
        if task is not None:
            task.cancel()

    async def _listen(
        self, track: rtc.Track, publication: rtc.RemoteTrackPublication, person: str
    ) -> None:
        stream = rtc.AudioStream.from_track(
            track=track, sample_rate=RATE, num_channels=1, frame_size_ms=FRAME_MS
        )
        levelled = rtc.AudioProcessingModule(auto_gain_control=True)
        try:
            await self._hear_early(publication, person)
            async for event in stream:
                raw = np.frombuffer(event.frame.data, dtype=np.int16)
                loudness = rms(raw)
                self.speakers.note(person, self._now_ms(), loudness)
                levelled.process_stream(event.frame)
                self._hear(publication.sid, np.frombuffer(event.frame.data, dtype=np.int16))
        finally:
            self._mixer.remove(publication.sid)
            self._fall_silent()
            async with asyncio.timeout(_CLOSES_WITHIN_S):
                await stream.aclose()

    async def _hear_early(self, publication: rtc.RemoteTrackPublication, person: str) -> None:
        """What the client recorded before it was connected."""
        recorded = AudioTrackFeature.TF_PRECONNECT_BUFFER in publication.audio_features
        if self._early is None or not recorded:
            return
        try:
            frames = await self._early.wait_for_data(publication.sid)
        except Exception as error:
            logger.bind(code=type(error).__name__).warning("early audio of the caller did not come")
            return
        samples = _resampled(frames)
        self.speakers.note(person, self._now_ms(), rms(samples))
        for start in range(0, len(samples) - FRAME_SAMPLES + 1, FRAME_SAMPLES):
            self._put(samples[start : start + FRAME_SAMPLES])

    def _hear(self, sid: str, frame: Samples) -> None:
        now = asyncio.get_running_loop().time()
        for mixed in self._mixer.push(sid, frame.copy(), now):
            for passed in self._gate.pass_on(mixed, agent_speaks=self._agent_speaks()):
                self._put(passed)

    def _fall_silent(self) -> None:
        if self._mixer.is_empty:
            for _ in range(self._hush_frames):
                self._put(np.zeros(FRAME_SAMPLES, dtype=np.int16))

    def _put(self, frame: Samples) -> None:
        self._frames.put_nowait(rtc.AudioFrame(frame.tobytes(), RATE, 1, len(frame)))


def _tell_if_broken(listening: asyncio.Task[None]) -> None:
    if not listening.cancelled() and (error := listening.exception()) is not None:
        logger.bind(code=type(error).__name__).error("a microphone is not heard any more")


def _resampled(frames: list[rtc.AudioFrame]) -> Samples:
    if not frames:
        return np.zeros(0, dtype=np.int16)
    rate, channels = frames[0].sample_rate, frames[0].num_channels
    if rate != RATE:
        resampler = rtc.AudioResampler(rate, RATE, num_channels=channels)
        frames = [out for frame in frames for out in resampler.push(frame)]
        frames += resampler.flush()
    samples = np.concatenate([np.frombuffer(frame.data, dtype=np.int16) for frame in frames])
    return samples[::channels].copy()
