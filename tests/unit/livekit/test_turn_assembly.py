"""Single events that tell, correct or spoil what is known of a turn."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.livekit.heard_turns import INCOMPLETE
from adapters.livekit.turn_assembly import TurnAssembly
from application.ports.conversation import TurnEnded

TRANSCRIPTION = "conversation.item.input_audio_transcription"
REPLY = "response.output_audio_transcript"


class Call:
    """An assembly whose clock stands still between events."""

    def __init__(self) -> None:
        self.now = 0
        self.assembly = TurnAssembly(now_ms=lambda: self.now)

    def happens(self, at_ms: int, kind: str, of: str = "i1", **fields: Any) -> TurnEnded | None:
        self.now = at_ms
        return self.assembly.follow({"type": kind, "item_id": of, **fields})

    def caller_speaks(self, from_ms: int, to_ms: int, item: str = "i1") -> None:
        self.happens(from_ms, "input_audio_buffer.speech_started", item)
        self.happens(to_ms, "input_audio_buffer.speech_stopped", item)

    def agent_speaks(self, from_ms: int, item: str, text: str, response: str = "r1") -> None:
        self.happens(from_ms, "response.created", "", response={"id": response})
        self.happens(from_ms, f"{REPLY}.done", item, transcript=text, response_id=response)
        self.assembly.agent_speaks()

    def agent_ends(self, at_ms: int, item: str, played: str, *, cut: bool = False) -> TurnEnded:
        if not cut:
            self.happens(at_ms, "response.output_audio.done", item)
        self.now = at_ms
        return self.assembly.agent_turn(item, played, interrupted=cut)


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


def test_a_reply_that_the_call_broke_off_is_kept_as_planned(call: Call) -> None:
    call.agent_speaks(1000, "a1", "I was about to say")
    (turn,) = call.assembly.unfinished()
    assert (turn.text, turn.planned, turn.interrupted) == ("", "I was about to say", True)


def test_a_reply_that_nobody_heard_is_no_turn(call: Call) -> None:
    call.happens(1000, f"{REPLY}.done", "a1", transcript="I was about to say")
    assert call.assembly.unfinished() == []


def test_of_two_replies_only_the_one_that_played_was_broken_off(call: Call) -> None:
    call.happens(500, f"{REPLY}.done", "a0", transcript="Never heard", response_id="r0")
    call.agent_speaks(1000, "a1", "Heard in part")
    assert [turn.item_id for turn in call.assembly.unfinished()] == ["a1"]


def test_a_reply_that_was_told_is_not_told_again_as_broken_off(call: Call) -> None:
    call.agent_speaks(1000, "a1", "Hello there")
    call.agent_ends(2000, "a1", "Hello there")
    call.happens(2500, f"{REPLY}.done", "a1", transcript="Hello there", response_id="r1")
    call.assembly.agent_speaks()
    assert call.assembly.unfinished() == []


def test_a_reply_reported_again_without_words_keeps_those_it_had(call: Call) -> None:
    call.agent_speaks(1000, "a1", "Hello there")
    first = call.agent_ends(2000, "a1", "Hello there")
    assert call.agent_ends(9000, "a1", "") == first


def test_a_reply_that_was_stopped_before_a_word_leaves_the_next_its_own_time(call: Call) -> None:
    call.agent_speaks(1000, "a1", "Never heard")
    call.caller_speaks(1100, 2000)
    call.agent_speaks(3000, "a2", "Yes?", "r2")
    assert call.agent_ends(4000, "a2", "Yes?").start_ms == 3000


def test_two_messages_of_one_reply_stand_before_the_caller_who_cut_in(call: Call) -> None:
    call.agent_speaks(1000, "a1", "One.")
    call.happens(1000, f"{REPLY}.done", "a2", transcript="Two.", response_id="r1")
    call.happens(3000, "input_audio_buffer.speech_started", "i1")
    first = call.agent_ends(3050, "a1", "One.")
    second = call.agent_ends(3050, "a2", "T", cut=True)
    assert first.start_ms < second.start_ms < 3000


@pytest.mark.parametrize(("sound_ms", "heard"), [(0, ""), (400, "all of"), (9000, "all of")])
def test_of_a_reply_that_the_server_did_not_finish_only_what_sounded_was_heard(
    call: Call, sound_ms: int, heard: str
) -> None:
    call.agent_speaks(1000, "a1", "all of these words")
    call.happens(1000, "response.output_audio.delta", "a1", delta="A" * 64 * sound_ms)
    call.now = 1450
    turn = call.assembly.agent_turn("a1", "all of these words", interrupted=False)
    assert (turn.text, turn.planned, turn.interrupted) == (heard, "all of these words", True)


def test_a_reply_that_was_cut_off_before_it_sounded_was_not_heard(call: Call) -> None:
    call.happens(1000, f"{REPLY}.delta", "a1", delta="all of these words")
    turn = call.assembly.agent_turn("a1", "all of these words", interrupted=False)
    assert (turn.text, turn.planned, turn.interrupted) == ("", "all of these words", True)


def test_words_without_spaces_are_cut_by_their_length(call: Call) -> None:
    call.agent_speaks(1000, "a1", "您好这里是酒店前台")
    call.happens(1000, "response.output_audio.delta", "a1", delta="A" * 64 * 200)
    call.now = 1450
    assert call.assembly.agent_turn("a1", "您好这里是酒店前台", interrupted=False).text == "您好这"


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("response.output_audio.done", {"item_id": "a1"}),
        ("response.output_item.done", {"item": {"id": "a1"}}),
        ("response.done", {"response": {"id": "r1", "status": "completed"}}),
    ],
)
def test_a_reply_that_the_server_has_finished_was_heard_as_played(
    call: Call, kind: str, fields: dict[str, Any]
) -> None:
    call.agent_speaks(1000, "a1", "all of these words")
    call.now = 1100
    call.assembly.follow({"type": kind, **fields})
    turn = call.assembly.agent_turn("a1", "all of these words", interrupted=False)
    assert (turn.text, turn.planned, turn.interrupted) == ("all of these words", None, False)


def test_pieces_that_come_twice_are_planned_once(call: Call) -> None:
    for number in (1, 1, 2):
        call.happens(900, f"{REPLY}.delta", "a1", delta=f"word{number} ", event_id=f"e{number}")
    assert call.agent_ends(2000, "a1", "word1", cut=True).planned == "word1 word2"


def test_a_plan_that_got_lost_is_at_least_what_was_heard(call: Call) -> None:
    call.happens(900, f"{REPLY}.delta", "a1", delta="Hel")
    assert call.agent_ends(2000, "a1", "Hello", cut=True).planned == "Hello"


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
