"""What the agent planned, and what of it was heard."""

from typing import Any

import pytest

from tests.unit.livekit.assembled_call import REPLY, Call


@pytest.fixture
def call() -> Call:
    return Call()


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
