"""What a client can set, and what it is told when it cannot."""

import pytest

from tests.emulator.conftest import Connect
from tests.emulator.raw_client import RawClient


async def test_the_first_event_is_session_created_with_all_settings(connect: Connect) -> None:
    async with connect() as client:
        first = await client.receive()
    assert first["type"] == "session.created"
    assert first["session"]["model"] == "gpt-realtime"
    assert first["session"]["audio"]["input"]["turn_detection"]["type"] == "server_vad"


async def test_an_update_changes_only_what_it_names(client: RawClient) -> None:
    await client.set(instructions="Be kind.", audio={"output": {"speed": 1.2}})
    session = await client.set(tools=[{"type": "function", "name": "weather"}])
    assert session["instructions"] == "Be kind."
    assert session["audio"]["output"] == {
        "format": {"type": "audio/pcm", "rate": 24_000},
        "voice": "marin",
        "speed": 1.2,
    }


async def test_empty_values_clear(client: RawClient) -> None:
    await client.set(instructions="Be kind.", tools=[{"type": "function", "name": "weather"}])
    session = await client.set(instructions="", tools=[], audio={"input": {"turn_detection": None}})
    assert (session["instructions"], session["tools"]) == ("", [])
    assert session["audio"]["input"]["turn_detection"] is None


async def test_turn_detection_is_filled_with_its_defaults(client: RawClient) -> None:
    detection = {"type": "server_vad", "silence_duration_ms": 300}
    session = await client.set(audio={"input": {"turn_detection": detection}})
    assert session["audio"]["input"]["turn_detection"] == {
        "type": "server_vad",
        "threshold": 0.5,
        "prefix_padding_ms": 300,
        "silence_duration_ms": 300,
        "create_response": True,
        "interrupt_response": True,
        "idle_timeout_ms": None,
    }


async def test_transcription_can_be_switched_on_and_off(client: RawClient) -> None:
    on = {"model": "gpt-4o-mini-transcribe", "language": "en"}
    session = await client.set(audio={"input": {"transcription": on}})
    assert session["audio"]["input"]["transcription"] == on
    session = await client.set(audio={"input": {"transcription": None}})
    assert session["audio"]["input"]["transcription"] is None


@pytest.mark.parametrize(
    ("change", "param"),
    [
        ({"output_modalities": ["smell"]}, "session.output_modalities"),
        ({"audio": {"output": {"speed": 9}}}, "session.audio.output.speed"),
        ({"audio": {"output": {"voice": "nobody"}}}, "session.audio.output.voice"),
        ({"audio": {"input": {"format": {"type": "mp3"}}}}, "session.audio.input.format.type"),
        (
            {"audio": {"input": {"turn_detection": {"type": "server_vad", "threshold": 2}}}},
            "session.audio.input.turn_detection.threshold",
        ),
        (
            {"audio": {"input": {"turn_detection": {"type": "semantic_vad", "threshold": 0.5}}}},
            "session.audio.input.turn_detection.threshold",
        ),
        ({"audio": "loud"}, "session.audio"),
        ({"tools": "many"}, "session.tools"),
        ({"tools": [{"type": "function"}]}, "session.tools"),
        ({"model": "another"}, "session.model"),
        ({"temperature": 0.8}, "session.temperature"),
        ({"type": "transcription"}, "session.type"),
    ],
)
async def test_a_wrong_value_is_named_and_changes_nothing(
    client: RawClient, change: dict[str, object], param: str
) -> None:
    fields = {"type": "realtime", "instructions": "changed", **change}
    answer = await client.ask("session.update", "error", session=fields, event_id="mine")
    assert answer["error"]["type"] == "invalid_request_error"
    assert (answer["error"]["param"], answer["error"]["event_id"]) == (param, "mine")
    assert (await client.set())["instructions"] == ""


async def test_the_voice_is_fixed_once_it_was_heard(client: RawClient) -> None:
    await client.tell("say hello")
    change = {"type": "realtime", "audio": {"output": {"voice": "cedar"}}}
    answer = await client.ask("session.update", "error", session=change)
    assert answer["error"]["code"] == "cannot_update_voice"


@pytest.mark.parametrize(
    ("text", "param"),
    [
        ("{", None),
        ("[]", None),
        ('{"type": "no.such.event", "event_id": "e"}', "type"),
        ('{"event_id": "e"}', "type"),
        ('{"type": "session.update", "event_id": "e"}', "session"),
        ('{"type": "conversation.item.delete", "event_id": "e"}', "item_id"),
    ],
)
async def test_a_wrong_event_is_answered_and_the_session_goes_on(
    client: RawClient, text: str, param: str | None
) -> None:
    await client.send_text(text)
    answer = await client.until("error")
    assert answer["error"]["param"] == param
    assert (await client.set(instructions="still here"))["instructions"] == "still here"


async def test_a_transcription_session_has_no_responses(connect: Connect) -> None:
    async with connect("intent=transcription") as client:
        created = await client.receive()
        assert created["session"]["type"] == "transcription"
        answer = await client.ask("response.create", "error")
    assert "no responses" in answer["error"]["message"]
