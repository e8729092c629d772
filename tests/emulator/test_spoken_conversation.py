"""The official client speaks and is spoken to: real ears, a real mouth, the default scenario."""

import asyncio
import base64
from collections.abc import AsyncIterator
from typing import Any

import pytest
from openai import AsyncOpenAI
from openai.resources.realtime.realtime import AsyncRealtimeConnection

from adapters.realtime_emulator.brain.guided import scenario_brains
from adapters.realtime_emulator.engines import (
    EngineUnavailableError,
    default_engines,
    make_mouth,
)
from adapters.realtime_emulator.ports import Mouth
from adapters.realtime_emulator.run import EmulatorConfig, running_emulator
from tests.emulator.conftest import KEY, silence
from tests.emulator.strict import check

pytestmark = pytest.mark.speech
_DEADLINE_S = 30.0
_TRANSCRIBED = "conversation.item.input_audio_transcription.completed"


class Caller:
    """Speaks with a voice of its own, in real sound, and keeps what it was told."""

    def __init__(self, connection: AsyncRealtimeConnection, voice: Mouth) -> None:
        self._connection = connection
        self._voice = voice
        self.heard_audio = bytearray()

    async def say(self, words: str, *, voice: Mouth | None = None, language: str = "en") -> None:
        """Send *words* as sound, then the silence after them; *voice* is another one's."""
        sound = silence(300)
        mouth = voice or self._voice
        async for piece in mouth.speak(words, voice="marin", speed=0.9, language=language):
            sound += piece
        sound += silence(1_000)
        for start in range(0, len(sound), 4_800):
            audio = base64.b64encode(sound[start : start + 4_800]).decode()
            await self._connection.input_audio_buffer.append(audio=audio)

    async def read(self, *kinds: str) -> dict[str, Any]:
        """Read on until each of *kinds* has come; the last event of each."""
        found: dict[str, Any] = {}
        async with asyncio.timeout(_DEADLINE_S):
            while not set(kinds) <= found.keys():
                event = await self._connection.recv()
                check(event.to_dict())
                found[event.type] = event
                if event.type == "response.output_audio.delta":
                    self.heard_audio += base64.b64decode(event.delta)
        return found


@pytest.fixture
async def caller() -> AsyncIterator[Caller]:
    engines = default_engines()
    config = EmulatorConfig(
        ears=engines.ears, mouth=engines.mouth, load_scenario=scenario_brains, scenario="default"
    )
    async with (
        running_emulator(config) as running,
        AsyncOpenAI(base_url=running.base_url, api_key=KEY) as client,
        client.realtime.connect(model="gpt-realtime") as connection,
    ):
        transcription: Any = {"model": "gpt-4o-mini-transcribe"}
        await connection.session.update(
            session={"type": "realtime", "audio": {"input": {"transcription": transcription}}}
        )
        yield Caller(connection, engines.mouth)


async def test_a_caller_is_greeted_heard_and_asked_for_a_name(caller: Caller) -> None:
    await caller._connection.response.create()
    greeting = await caller.read("response.output_audio_transcript.done", "response.done")
    assert "help you" in greeting["response.output_audio_transcript.done"].transcript
    assert len(caller.heard_audio) > 24_000, "half a second of sound at least"

    await caller.say("I would like to know the price of your service.")
    turn = await caller.read(_TRANSCRIBED, "response.done")
    heard = turn[_TRANSCRIBED].transcript.lower()
    assert {"know", "price", "service"} <= set(heard.strip(".").split())
    assert "name" in turn["response.output_audio_transcript.done"].transcript


async def test_a_caller_who_speaks_spanish_is_answered_in_spanish(caller: Caller) -> None:
    try:
        voice = make_mouth("kokoro")
    except EngineUnavailableError as error:
        pytest.skip(str(error))
    words = "Hola, quisiera hacer una pregunta sobre mi pedido."
    await caller.say(words, voice=voice, language="es")
    turn = await caller.read(_TRANSCRIBED, "response.done")
    assert turn[_TRANSCRIBED].to_dict()["languages"] == [{"code": "es"}]
    assert "pregunta" in turn[_TRANSCRIBED].transcript
    assert "nombre completo" in turn["response.output_audio_transcript.done"].transcript


async def test_what_is_said_over_the_answer_interrupts_it(caller: Caller) -> None:
    await caller._connection.response.create()
    greeting = await caller.read("response.done")
    item_id = greeting["response.done"].response.output[0].id
    await caller.say("Excuse me, I have a question.")
    await caller.read("input_audio_buffer.speech_started")
    await caller._connection.conversation.item.truncate(
        item_id=item_id, content_index=0, audio_end_ms=400
    )
    truncated = await caller.read("conversation.item.truncated", "response.done")
    assert truncated["conversation.item.truncated"].item_id == item_id
