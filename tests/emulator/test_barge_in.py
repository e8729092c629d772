"""The caller speaks over the answer."""

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from tests.emulator.conftest import silence
from tests.emulator.raw_client import AUDIO_DELTA, RawClient
from tests.emulator.turns import LONG, hearing


async def test_barge_in_cancels_the_response_under_way(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("say yes?")
    await client.set(audio=hearing())
    await client.write(LONG)
    await client.ask("response.create", AUDIO_DELTA)
    await client.append(speech + silence(600))
    done = await client.until("response.done")
    assert done["response"]["status_details"]["reason"] == "turn_detected"
    started = client.kinds.index("input_audio_buffer.speech_started")
    assert started < client.kinds.index("response.done")
    assert done["response"]["output"][0]["status"] == "incomplete"
    answered = await client.until("response.done")
    assert answered["response"]["output"][0]["content"][0]["transcript"] == "yes?"


async def test_barge_in_after_the_response_was_sent_only_truncates(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("recall")
    await client.set(audio=hearing())
    said = await client.tell("say one two three four")
    await client.append(speech + silence(200))
    await client.until("input_audio_buffer.speech_started")
    item_id, heard_ms = said["output"][0]["id"], len(client.audio()) // 48 // 2
    await client.ask(
        "conversation.item.truncate",
        "conversation.item.truncated",
        item_id=item_id,
        content_index=0,
        audio_end_ms=heard_ms,
    )
    await client.append(silence(600))
    done = await client.until("response.done")
    assert (
        "assistant: one two (interrupted)"
        in done["response"]["output"][0]["content"][0]["transcript"]
    )
    assert [event["response"]["status"] for event in client.all("response.done")] == [
        "completed"
    ] * 2


async def test_interrupting_can_be_switched_off(
    client: RawClient, ears: ScriptedEars, speech: bytes
) -> None:
    ears.push("hello")
    await client.set(audio=hearing(interrupt_response=False))
    await client.write(LONG)
    await client.ask("response.create", AUDIO_DELTA)
    await client.append(speech + silence(600))
    answer = await client.until("error")
    assert answer["error"]["code"] == "conversation_already_has_active_response"
    assert "response.done" not in client.kinds
