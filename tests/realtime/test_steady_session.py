"""Our speech connection against a Realtime server: what it can do beyond the framework's."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from livekit import rtc
from livekit.agents import APIConnectOptions

from adapters.livekit.error_codes import code_of
from adapters.livekit.model_context import add_note, replace_oldest
from adapters.openai.realtime_model import turn_detection
from adapters.openai.steady_model import SteadyRealtimeModel, SteadyRealtimeSession
from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.faults import Fault, FaultKind
from adapters.realtime_emulator.run import RunningEmulator
from domain.call_policies import TurnTaking
from tests.emulator.conftest import KEY, silence
from tests.emulator.engines import RATE

_WITHIN_S = 5.0


def steady_model(emulator: RunningEmulator, http: aiohttp.ClientSession) -> SteadyRealtimeModel:
    return SteadyRealtimeModel(
        chunk_samples=RATE // 25,
        base_url=emulator.base_url,
        api_key=KEY,
        http_session=http,
        turn_detection=turn_detection(TurnTaking()),
        conn_options=APIConnectOptions(max_retry=2, retry_interval=0.1, timeout=5.0),
    )


class Events:
    """What a session emits under one name."""

    def __init__(self, session: SteadyRealtimeSession, name: Any) -> None:
        self._queue: asyncio.Queue[Any] = asyncio.Queue()
        session.on(name, self._queue.put_nowait)

    async def next(self) -> Any:
        return await asyncio.wait_for(self._queue.get(), _WITHIN_S)

    async def until(self, kind: str) -> Any:
        while (event := await self.next())["type"] != kind:
            pass
        return event


@pytest.fixture
async def session(
    emulator: RunningEmulator, http: aiohttp.ClientSession
) -> AsyncIterator[SteadyRealtimeSession]:
    model = steady_model(emulator, http)
    session = model.session()
    assert isinstance(session, SteadyRealtimeSession)
    await Events(session, "openai_server_event_received").until("session.updated")
    yield session
    await session.aclose()
    await model.aclose()


async def speak(
    session: SteadyRealtimeSession, ears: ScriptedEars, speech: bytes, words: str
) -> None:
    ears.push(words, "en")
    pcm = silence(300) + speech + silence(900)
    for start in range(0, len(pcm), RATE // 25):
        samples = pcm[start : start + RATE // 25]
        session.push_audio(rtc.AudioFrame(samples, RATE, 1, len(samples) // 2))
        await asyncio.sleep(0)


async def test_held_back_it_writes_down_and_answers_nothing(
    session: SteadyRealtimeSession, ears: ScriptedEars, speech: bytes
) -> None:
    events = Events(session, "openai_server_event_received")
    session.hold_back(on=True)
    await events.until("session.updated")
    await speak(session, ears, speech, "say nothing please.")
    heard = await events.until("conversation.item.input_audio_transcription.completed")
    assert heard["transcript"] == "say nothing please."
    await asyncio.sleep(0.3)
    assert not session.has_active_generation

    session.hold_back(on=False)
    await events.until("session.updated")
    await speak(session, ears, speech, "say hello.")
    await events.until("response.created")


async def test_a_new_connection_is_held_back_too(
    session: SteadyRealtimeSession,
    ears: ScriptedEars,
    speech: bytes,
    emulator: RunningEmulator,
) -> None:
    session.hold_back(on=True)
    events = Events(session, "openai_server_event_received")
    await events.until("session.updated")
    reconnected = Events(session, "session_reconnected")
    (live,) = emulator.engine.live
    await live.hang_up(1011, "")
    await reconnected.next()
    await speak(session, ears, speech, "say nothing please.")
    await events.until("conversation.item.input_audio_transcription.completed")
    await asyncio.sleep(0.3)
    assert not session.has_active_generation


async def test_notes_reach_the_model_and_old_turns_give_way_to_a_summary(
    session: SteadyRealtimeSession,
) -> None:
    for number in range(6):
        await add_note(session, f"note {number}")
    assert await replace_oldest(session, "what came before", keep_last=2) == 4
    texts = [str(getattr(item, "text_content", "")) for item in session.chat_ctx.items]
    assert texts == ["what came before", "note 4", "note 5"]
    assert await replace_oldest(session, "again", keep_last=10) == 0


async def test_a_refused_key_is_not_tried_again(
    emulator: RunningEmulator, http: aiohttp.ClientSession
) -> None:
    emulator.engine.faults.order(Fault(kind=FaultKind.REFUSE_401, times=5))
    model = steady_model(emulator, http)
    session = model.session()
    error = await Events(session, "error").next()  # type: ignore[arg-type]
    assert not error.recoverable
    assert code_of(error) == "realtime_refused_401"
    await session.aclose()
    await model.aclose()


async def test_a_busy_endpoint_is_tried_again(
    emulator: RunningEmulator, http: aiohttp.ClientSession
) -> None:
    emulator.engine.faults.order(Fault(kind=FaultKind.REFUSE_429))
    model = steady_model(emulator, http)
    session = model.session()
    errors = Events(session, "error")  # type: ignore[arg-type]
    events = Events(session, "openai_server_event_received")  # type: ignore[arg-type]
    assert (await errors.next()).recoverable
    await events.until("session.created")
    await session.aclose()
    await model.aclose()


async def test_what_is_no_event_ends_nothing(
    session: SteadyRealtimeSession, emulator: RunningEmulator
) -> None:
    events = Events(session, "openai_server_event_received")
    emulator.engine.faults.order(Fault(kind=FaultKind.MALFORMED_JSON))
    await add_note(session, "first")
    emulator.engine.faults.order(Fault(kind=FaultKind.UNKNOWN_EVENT))
    await add_note(session, "second")
    assert (await events.until("conversation.item.done"))["item"]["content"][0]["text"] == "first"
    assert (await events.until("conversation.item.done"))["item"]["content"][0]["text"] == "second"


async def test_events_that_come_twice_are_brought_once(
    session: SteadyRealtimeSession,
    ears: ScriptedEars,
    speech: bytes,
    emulator: RunningEmulator,
) -> None:
    events = Events(session, "openai_server_event_received")
    emulator.engine.faults.order(Fault(kind=FaultKind.DUPLICATE_EVENT, times=100_000))
    await speak(session, ears, speech, "say hello out there.")
    ids = [(await events.next())["event_id"]]
    while (event := await events.next())["type"] != "response.done":
        ids.append(event["event_id"])
    assert len(ids) == len(set(ids))
