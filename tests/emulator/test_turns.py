"""Turns from real audio: voice activity, commits, transcripts, barge-in, silence."""

import asyncio
import base64
from typing import Any

import pytest

from adapters.realtime_emulator.audio.g711 import encode
from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.ports import Heard
from adapters.realtime_emulator.resample import resample
from tests.emulator.conftest import silence
from tests.emulator.raw_client import RawClient
from tests.emulator.turns import TRANSCRIPT, hearing


async def test_a_spoken_turn_is_answered_in_the_documented_order(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("say good morning", "en")
    await client.set(audio=hearing())
    client.events.clear()
    await client.append(silence(300) + speech + silence(600))
    await client.until("response.done")
    kinds = [kind for kind in client.kinds if not kind.startswith(TRANSCRIPT)]
    assert kinds[:7] == [
        "input_audio_buffer.speech_started",
        "input_audio_buffer.speech_stopped",
        "input_audio_buffer.committed",
        "conversation.item.added",
        "conversation.item.done",
        "response.created",
        "rate_limits.updated",
    ]
    turn = client.events[0]["item_id"]
    for kind in ("input_audio_buffer.speech_stopped", "input_audio_buffer.committed"):
        assert client.last(kind)["item_id"] == turn
    assert client.all("conversation.item.added")[0]["item"]["id"] == turn


async def test_speech_is_placed_on_the_sessions_clock(client: RawClient, speech: bytes) -> None:
    await client.set(audio=hearing(create_response=False))
    await client.append(silence(1_000) + speech + silence(600))
    await client.until("input_audio_buffer.committed")
    started = client.last("input_audio_buffer.speech_started")["audio_start_ms"]
    stopped = client.last("input_audio_buffer.speech_stopped")["audio_end_ms"]
    assert 600 <= started <= 900, "a second of silence, less 300 ms of prefix"
    assert 1_000 + len(speech) // 48 <= stopped + 100
    assert stopped <= 1_000 + len(speech) // 48 + 400


async def test_the_transcript_comes_in_pieces_and_as_a_whole_with_its_language(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("ich möchte bitte einen Termin", "de")
    await client.set(audio=hearing(create_response=False))
    await client.append(speech + silence(600))
    completed = await client.until(f"{TRANSCRIPT}.completed")
    assert completed["transcript"] == "ich möchte bitte einen Termin"
    assert completed["languages"] == [{"code": "de"}]
    assert completed["usage"]["type"] == "tokens"
    deltas = [event["delta"] for event in client.all(f"{TRANSCRIPT}.delta")]
    assert len(deltas) > 1
    assert "".join(deltas) == completed["transcript"]
    assert completed["item_id"] == client.last("input_audio_buffer.committed")["item_id"]


async def test_whisper_is_billed_by_time(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("hello")
    settings = hearing(create_response=False)
    settings["input"]["transcription"] = {"model": "whisper-1"}
    await client.set(audio=settings)
    await client.append(speech + silence(600))
    usage = (await client.until(f"{TRANSCRIPT}.completed"))["usage"]
    assert usage["type"] == "duration"
    assert usage["seconds"] == pytest.approx(len(speech) / 48_000, abs=0.8)


async def test_without_transcription_the_brain_still_hears(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("say understood")
    settings = hearing()
    settings["input"]["transcription"] = None
    await client.set(audio=settings)
    await client.append(speech + silence(600))
    done = await client.until("response.done")
    assert done["response"]["output"][0]["content"][0]["transcript"] == "understood"
    assert not [kind for kind in client.kinds if kind.startswith(TRANSCRIPT)]


async def test_the_response_is_announced_at_once_and_waits_for_the_words(
    client: RawClient, ears: ScriptedEars, speech: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    understood, hear = asyncio.Event(), ears.hear

    async def hear_slowly(*args: Any, **kwargs: Any) -> Heard:
        await understood.wait()
        return await hear(*args, **kwargs)

    monkeypatch.setattr(ears, "hear", hear_slowly)
    ears.push("say finally")
    await client.set(audio=hearing())
    await client.append(speech + silence(600))
    await client.until("response.created")
    await client.set()
    assert "response.output_item.added" not in client.kinds
    understood.set()
    done = await client.until("response.done")
    assert done["response"]["output"][0]["content"][0]["transcript"] == "finally"


async def test_silence_is_no_turn(client: RawClient) -> None:
    await client.set(audio=hearing())
    await client.append(silence(2_000))
    await client.set()
    assert "input_audio_buffer.speech_started" not in client.kinds


async def test_a_pause_shorter_than_the_silence_does_not_end_the_turn(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("say both halves")
    await client.set(audio=hearing(silence_duration_ms=700))
    await client.append(speech + silence(450) + speech + silence(1_000))
    done = await client.until("response.done")
    assert done["response"]["output"][0]["content"][0]["transcript"] == "both halves"
    assert len(client.all("input_audio_buffer.speech_started")) == 1


async def test_semantic_detection_waits_for_the_end_of_the_sentence(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    detection = {"type": "semantic_vad", "eagerness": "high", "create_response": False}
    await client.set(audio={"input": {"turn_detection": detection}})
    ears.push("my name is")
    await client.append(speech + silence(1_500))
    await client.set()
    assert "input_audio_buffer.speech_stopped" not in client.kinds
    await client.append(silence(800))
    await client.until("input_audio_buffer.committed")


async def test_semantic_detection_ends_a_whole_sentence_soon(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    detection = {"type": "semantic_vad", "create_response": False}
    await client.set(audio={"input": {"turn_detection": detection}})
    ears.push("I want to know the price")
    await client.append(speech + silence(800))
    await client.until("input_audio_buffer.committed")


async def test_a_manual_commit_makes_an_item_and_no_response(
    client: RawClient, ears: ScriptedEars
) -> None:
    ears.push("say manual")
    await client.set(audio={"input": {"turn_detection": None}}, output_modalities=["text"])
    await client.append(silence(300))
    await client.ask("input_audio_buffer.commit", "conversation.item.done")
    await client.set()
    assert "response.created" not in client.kinds
    response = await client.respond()
    assert response["output"][0]["content"][0]["text"] == "manual"


async def test_too_little_audio_cannot_be_committed(client: RawClient) -> None:
    await client.set(audio={"input": {"turn_detection": None}})
    await client.append(silence(90))
    answer = await client.ask("input_audio_buffer.commit", "error", event_id="mine")
    assert answer["error"]["code"] == "input_audio_buffer_commit_empty"
    assert answer["error"]["event_id"] == "mine"


async def test_cleared_audio_is_gone(client: RawClient) -> None:
    await client.set(audio={"input": {"turn_detection": None}})
    await client.append(silence(500))
    await client.ask("input_audio_buffer.clear", "input_audio_buffer.cleared")
    answer = await client.ask("input_audio_buffer.commit", "error")
    assert answer["error"]["code"] == "input_audio_buffer_commit_empty"


async def test_a_turn_that_was_cleared_is_heard_anew(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("say still there")
    await client.set(audio=hearing(silence_duration_ms=500))
    await client.append(speech + silence(350))
    await client.until("input_audio_buffer.speech_started")
    await client.ask("input_audio_buffer.clear", "input_audio_buffer.cleared")
    await client.append(speech + silence(800))
    done = await client.until("response.done")
    assert done["response"]["output"][0]["content"][0]["transcript"] == "still there"


@pytest.mark.parametrize("audio", ["not base64!", base64.b64encode(b"odd").decode()])
async def test_broken_audio_is_refused(client: RawClient, audio: str) -> None:
    answer = await client.ask("input_audio_buffer.append", "error", audio=audio)
    assert answer["error"]["param"] == "audio"


async def test_there_is_no_output_buffer_on_a_socket(client: RawClient) -> None:
    answer = await client.ask("output_audio_buffer.clear", "error")
    assert answer["error"]["type"] == "invalid_request_error"


@pytest.mark.parametrize("law", ["pcmu", "pcma"])
async def test_a_telephone_call_works_in_g711_both_ways(
    client: RawClient, ears: ScriptedEars, speech: bytes, law: str
) -> None:
    ears.push("say over the telephone")
    telephone = {"type": f"audio/{law}"}
    settings = hearing()
    settings["input"]["format"] = telephone
    session = await client.set(audio={**settings, "output": {"format": telephone}})
    assert session["audio"]["output"]["format"] == telephone
    narrow = encode(resample(speech + silence(600), source=24_000, target=8_000), law)
    for start in range(0, len(narrow), 800):
        piece = base64.b64encode(narrow[start : start + 800]).decode()
        await client.send("input_audio_buffer.append", audio=piece)
    await client.until("response.done")
    spoken_ms = len(client.audio()) // 8
    assert spoken_ms == pytest.approx(len("over the telephone") * 50, abs=20)


async def test_a_silent_caller_is_noticed_after_the_audio_was_played(client: RawClient) -> None:
    await client.set(audio=hearing(idle_timeout_ms=500))
    await client.append(silence(600))
    await client.tell("say hm")
    triggered = await client.until("input_audio_buffer.timeout_triggered")
    assert triggered["audio_end_ms"] - triggered["audio_start_ms"] == 500
    committed = await client.until("input_audio_buffer.committed")
    assert committed["item_id"] == triggered["item_id"]
    done = await client.until("response.done")
    assert done["response"]["status"] == "completed"


async def test_a_caller_who_speaks_is_not_silent(client: RawClient, speech: bytes) -> None:
    await client.set(audio=hearing(idle_timeout_ms=500))
    await client.tell("say hm")
    await client.append(speech)
    await client.until("input_audio_buffer.speech_started")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(1.0):
            await client.until("input_audio_buffer.timeout_triggered")


async def test_a_transcription_session_transcribes_and_stays_silent(
    connect: Any, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("only words", "en")
    async with connect("intent=transcription") as client:
        transcription = {"model": "gpt-4o-mini-transcribe"}
        change = {"type": "transcription", "audio": {"input": {"transcription": transcription}}}
        await client.ask("session.update", "session.updated", session=change)
        await client.append(speech + silence(700))
        completed = await client.until(f"{TRANSCRIPT}.completed")
    assert completed["transcript"] == "only words"
    assert "response.created" not in client.kinds
