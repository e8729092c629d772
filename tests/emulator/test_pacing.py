"""How long to wait for more words, and which words belong beside which audio."""

from typing import Any

import pytest

from adapters.realtime_emulator.protocol.captions import Captions
from adapters.realtime_emulator.protocol.endpointing import patience_ms

SEMANTIC = {"type": "semantic_vad", "eagerness": "medium"}


@pytest.mark.parametrize(
    ("words", "slot", "patience"),
    [
        ("I want to know the price.", None, 300),
        ("Yes.", "yes_no", 300),
        ("My name is", "name", 4_000),
        ("john at", "email", 4_000),
        ("Well, um...", None, 4_000),
        ("", None, 4_000),
        (None, None, 4_000),
        ("43 660", "phone", 4_000),
        ("43 660 1234567", "phone", 300),
        ("call me tomorrow", "phone", 300),
    ],
)
def test_an_unfinished_sentence_is_waited_for(
    words: str | None, slot: str | None, patience: int
) -> None:
    assert patience_ms(SEMANTIC, words, slot) == patience


@pytest.mark.parametrize(
    ("turns", "patience"),
    [
        ({"type": "semantic_vad", "eagerness": "low"}, 8_000),
        ({"type": "semantic_vad", "eagerness": "auto"}, 4_000),
        ({"type": "semantic_vad", "eagerness": "high"}, 2_000),
        ({"type": "server_vad", "silence_duration_ms": 450}, 450),
    ],
)
def test_the_settings_say_how_long_at_most(turns: dict[str, Any], patience: int) -> None:
    assert patience_ms(turns, "and", None) == patience


def test_words_come_about_as_fast_as_they_are_spoken() -> None:
    captions = Captions("one two three four five six seven eight nine ten")
    first, second = captions.due(0), captions.due(1_000)
    assert first == "one two three"
    assert second.startswith(" four")
    assert "ten" not in second


def test_all_words_come_once() -> None:
    text = "one two three four five six seven eight nine ten"
    captions = Captions(text)
    pieces = [captions.due(ms) for ms in range(0, 2_000, 100)]
    assert "".join([*pieces, captions.rest()]) == text
    assert captions.rest() == ""
