"""The caller's end of the line: the room, the microphone, the ear, the recording."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from livekit import rtc

from adapters.livekit.caller.captions import AgentCaptions
from adapters.livekit.caller.listener import AgentListener, frames_of
from adapters.livekit.caller.microphone import Microphone
from adapters.livekit.caller.recording import StereoRecording
from adapters.livekit.caller.report import CallFailedError

_JOIN_DEADLINE_S = 15.0
_AGENT = rtc.ParticipantKind.PARTICIPANT_KIND_AGENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """Which room to join, with which token; *identity* is the one in the token."""

    url: str
    token: str
    identity: str


@dataclass(slots=True, kw_only=True)
class Telephone:
    """A line that is open. Times are seconds of the event loop."""

    room: rtc.Room
    microphone: Microphone
    listener: AgentListener
    captions: AgentCaptions
    agent_joined: asyncio.Event = field(default_factory=asyncio.Event)
    agent_joined_at: float | None = None
    agent_left: asyncio.Event = field(default_factory=asyncio.Event)


@contextlib.asynccontextmanager
async def telephone(
    connection: Connection, *, hangover_s: float, recording: StereoRecording | None
) -> AsyncIterator[Telephone]:
    """Join the room and speak into it; leaving the block hangs up.

    Raises CallFailedError when the room cannot be joined.
    """
    ignore = _Ignore()
    sink = recording or ignore
    microphone = Microphone(sink.caller_said)
    async with _background() as tasks:
        line = Telephone(
            room=rtc.Room(),
            microphone=microphone,
            listener=AgentListener(hangover_s=hangover_s, on_frame=sink.heard),
            captions=AgentCaptions(tasks.group, own_identity=connection.identity),
        )
        _watch(line, tasks)
        if recording is not None:
            _overhear(line, tasks, recording)
        try:
            await _join(line, connection)
            tasks.keep(microphone.run())
            yield line
        finally:
            await line.room.disconnect()
            await microphone.close()


async def _join(line: Telephone, connection: Connection) -> None:
    line.captions.attach(line.room)
    try:
        async with asyncio.timeout(_JOIN_DEADLINE_S):
            await line.room.connect(connection.url, connection.token)
            options = rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE)
            track = line.microphone.track
            published = await line.room.local_participant.publish_track(track, options)
    except (rtc.ConnectError, TimeoutError) as error:
        raise CallFailedError(f"the caller could not join the room: {error}") from error
    line.captions.callers_tracks.add(published.sid)
    for participant in line.room.remote_participants.values():
        _note_agent(line, participant)


def _watch(line: Telephone, tasks: "_Tasks") -> None:
    def subscribed(track: rtc.Track, _: object, participant: rtc.RemoteParticipant) -> None:
        if track.kind != rtc.TrackKind.KIND_AUDIO:
            return
        if participant.kind == _AGENT:
            tasks.keep(line.listener.follow(track))
        else:
            line.captions.callers_tracks.add(track.sid)

    def left(participant: rtc.RemoteParticipant) -> None:
        if participant.kind == _AGENT:
            line.agent_left.set()

    line.room.on("track_subscribed", subscribed)
    line.room.on("participant_connected", lambda participant: _note_agent(line, participant))
    line.room.on("participant_disconnected", left)
    line.room.on("disconnected", lambda _: line.agent_left.set())


def _overhear(line: Telephone, tasks: "_Tasks", recording: StereoRecording) -> None:
    """Keep what further callers say: it sounds at the caller's ear too."""

    async def follow(track: rtc.Track, who: str) -> None:
        async with aclosing(frames_of(track)) as frames:
            async for pcm in frames:
                recording.heard(pcm, who=who)

    def subscribed(track: rtc.Track, _: object, participant: rtc.RemoteParticipant) -> None:
        if track.kind == rtc.TrackKind.KIND_AUDIO and participant.kind != _AGENT:
            tasks.keep(follow(track, participant.identity))

    line.room.on("track_subscribed", subscribed)


def _note_agent(line: Telephone, participant: rtc.RemoteParticipant) -> None:
    if participant.kind == _AGENT and not line.agent_joined.is_set():
        line.agent_joined_at = asyncio.get_running_loop().time()
        line.agent_joined.set()


class _Ignore:
    def caller_said(self, pcm: bytes) -> None:
        """Nobody keeps it."""

    def heard(self, pcm: bytes) -> None:
        """Nobody keeps it."""


@dataclass(slots=True)
class _Tasks:
    group: asyncio.TaskGroup
    kept: list[asyncio.Task[None]] = field(default_factory=list)

    def keep(self, work: Coroutine[Any, Any, None]) -> None:
        self.kept.append(self.group.create_task(work))


@contextlib.asynccontextmanager
async def _background() -> AsyncIterator[_Tasks]:
    async with asyncio.TaskGroup() as group:
        tasks = _Tasks(group)
        try:
            yield tasks
        finally:
            for task in tasks.kept:
                task.cancel()
