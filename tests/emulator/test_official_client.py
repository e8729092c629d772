"""The official `openai` client holds a conversation."""

import asyncio
import base64
from collections.abc import AsyncIterator
from typing import Any

import pytest
from openai import AsyncOpenAI
from openai.resources.realtime.realtime import AsyncRealtimeConnection
from openai.types.realtime import RealtimeServerEvent, ResponseDoneEvent

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from tests.emulator.conftest import silence
from tests.emulator.strict import SERVER_EVENTS
from tests.emulator.test_responses import WEATHER

_DEADLINE_S = 5.0


@pytest.fixture
async def connection(openai_client: AsyncOpenAI) -> AsyncIterator[AsyncRealtimeConnection]:
    async with openai_client.realtime.connect(model="gpt-realtime") as connection:
        assert (await connection.recv()).type == "session.created"
        yield connection


async def until(connection: AsyncRealtimeConnection, kind: str) -> Any:
    """Read on to an event of type *kind*; each one must be of its own typed model."""
    async with asyncio.timeout(_DEADLINE_S):
        async for event in connection:
            assert isinstance(event, SERVER_EVENTS[event.type])
            if event.type == kind:
                return event
    raise AssertionError(f"closed before {kind}")


async def write(connection: AsyncRealtimeConnection, text: str) -> None:
    await connection.conversation.item.create(
        item={"type": "message", "role": "user", "content": [{"type": "input_text", "text": text}]}
    )


async def append(connection: AsyncRealtimeConnection, pcm: bytes) -> None:
    for start in range(0, len(pcm), 4_800):
        audio = base64.b64encode(pcm[start : start + 4_800]).decode()
        await connection.input_audio_buffer.append(audio=audio)


async def test_a_text_conversation(connection: AsyncRealtimeConnection) -> None:
    await connection.session.update(session={"type": "realtime", "output_modalities": ["text"]})
    await write(connection, "say hello")
    await connection.response.create()
    done: ResponseDoneEvent = await until(connection, "response.done")
    assert done.response.output is not None
    message = done.response.output[0]
    assert message.type == "message"
    assert message.content[0].text == "hello"


async def test_a_spoken_turn(
    connection: AsyncRealtimeConnection, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("say at your service", "en")
    transcription: Any = {"model": "gpt-4o-mini-transcribe"}
    await connection.session.update(
        session={"type": "realtime", "audio": {"input": {"transcription": transcription}}}
    )
    await append(connection, speech + silence(800))
    heard = await until(connection, "conversation.item.input_audio_transcription.completed")
    assert heard.transcript == "say at your service"
    assert [language.code for language in heard.languages] == ["en"]
    spoken = await until(connection, "response.output_audio_transcript.done")
    assert spoken.transcript == "at your service"


async def test_a_function_call(connection: AsyncRealtimeConnection) -> None:
    tools: Any = [WEATHER]
    await connection.session.update(
        session={"type": "realtime", "tools": tools, "output_modalities": ["text"]}
    )
    await write(connection, "call weather Vienna")
    await connection.response.create()
    called = await until(connection, "response.function_call_arguments.done")
    assert (called.name, called.arguments) == ("weather", '{"city": "Vienna"}')
    await until(connection, "response.done")
    await connection.conversation.item.create(
        item={"type": "function_call_output", "call_id": called.call_id, "output": "sunny"}
    )
    await connection.response.create()
    answered = await until(connection, "response.output_text.done")
    assert answered.text == "The tool says sunny."


async def test_an_interruption_and_a_truncation(
    connection: AsyncRealtimeConnection, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("say of course")
    await write(connection, "say " + "la " * 1_000)
    await connection.response.create()
    playing = await until(connection, "response.output_audio.delta")
    await append(connection, speech + silence(800))
    interrupted = await until(connection, "response.done")
    assert interrupted.response.status_details.reason == "turn_detected"
    await connection.conversation.item.truncate(
        item_id=playing.item_id, content_index=0, audio_end_ms=100
    )
    truncated = await until(connection, "conversation.item.truncated")
    assert (truncated.item_id, truncated.audio_end_ms) == (playing.item_id, 100)


async def test_truncating_too_much_is_an_error_event(connection: AsyncRealtimeConnection) -> None:
    await write(connection, "say hm")
    await connection.response.create()
    done = await until(connection, "response.done")
    await connection.conversation.item.truncate(
        item_id=done.response.output[0].id, content_index=0, audio_end_ms=60_000
    )
    error = await until(connection, "error")
    assert "is already shorter than 60000ms" in error.error.message


async def test_items_and_the_audio_buffer(connection: AsyncRealtimeConnection) -> None:
    await write(connection, "say hm")
    item_id = (await until(connection, "conversation.item.done")).item.id
    await connection.conversation.item.retrieve(item_id=item_id)
    assert (await until(connection, "conversation.item.retrieved")).item.id == item_id
    await connection.conversation.item.delete(item_id=item_id)
    assert (await until(connection, "conversation.item.deleted")).item_id == item_id
    await connection.input_audio_buffer.clear()
    await until(connection, "input_audio_buffer.cleared")
    await connection.input_audio_buffer.commit(event_id="mine")
    assert (await until(connection, "error")).error.event_id == "mine"


async def test_a_response_is_cancelled(connection: AsyncRealtimeConnection) -> None:
    await write(connection, "say " + "la " * 1_000)
    await connection.response.create()
    await until(connection, "response.output_audio.delta")
    await connection.response.cancel()
    assert (await until(connection, "response.done")).response.status == "cancelled"


async def test_client_secrets_and_calls(openai_client: AsyncOpenAI) -> None:
    created = await openai_client.realtime.client_secrets.create(
        expires_after={"anchor": "created_at", "seconds": 60},
        session={"type": "realtime", "instructions": "Be brief."},
    )
    assert created.value.startswith("ek_")
    assert created.session.type == "realtime"
    assert created.session.instructions == "Be brief."
    async with openai_client.realtime.connect(call_id="rtc_1") as connection:
        await connection.recv()
        await openai_client.realtime.calls.hangup("rtc_1")
        events: list[RealtimeServerEvent] = [event async for event in connection]
    assert events == []


async def test_a_transcription_session(
    openai_client: AsyncOpenAI, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("only words")
    query = {"intent": "transcription"}
    async with openai_client.realtime.connect(extra_query=query) as connection:
        await connection.session.update(
            session={
                "type": "transcription",
                "audio": {"input": {"transcription": {"model": "gpt-4o-mini-transcribe"}}},
            }
        )
        await append(connection, speech + silence(800))
        heard = await until(connection, "conversation.item.input_audio_transcription.completed")
    assert heard.transcript == "only words"
