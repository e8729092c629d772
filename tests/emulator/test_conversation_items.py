"""Items: created, retrieved, deleted, truncated, in one chain."""

import base64
from typing import Any

import pytest

from tests.emulator.conftest import silence
from tests.emulator.raw_client import RawClient


async def test_a_client_chosen_id_is_kept(client: RawClient) -> None:
    await client.write("hello", id="my_item")
    added = client.last("conversation.item.added")
    assert (added["item"]["id"], added["item"]["status"]) == ("my_item", "completed")


async def test_items_form_one_chain(client: RawClient) -> None:
    await client.write("one", id="one")
    await client.write("two", id="two")
    item = {"type": "message", "role": "user", "content": [], "id": "zero"}
    front = await client.ask(
        "conversation.item.create", "conversation.item.added", item=item, previous_item_id="root"
    )
    item = {**item, "id": "one_and_a_half"}
    middle = await client.ask(
        "conversation.item.create", "conversation.item.added", item=item, previous_item_id="one"
    )
    previous = [event["previous_item_id"] for event in client.all("conversation.item.added")]
    assert previous == [None, "one", None, "one"]
    assert (front["item"]["id"], middle["item"]["id"]) == ("zero", "one_and_a_half")


@pytest.mark.parametrize(
    ("item", "fields", "code"),
    [
        ({"id": "taken"}, {}, "item_create_duplicate_item_id"),
        ({}, {"previous_item_id": "nowhere"}, "item_not_found"),
        ({"type": "poem"}, {}, "invalid_value"),
        ({"role": "chorus"}, {}, "invalid_value"),
        ({"content": "words"}, {}, "invalid_type"),
        (
            {"role": "assistant", "content": [{"type": "output_audio", "audio": ""}]},
            {},
            "invalid_value",
        ),
        (
            {"type": "function_call_output", "call_id": "x", "output": "y"},
            {},
            "invalid_tool_call_id",
        ),
        ({"type": "function_call", "arguments": "{}"}, {}, "missing_required_parameter"),
    ],
)
async def test_an_impossible_item_is_refused_by_name(
    client: RawClient, item: dict[str, Any], fields: dict[str, Any], code: str
) -> None:
    await client.write("here first", id="taken")
    whole = {"type": "message", "role": "user", "content": [], **item}
    answer = await client.ask(
        "conversation.item.create", "error", item=whole, event_id="mine", **fields
    )
    assert (answer["error"]["code"], answer["error"]["event_id"]) == (code, "mine")


async def test_a_deleted_item_is_gone(client: RawClient) -> None:
    await client.write("forget me", id="gone")
    deleted = await client.ask(
        "conversation.item.delete", "conversation.item.deleted", item_id="gone"
    )
    assert deleted["item_id"] == "gone"
    answer = await client.ask("conversation.item.retrieve", "error", item_id="gone")
    assert answer["error"]["code"] == "item_not_found"


async def test_a_replayed_conversation_is_what_the_brain_sees(client: RawClient) -> None:
    replay: list[dict[str, Any]] = [
        {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "hi"}]},
        {
            "type": "message",
            "role": "assistant",
            "content": [{"type": "output_text", "text": "yes?"}],
        },
        {"type": "function_call", "call_id": "c", "name": "weather", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "c", "output": "sunny"},
    ]
    for number, item in enumerate(replay):
        await client.ask(
            "conversation.item.create", "conversation.item.done", item={"id": f"i{number}", **item}
        )
    await client.set(output_modalities=["text"])
    response = await client.respond()
    assert response["output"][0]["content"][0]["text"] == "The tool says sunny."


async def test_spoken_answers_can_be_retrieved_with_their_audio(client: RawClient) -> None:
    response = await client.tell("say hello there")
    item_id = response["output"][0]["id"]
    got = await client.ask(
        "conversation.item.retrieve", "conversation.item.retrieved", item_id=item_id
    )
    (part,) = got["item"]["content"]
    assert part["transcript"] == "hello there"
    assert base64.b64decode(part["audio"]) == client.audio()


async def test_truncating_shortens_what_the_brain_remembers(client: RawClient) -> None:
    await client.set(output_modalities=["audio"])
    response = await client.tell("say one two three four five six")
    item_id, heard_ms = response["output"][0]["id"], len(client.audio()) // 48 // 2
    await client.ask(
        "conversation.item.truncate",
        "conversation.item.truncated",
        item_id=item_id,
        content_index=0,
        audio_end_ms=heard_ms,
    )
    got = await client.ask(
        "conversation.item.retrieve", "conversation.item.retrieved", item_id=item_id
    )
    assert "transcript" not in got["item"]["content"][0]
    assert len(base64.b64decode(got["item"]["content"][0]["audio"])) == heard_ms * 48
    recalled = await client.tell("recall", output_modalities=["text"])
    text = recalled["output"][0]["content"][0]["text"]
    assert "assistant: one two three (interrupted)" in text


async def test_only_audio_that_exists_can_be_truncated(client: RawClient) -> None:
    response = await client.tell("say one")
    item_id, audio_ms = response["output"][0]["id"], len(client.audio()) // 48
    answer = await client.ask(
        "conversation.item.truncate",
        "error",
        item_id=item_id,
        content_index=0,
        audio_end_ms=audio_ms + 1,
    )
    text = f"Audio content of {audio_ms}ms is already shorter than {audio_ms + 1}ms"
    assert answer["error"]["message"] == text
    await client.write("typed", id="typed")
    answer = await client.ask(
        "conversation.item.truncate", "error", item_id="typed", audio_end_ms=0
    )
    assert answer["error"]["param"] == "item_id"


async def test_audio_in_a_created_item_is_heard_by_the_brain(client: RawClient, ears: Any) -> None:
    ears.push("say heard you")
    sound = base64.b64encode(silence(300)).decode()
    item = {"type": "message", "role": "user", "content": [{"type": "input_audio", "audio": sound}]}
    await client.ask("conversation.item.create", "conversation.item.done", item=item)
    response = await client.respond()
    assert response["output"][0]["content"][0]["transcript"] == "heard you"
