"""Single events that tell, correct or spoil what is known of a caller's turn."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.livekit.heard_turns import INCOMPLETE
from adapters.livekit.turn_assembly import TurnAssembly
from application.ports.conversation import TurnEnded
from tests.unit.livekit.assembled_call import REPLY, TRANSCRIPTION, Call


@pytest.fixture
def call() -> Call:
    return Call()


def told(turn: TurnEnded | None) -> TurnEnded:
    assert turn is not None
    return turn


def test_words_that_were_recognised_are_never_taken_back(call: Call) -> None:
    call.caller_speaks(100, 900)
    assert told(call.happens(1000, f"{TRANSCRIPTION}.completed", transcript="Hello")).text
    assert call.happens(1100, f"{TRANSCRIPTION}.failed") is None
    assert call.happens(1200, f"{TRANSCRIPTION}.completed", transcript=" ") is None


def test_a_final_that_comes_twice_is_told_once(call: Call) -> None:
    call.caller_speaks(100, 900)
    assert call.happens(1000, f"{TRANSCRIPTION}.completed", transcript="Hello") is not None
    assert call.happens(1500, f"{TRANSCRIPTION}.completed", transcript="Hello") is None


def test_of_a_transcription_that_fails_half_way_the_half_is_kept_and_doubted(call: Call) -> None:
    call.caller_speaks(100, 900)
    for number in (1, 1, 2):
        call.happens(950, f"{TRANSCRIPTION}.delta", delta=f"part {number} ", event_id=f"e{number}")
    failed = told(call.happens(1000, f"{TRANSCRIPTION}.failed"))
    assert (failed.text, failed.suspect) == ("part 1 part 2", INCOMPLETE)
    late = told(call.happens(5000, f"{TRANSCRIPTION}.completed", transcript="part 1 part 2 end"))
    assert (late.text, late.suspect) == ("part 1 part 2 end", None)


def test_speech_whose_events_came_all_at_once_is_put_where_it_was(call: Call) -> None:
    call.happens(9000, "input_audio_buffer.speech_started", audio_start_ms=2700)
    call.happens(9000, "input_audio_buffer.speech_stopped", audio_end_ms=6000)
    turn = told(call.happens(9100, f"{TRANSCRIPTION}.completed", transcript="Hello"))
    assert (turn.start_ms, turn.end_ms) == (6000, 9000)


def test_padding_before_the_first_sound_does_not_move_a_turn(call: Call) -> None:
    call.happens(3000, "input_audio_buffer.speech_started", audio_start_ms=2700)
    call.happens(4000, "input_audio_buffer.speech_stopped", audio_end_ms=4000)
    turn = told(call.happens(4100, f"{TRANSCRIPTION}.completed", transcript="Hello"))
    assert turn.start_ms == 3000


@pytest.mark.parametrize("audio_end_ms", [0, 100, 10**12, -5, "x", True, None])
def test_an_audio_clock_that_makes_no_sense_moves_nothing_out_of_the_call(
    call: Call, audio_end_ms: object
) -> None:
    call.happens(3000, "input_audio_buffer.speech_started", audio_start_ms=2700)
    call.happens(4000, "input_audio_buffer.speech_stopped", audio_end_ms=audio_end_ms)
    turn = told(call.happens(4100, f"{TRANSCRIPTION}.completed", transcript="Hello"))
    assert 0 <= turn.start_ms <= 3000
    assert turn.end_ms == 4000


def test_speech_that_a_lost_connection_cuts_off_ends_there(call: Call) -> None:
    call.happens(1000, "input_audio_buffer.speech_started")
    call.happens(2000, "session.created", "", session={})
    call.now = 60_000
    (turn,) = call.assembly.unfinished()
    assert (turn.text, turn.start_ms, turn.end_ms) == ("", 1000, 2000)


def test_speech_whose_end_got_lost_ends_when_the_next_begins(call: Call) -> None:
    call.happens(1000, "input_audio_buffer.speech_started", "i1")
    call.happens(5000, "input_audio_buffer.speech_started", "i2")
    first, _ = call.assembly.unfinished()
    assert first.end_ms == 5000


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("input_audio_buffer.committed", {}),
        (
            "conversation.item.added",
            {"item": {"id": "i1", "role": "user", "content": [{"type": "input_audio"}]}},
        ),
    ],
)
def test_audio_in_the_conversation_is_a_turn_though_its_speech_was_not_told(
    call: Call, kind: str, fields: dict[str, Any]
) -> None:
    call.happens(1000, kind, **fields)
    turn = told(call.happens(9000, f"{TRANSCRIPTION}.completed", transcript="Hello"))
    assert turn.start_ms == 1000


def test_text_that_is_put_into_the_conversation_was_not_said_by_a_caller(call: Call) -> None:
    for kind, role in (("input_text", "user"), ("input_audio", "system")):
        item = {"id": "i1", "role": role, "content": [{"type": kind}]}
        call.happens(1000, "conversation.item.added", "", item=item)
    assert call.assembly.unfinished() == []


def test_words_are_awaited_while_a_caller_speaks_and_until_they_come(call: Call) -> None:
    assert not call.assembly.awaits_words
    call.happens(100, "input_audio_buffer.speech_started")
    assert call.assembly.awaits_words
    call.happens(900, "input_audio_buffer.speech_stopped")
    assert call.assembly.awaits_words
    call.happens(1000, f"{TRANSCRIPTION}.completed", transcript="Bye")
    assert not call.assembly.awaits_words


def test_words_that_do_not_come_are_not_awaited_for_ever(call: Call) -> None:
    call.caller_speaks(100, 900)
    call.now = 10_000
    assert not call.assembly.awaits_words


def test_words_that_a_lost_connection_owes_are_not_awaited(call: Call) -> None:
    call.caller_speaks(100, 900)
    call.happens(1000, "session.created", "")
    assert not call.assembly.awaits_words


def test_a_connection_that_is_lost_before_the_last_words_came_lacks_them(call: Call) -> None:
    assert not call.assembly.lacks_last_words
    call.caller_speaks(100, 900, "i1")
    assert call.assembly.lacks_last_words
    call.happens(1000, f"{TRANSCRIPTION}.completed", "i1", transcript="Hello")
    assert not call.assembly.lacks_last_words
    call.caller_speaks(2000, 3000, "i2")
    call.happens(60_000, "session.created", "")
    assert call.assembly.lacks_last_words


def test_words_missing_for_long_are_not_the_last(call: Call) -> None:
    call.caller_speaks(100, 900, "i1")
    call.caller_speaks(2000, 3000, "i2")
    call.happens(3100, f"{TRANSCRIPTION}.completed", "i2", transcript="Hello")
    assert not call.assembly.lacks_last_words


def test_languages_that_are_none_are_left_out(call: Call) -> None:
    codes = []
    for number, languages in enumerate(([{"code": "es"}], [{"code": "?!"}], ["x"], 3, None)):
        turn = call.happens(
            1000, f"{TRANSCRIPTION}.completed", f"i{number}", transcript="Hi", languages=languages
        )
        codes.append(told(turn).language)
    assert codes == ["es", None, None, None, None]


def test_what_no_store_takes_is_left_out_of_the_words(call: Call) -> None:
    turn = call.happens(1000, f"{TRANSCRIPTION}.completed", transcript="a\0b\ud800c 你好")
    assert told(turn).text == "abc 你好"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)
kinds = st.sampled_from(
    [
        "session.created",
        "input_audio_buffer.speech_started",
        "input_audio_buffer.speech_stopped",
        "input_audio_buffer.committed",
        "conversation.item.added",
        "conversation.item.done",
        "conversation.item.truncated",
        "response.created",
        "response.output_item.done",
        "response.done",
        *(f"{TRANSCRIPTION}.{end}" for end in ("delta", "completed", "failed")),
        *(f"{REPLY}.{end}" for end in ("delta", "done")),
    ]
)
fields = st.fixed_dictionaries(
    {},
    optional={
        "item_id": st.sampled_from(["i1", "i2"]) | anything,
        **dict.fromkeys(
            ("item", "response", "delta", "transcript", "languages", "event_id"), anything
        ),
        **dict.fromkeys(("audio_start_ms", "audio_end_ms", "response_id"), anything),
    },
)


@settings(max_examples=300, deadline=None)
@given(events=st.lists(st.tuples(kinds | anything, fields), max_size=20))
def test_malformed_events_break_nothing(events: list[tuple[object, dict[str, Any]]]) -> None:
    assembly = TurnAssembly(now_ms=lambda: 1000)
    assembly.agent_speaks()
    turns = [assembly.follow({"type": name, **rest}) for name, rest in events]
    for turn in (*turns, *assembly.unfinished()):
        assert turn is None or 0 <= turn.start_ms <= turn.end_ms
