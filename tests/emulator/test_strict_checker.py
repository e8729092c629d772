"""The checker that all protocol tests lean on can fail."""

from typing import Any

import pytest

from tests.emulator.strict import SERVER_EVENTS, NotInProtocolError, check

STARTED = {
    "type": "input_audio_buffer.speech_started",
    "event_id": "event_1",
    "audio_start_ms": 10,
    "item_id": "item_1",
}


def test_a_right_event_passes() -> None:
    check(STARTED)


@pytest.mark.parametrize(
    ("planted", "complaint"),
    [
        ({"type": "response.audio.delta"}, "unknown event type"),
        ({"item_id": None}, "item_id"),
        ({"audio_start_ms": "10"}, "audio_start_ms"),
        ({"colour": "red"}, "unknown fields colour"),
    ],
)
def test_a_planted_mistake_fails(planted: dict[str, Any], complaint: str) -> None:
    with pytest.raises(NotInProtocolError, match=complaint):
        check({**STARTED, **planted})


@pytest.mark.parametrize("missing", ["event_id", "item_id", "audio_start_ms"])
def test_a_missing_field_fails(missing: str) -> None:
    with pytest.raises(NotInProtocolError, match=missing):
        check({key: value for key, value in STARTED.items() if key != missing})


def test_a_mistake_deep_inside_fails() -> None:
    item = {"type": "message", "role": "user", "content": [{"type": "input_text", "smell": "x"}]}
    with pytest.raises(NotInProtocolError, match=r"item\.content\.smell"):
        check({"type": "conversation.item.added", "event_id": "event_1", "item": item})


def test_the_package_still_knows_the_events_of_the_specification() -> None:
    assert {"session.created", "response.done", "conversation.item.added", "error"} <= set(
        SERVER_EVENTS
    )
