"""Parts of a call that break: each is told of, and none takes another with it."""

import asyncio
from collections.abc import Iterator
from types import MappingProxyType
from typing import cast

import pytest
from livekit import rtc
from livekit.agents import AgentSession
from loguru import logger

from adapters.livekit.hearing.room_ear import RoomEar
from adapters.livekit.hold_tone import HoldTone
from adapters.livekit.speech import Speech
from adapters.livekit.teardown import close_each


@pytest.fixture
def logged() -> Iterator[list[str]]:
    lines: list[str] = []
    sink = logger.add(lines.append, format="{level} {message} {extra[code]}")
    yield lines
    logger.remove(sink)


async def a_few_turns() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


class ClosingSession:
    """The framework's session after its end was begun."""

    current_speech = None

    def generate_reply(self, **_: object) -> object:
        raise RuntimeError("AgentSession is closing, cannot use generate_reply()")


async def test_a_reply_that_a_closing_session_refuses_is_told_of() -> None:
    told: list[str] = []
    speech = Speech(cast(AgentSession[None], ClosingSession()), tell=told.append)
    speech.reply("Say hello.")
    await speech.finish()
    assert told == ["reply_failed"]


class DeafRoom:
    """A room into which nothing can be played."""

    def __init__(self) -> None:
        self.attempts = 0
        self.local_participant = self

    async def publish_track(self, *_: object) -> object:
        self.attempts += 1
        raise RuntimeError("no room")


async def test_a_tone_that_broke_can_be_started_again(logged: list[str]) -> None:
    room = DeafRoom()
    tone = HoldTone(cast(rtc.Room, room))
    for _ in range(2):
        tone.start()
        await a_few_turns()
    await tone.stop()
    assert room.attempts == 2
    assert [line.strip() for line in logged] == [
        "WARNING the hold tone could not be played RuntimeError"
    ] * 2


class BrokenMicrophone:
    """Published, and cannot be listened to."""

    kind = rtc.TrackKind.KIND_AUDIO
    source = rtc.TrackSource.SOURCE_MICROPHONE
    sid = "TR_1"

    @property
    def track(self) -> "BrokenMicrophone":
        return self


class Person:
    """Somebody with such a microphone."""

    kind = rtc.ParticipantKind.PARTICIPANT_KIND_STANDARD
    identity = "anna"
    track_publications = MappingProxyType({"TR_1": BrokenMicrophone()})


class OneInTheRoom:
    """A room, and that person in it."""

    remote_participants = MappingProxyType({"anna": Person()})

    def on(self, *_: object) -> None:
        """Nothing happens in it."""

    def isconnected(self) -> bool:
        return False

    def register_byte_stream_handler(self, *_: object) -> None:
        """Nobody has recorded anything."""

    def unregister_byte_stream_handler(self, *_: object) -> None:
        """Nobody has recorded anything."""


async def test_a_microphone_that_cannot_be_heard_is_told_of(logged: list[str]) -> None:
    ear = RoomEar(now_ms=lambda: 0, agent_speaks=lambda: False, barge_in_after_ms=0, hush_ms=0)
    ear.attach(cast(rtc.Room, OneInTheRoom()))
    await a_few_turns()
    assert [line.split()[0] for line in logged] == ["ERROR"]
    assert "a microphone is not heard any more" in logged[0]
    await ear.aclose()


async def test_what_breaks_or_hangs_in_the_teardown_keeps_nothing_from_being_closed(
    logged: list[str],
) -> None:
    closed: list[str] = []

    async def breaks() -> None:
        raise RuntimeError("broken")

    async def hangs() -> None:
        await asyncio.Event().wait()

    async def works() -> None:
        closed.append("ear")

    await close_each(breaks, hangs, works, within_s=0.01)
    assert closed == ["ear"]
    assert [line.split()[-1] for line in logged] == ["RuntimeError", "TimeoutError"]
