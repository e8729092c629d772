"""A client that steers the session while it runs: tools, notes, languages, and holding back."""

import pytest

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.ports import Expectation, Heard, Pcm
from tests.emulator.conftest import silence
from tests.emulator.raw_client import RawClient
from tests.emulator.turns import TRANSCRIPT, hearing

TOOL = {"type": "function", "name": "weather", "description": "Tells it.", "parameters": {}}


async def test_a_turn_that_may_not_be_answered_is_heard_and_transcribed(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("say now you may", "en")
    await client.set(audio=hearing(create_response=False))
    await client.append(speech + silence(700))
    completed = await client.until(f"{TRANSCRIPT}.completed")
    assert completed["transcript"] == "say now you may"
    assert "response.created" not in client.kinds
    response = await client.respond()
    assert response["output"][0]["content"][0]["transcript"] == "now you may"


async def test_tools_and_instructions_change_during_a_session(client: RawClient) -> None:
    await client.set(output_modalities=["text"], instructions="first")
    first = await client.tell("instructions")
    session = await client.set(instructions="second", tools=[TOOL])
    second = await client.tell("instructions")
    assert [done["output"][0]["content"][0]["text"] for done in (first, second)] == [
        *("first", "second"),
    ]
    assert session["tools"][0]["name"] == "weather"
    called = await client.tell("call weather Vienna")
    assert called["output"][1]["name"] == "weather"


async def test_notes_and_the_assistants_own_words_can_be_put_into_the_conversation(
    client: RawClient,
) -> None:
    await client.set(output_modalities=["text"])
    for role, kind in (("system", "input_text"), ("assistant", "output_text")):
        await client.write(f"{role} words", role=role, content=[_part(kind, f"{role} words")])
    done = await client.tell("recall")
    assert done["output"][0]["content"][0]["text"] == (
        "system: system words / assistant: assistant words"
    )


async def test_a_note_can_be_taken_back(client: RawClient) -> None:
    await client.set(output_modalities=["text"])
    await client.write("a note", id="note", role="system")
    await client.ask("conversation.item.delete", "conversation.item.deleted", item_id="note")
    done = await client.tell("recall")
    assert done["output"][0]["content"][0]["text"] == ""


class AttentiveEars(ScriptedEars):
    """Scripted ears that keep what they were told to expect."""

    def __init__(self) -> None:
        super().__init__()
        self.expected: list[Expectation] = []

    async def hear(self, audio: Pcm, *, rate: int, expecting: Expectation) -> Heard:
        """Note *expecting*."""
        self.expected.append(expecting)
        return await super().hear(audio, rate=rate, expecting=expecting)


class TestWhenTheClientNamesTheLanguage:
    """`audio.input.transcription.language`."""

    @pytest.fixture
    def ears(self) -> AttentiveEars:
        return AttentiveEars()

    async def test_the_ears_do_not_look_for_another(
        self, client: RawClient, ears: AttentiveEars, speech: bytes
    ) -> None:
        ears.push("hola", "es")
        settings = hearing()
        settings["input"]["transcription"]["language"] = "es"
        await client.set(audio=settings)
        await client.append(speech + silence(700))
        completed = await client.until(f"{TRANSCRIPT}.completed")
        assert completed["languages"] == [{"code": "es"}]
        assert {(told.language, told.languages) for told in ears.expected} == {("es", ("es",))}


def _part(kind: str, text: str) -> dict[str, str]:
    return {"type": kind, "text": text}
