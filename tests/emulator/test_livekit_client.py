"""LiveKit's own Realtime client holds a conversation, and comes back after a lost connection."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from livekit import rtc
from livekit.agents import llm
from livekit.plugins.openai.realtime import RealtimeModel, RealtimeSession

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.faults import Fault, FaultKind
from adapters.realtime_emulator.run import RunningEmulator
from tests.emulator.conftest import KEY, silence
from tests.emulator.engines import RATE

_DEADLINE_S = 5.0


@llm.function_tool
async def weather(city: str) -> str:
    """The weather in a city."""
    return f"sunny in {city}"


@pytest.fixture
async def session(
    emulator: RunningEmulator, http: aiohttp.ClientSession
) -> AsyncIterator[RealtimeSession]:
    model = RealtimeModel(base_url=emulator.base_url, api_key=KEY, http_session=http)
    session = model.session()
    server_events = Received(session, "openai_server_event_received")
    assert (await server_events.next())["type"] == "session.created"
    await session.update_instructions("Be kind.")
    await session.update_tools([weather])
    yield session
    await session.aclose()
    await model.aclose()


async def say(session: RealtimeSession, words: str) -> None:
    context = session.chat_ctx.copy()
    context.add_message(role="user", content=words)
    await session.update_chat_ctx(context)


async def reply(session: RealtimeSession) -> llm.GenerationCreatedEvent:
    return await asyncio.wait_for(session.generate_reply(), _DEADLINE_S)


async def spoken(generation: llm.GenerationCreatedEvent) -> tuple[str, float]:
    """The words and the seconds of all messages."""
    words, seconds = "", 0.0
    async for message in generation.message_stream:
        words += "".join([str(piece) async for piece in message.text_stream])
        seconds += sum([frame.duration async for frame in message.audio_stream])
    return words, seconds


async def push(session: RealtimeSession, pcm: bytes) -> None:
    for start in range(0, len(pcm), RATE // 25):
        samples = pcm[start : start + RATE // 25]
        session.push_audio(rtc.AudioFrame(samples, RATE, 1, len(samples) // 2))
        await asyncio.sleep(0)


class Received:
    """Collects what the session emits under one name."""

    def __init__(self, session: RealtimeSession, name: Any) -> None:
        self._queue: asyncio.Queue[Any] = asyncio.Queue()
        session.on(name, self._queue.put_nowait)

    async def next(self) -> Any:
        return await asyncio.wait_for(self._queue.get(), _DEADLINE_S)


async def replayed(server_events: Received, items: int) -> None:
    """The server has confirmed *items* items of the conversation on a new connection."""
    while (await server_events.next())["type"] != "session.created":
        pass
    while items:
        items -= (await server_events.next())["type"] == "conversation.item.added"


async def test_a_text_turn_is_answered_with_speech(session: RealtimeSession) -> None:
    await say(session, "say hello out there")
    generation = await reply(session)
    assert generation.user_initiated
    words, seconds = await spoken(generation)
    assert words == "hello out there"
    assert seconds == pytest.approx(len(words) * 0.05)


async def test_a_spoken_turn_is_transcribed_and_answered(
    session: RealtimeSession, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("say at your service.", "en")
    heard = Received(session, "input_audio_transcription_completed")
    created = Received(session, "generation_created")
    await push(session, silence(300) + speech + silence(800))
    transcripts = [await heard.next()]
    while not transcripts[-1].is_final:
        transcripts.append(await heard.next())
    assert transcripts[-1].transcript == "say at your service."
    generation = await created.next()
    assert not generation.user_initiated
    assert (await spoken(generation))[0] == "at your service."


async def test_a_tool_is_called_and_its_output_spoken(session: RealtimeSession) -> None:
    await say(session, "call weather Vienna")
    generation = await reply(session)
    await spoken(generation)
    (call,) = [call async for call in generation.function_stream]
    assert (call.name, call.arguments) == ("weather", '{"city": "Vienna"}')
    context = session.chat_ctx.copy()
    output = llm.FunctionCallOutput(
        call_id=call.call_id, name=call.name, output="sunny", is_error=False
    )
    context.items.append(output)
    await session.update_chat_ctx(context)
    assert (await spoken(await reply(session)))[0] == "The tool says sunny."


async def test_speaking_over_the_answer_interrupts_it(
    session: RealtimeSession, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("say of course.")
    started = Received(session, "input_speech_started")
    await say(session, "say " + "la " * 1_000)
    generation = await reply(session)
    await push(session, speech + silence(800))
    await started.next()
    _, seconds = await spoken(generation)
    assert seconds < 1_000 * 3 * 0.05


async def test_a_lost_connection_is_replayed(
    session: RealtimeSession, emulator: RunningEmulator
) -> None:
    await say(session, "say the first answer")
    await spoken(await reply(session))
    server_events = Received(session, "openai_server_event_received")
    (live,) = emulator.engine.live
    await live.hang_up(1011, "")
    await replayed(server_events, items=2)
    await say(session, "recall")
    words, _ = await spoken(await reply(session))
    assert words == "user: say the first answer / assistant: the first answer"
    updates = emulator.engine.journal.read(connection=2, kind="session.update")
    assert any(note.event["session"].get("instructions") == "Be kind." for note in updates)
    assert any(note.event["session"].get("tools") for note in updates)


async def test_an_expired_session_comes_back(
    session: RealtimeSession, emulator: RunningEmulator
) -> None:
    server_events = Received(session, "openai_server_event_received")
    expired = Fault(kind=FaultKind.SESSION_EXPIRED, phrase="farewell")
    emulator.engine.faults.order(expired)
    await say(session, "say farewell")
    await reply(session)
    await replayed(server_events, items=1)
    await say(session, "say here again")
    assert (await spoken(await reply(session)))[0] == "here again"


async def test_a_refused_upgrade_is_tried_again(
    emulator: RunningEmulator, http: aiohttp.ClientSession
) -> None:
    emulator.engine.faults.order(Fault(kind=FaultKind.REFUSE_429))
    model = RealtimeModel(base_url=emulator.base_url, api_key=KEY, http_session=http)
    session = model.session()
    await say(session, "say hello")
    assert (await spoken(await reply(session)))[0] == "hello"
    await session.aclose()
    await model.aclose()


async def test_the_rate_limit_inside_a_response_is_an_error_the_session_survives(
    session: RealtimeSession, emulator: RunningEmulator
) -> None:
    errors = Received(session, "error")
    emulator.engine.faults.order(Fault(kind=FaultKind.RATE_LIMIT))
    await say(session, "say hello")
    await spoken(await reply(session))
    assert (await errors.next()).recoverable
    assert (await spoken(await reply(session)))[0] == "hello"
