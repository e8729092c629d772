"""Responses: spoken, written, calling tools, overridden, cancelled, counted."""

from dataclasses import replace
from itertools import pairwise

import aiohttp
import pytest

from adapters.realtime_emulator.limits import Limits
from adapters.realtime_emulator.ports import Prompt, Reply, Say
from adapters.realtime_emulator.run import EmulatorConfig, RunningEmulator, running_emulator
from tests.emulator.conftest import KEY, Connect
from tests.emulator.engines import MS_PER_CHARACTER, ObedientBrain
from tests.emulator.raw_client import AUDIO_DELTA, RawClient

WEATHER = {
    "type": "function",
    "name": "weather",
    "description": "The weather in a city.",
    "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
}
LONG = "say " + "la " * 1_000


async def test_a_spoken_response_comes_in_the_documented_order(client: RawClient) -> None:
    await client.write("say hello out there")
    client.events.clear()
    await client.respond()
    first, last = client.kinds[:5], client.kinds[-6:]
    assert first == [
        "response.created",
        "rate_limits.updated",
        "response.output_item.added",
        "conversation.item.added",
        "response.content_part.added",
    ]
    assert set(client.kinds[5:-6]) == {"response.output_audio_transcript.delta", AUDIO_DELTA}
    assert last == [
        "response.output_audio.done",
        "response.output_audio_transcript.done",
        "response.content_part.done",
        "response.output_item.done",
        "conversation.item.done",
        "response.done",
    ]


async def test_the_audio_and_the_transcript_are_complete(client: RawClient) -> None:
    words = "hello out there, how do you do today?"
    response = await client.tell(f"say {words}")
    deltas = client.all("response.output_audio_transcript.delta")
    assert "".join(event["delta"] for event in deltas) == words
    assert response["output"][0]["content"] == [{"type": "output_audio", "transcript": words}]
    assert len(client.audio()) // 48 == len(words) * MS_PER_CHARACTER


async def test_audio_comes_in_small_pieces(client: RawClient) -> None:
    await client.tell("say hello out there, how do you do today?")
    sizes = [len(event["delta"]) for event in client.all(AUDIO_DELTA)]
    assert len(sizes) > 10
    assert max(sizes) <= 6_400


async def test_audio_is_held_back_after_its_first_second(
    config: EmulatorConfig, http: aiohttp.ClientSession
) -> None:
    slow = replace(config, limits=Limits(audio_pace=0.001))
    headers = {"Authorization": f"Bearer {KEY}"}
    async with running_emulator(slow) as running:
        url = f"{running.base_url}/realtime?model=m"
        async with http.ws_connect(url, headers=headers) as socket:
            client = RawClient(socket)
            await client.write(LONG)
            await client.send("response.create")
            while len(client.all(AUDIO_DELTA)) < 10:
                await client.until(AUDIO_DELTA)
            await client.set()
            assert len(client.all(AUDIO_DELTA)) <= 11


async def test_a_written_response_has_no_audio(client: RawClient) -> None:
    response = await client.tell("say one two", output_modalities=["text"])
    assert response["output"][0]["content"] == [{"type": "output_text", "text": "one two"}]
    deltas = [event["delta"] for event in client.all("response.output_text.delta")]
    assert deltas == ["one", " two"]
    assert client.last("response.output_text.done")["text"] == "one two"
    assert AUDIO_DELTA not in client.kinds


async def test_a_function_call_waits_for_its_output(client: RawClient) -> None:
    await client.set(tools=[WEATHER], output_modalities=["text"])
    response = await client.tell("call weather Vienna")
    message, call = response["output"]
    assert (message["type"], call["type"]) == ("message", "function_call")
    assert (call["name"], call["arguments"]) == ("weather", '{"city": "Vienna"}')
    deltas = client.all("response.function_call_arguments.delta")
    assert "".join(event["delta"] for event in deltas) == call["arguments"]
    added = client.last("response.output_item.added")["item"]
    assert (added["call_id"], added["arguments"]) == (call["call_id"], "")
    output = {"type": "function_call_output", "call_id": call["call_id"], "output": "sunny"}
    await client.ask("conversation.item.create", "conversation.item.done", item=output)
    response = await client.respond()
    assert response["output"][0]["content"][0]["text"] == "The tool says sunny."


async def test_no_tool_is_called_when_the_choice_is_none(client: RawClient) -> None:
    response = await client.tell("call weather Vienna", tool_choice="none", tools=[WEATHER])
    assert [item["type"] for item in response["output"]] == ["message"]


async def test_metadata_is_echoed_in_created_and_done(client: RawClient) -> None:
    response = await client.tell("say hello", metadata={"client_event_id": "mine"})
    assert response["metadata"] == {"client_event_id": "mine"}
    created = client.last("response.created")["response"]
    assert (created["metadata"], created["id"]) == (response["metadata"], response["id"])


async def test_instructions_hold_for_one_response(client: RawClient) -> None:
    await client.set(instructions="Always.", output_modalities=["text"])
    once = await client.tell("instructions", instructions="Once.")
    again = await client.tell("instructions")
    texts = [response["output"][0]["content"][0]["text"] for response in (once, again)]
    assert texts == ["Once.", "Always."]


async def test_a_second_response_in_the_conversation_is_refused(client: RawClient) -> None:
    await client.write(LONG)
    await client.ask("response.create", "response.created")
    answer = await client.ask("response.create", "error", event_id="mine")
    assert answer["error"]["code"] == "conversation_already_has_active_response"
    assert answer["error"]["event_id"] == "mine"


async def test_a_response_beside_the_conversation_leaves_no_trace(client: RawClient) -> None:
    await client.write(LONG)
    first = await client.ask("response.create", "response.created")
    aside = {
        "type": "message",
        "role": "user",
        "content": [{"type": "input_text", "text": "say x"}],
    }
    beside = await client.respond(conversation="none", input=[aside], output_modalities=["text"])
    assert beside["conversation_id"] is None
    assert beside["output"][0]["content"][0]["text"] == "x"
    cancelled = await client.ask("response.cancel", "response.done")
    assert cancelled["response"]["id"] == first["response"]["id"]
    recalled = await client.tell("recall", output_modalities=["text"])
    assert " x" not in recalled["output"][0]["content"][0]["text"]


class CountingBrain(ObedientBrain):
    """Says how often it was asked."""

    def __init__(self) -> None:
        self._asked = 0

    async def reply(self, prompt: Prompt) -> Reply:
        self._asked += 1
        return (Say(text=str(self._asked)),)


async def test_a_response_beside_the_conversation_does_not_disturb_its_brain(
    emulator: RunningEmulator, connect: Connect
) -> None:
    emulator.engine.new_brain = CountingBrain
    async with connect() as client:
        for aside in ({}, {"conversation": "none"}, {}):
            await client.respond(output_modalities=["text"], **aside)
    said = [event["text"] for event in client.all("response.output_text.done")]
    assert said == ["1", "1", "2"]


async def test_earlier_items_can_be_the_only_input(client: RawClient) -> None:
    await client.write("say first", id="first")
    await client.write("say second")
    reference = {"type": "item_reference", "id": "first"}
    response = await client.respond(input=[reference], output_modalities=["text"])
    assert response["output"][0]["content"][0]["text"] == "first"


async def test_cancelling_ends_with_a_partial_item(client: RawClient) -> None:
    await client.write(LONG)
    await client.ask("response.create", AUDIO_DELTA)
    done = await client.ask("response.cancel", "response.done")
    assert done["response"]["status"] == "cancelled"
    assert done["response"]["status_details"] == {"type": "cancelled", "reason": "client_cancelled"}
    (item,) = done["response"]["output"]
    assert item["status"] == "incomplete"
    assert 0 < len(item["content"][0]["transcript"]) < 300
    assert client.last("response.output_item.done")["item"]["status"] == "incomplete"


async def test_cancelling_at_once_still_ends_the_response(client: RawClient) -> None:
    await client.write(LONG)
    await client.send("response.create")
    done = await client.ask("response.cancel", "response.done")
    assert done["response"]["status"] == "cancelled"
    assert client.last("response.created")["response"]["id"] == done["response"]["id"]


async def test_there_must_be_something_to_cancel(client: RawClient) -> None:
    answer = await client.ask("response.cancel", "error", event_id="mine")
    assert answer["error"]["message"].startswith("Cancellation failed")
    assert answer["error"]["event_id"] == "mine"


async def test_a_response_stops_when_its_tokens_are_used_up(client: RawClient) -> None:
    response = await client.tell(
        "say " + "word " * 50, max_output_tokens=20, output_modalities=["text"]
    )
    assert response["status"] == "incomplete"
    assert response["status_details"]["reason"] == "max_output_tokens"
    assert response["usage"]["output_tokens"] == 20


async def test_a_failing_brain_fails_the_response_not_the_session(client: RawClient) -> None:
    response = await client.tell("fail")
    assert response["status"] == "failed"
    assert response["status_details"]["error"]["code"] == "server_error"
    assert (await client.tell("say fine"))["status"] == "completed"


async def test_usage_adds_up_and_counts_the_conversation_again(client: RawClient) -> None:
    first = (await client.tell("say hello out there"))["usage"]
    second = (await client.tell("say hello again"))["usage"]
    for usage in (first, second):
        into, out = usage["input_token_details"], usage["output_token_details"]
        assert usage["input_tokens"] == into["text_tokens"] + into["audio_tokens"]
        assert usage["output_tokens"] == out["text_tokens"] + out["audio_tokens"]
        assert usage["total_tokens"] == usage["input_tokens"] + usage["output_tokens"]
        cached = into["cached_tokens_details"]
        assert into["cached_tokens"] == cached["text_tokens"] + cached["audio_tokens"]
    assert second["input_tokens"] > first["total_tokens"]
    assert second["input_token_details"]["cached_tokens"] == first["total_tokens"]


async def test_ids_are_never_reused(client: RawClient) -> None:
    await client.tell("say one")
    await client.tell("say two")
    events = [event["event_id"] for event in client.events]
    responses = [event["response"]["id"] for event in client.all("response.created")]
    assert len(set(events)) == len(events)
    assert all(one != other for one, other in pairwise(responses))


@pytest.mark.parametrize(
    ("response", "param"),
    [
        ({"colour": "red"}, "response.colour"),
        ({"conversation": "both"}, "response.conversation"),
        ({"max_output_tokens": 0}, "response.max_output_tokens"),
    ],
)
async def test_a_wrong_request_is_named(
    client: RawClient, response: dict[str, object], param: str
) -> None:
    answer = await client.ask("response.create", "error", response=response, event_id="mine")
    assert (answer["error"]["param"], answer["error"]["event_id"]) == (param, "mine")
