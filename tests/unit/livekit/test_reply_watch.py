"""A lost reply is asked for again after a pause, a few times, and then given up."""

from typing import Any

import pytest

from adapters.livekit.reply_watch import (
    CONNECTIONS,
    ENDS_WITHIN_S,
    FIRST_WORD_WITHIN_S,
    PAUSES_S,
    ReplyWatch,
)
from tests.unit.livekit.alarms import Alarms


class Watched:
    """A watch, and what it asked for."""

    def __init__(self) -> None:
        self.alarms = Alarms()
        self.asked: list[str] = []
        self.given_up: list[str] = []
        self.released = 0
        self.watch = ReplyWatch(
            ask_again=self.asked.append,
            give_up=self.given_up.append,
            release=self.release,
            later=self.alarms.later,
        )

    def release(self) -> None:
        self.released += 1

    def happens(self, kind: str, **fields: Any) -> None:
        self.watch.follow({"type": kind, **fields})

    def fails(self, code: str = "server_error") -> None:
        self.happens("response.created")
        self.happens(
            "response.done",
            response={"status": "failed", "status_details": {"error": {"code": code}}},
        )


@pytest.fixture
def watched() -> Watched:
    return Watched()


def test_a_turn_without_an_answer_is_asked_about_again(watched: Watched) -> None:
    watched.happens("input_audio_buffer.committed")
    watched.alarms.advance(FIRST_WORD_WITHIN_S - 0.1)
    assert watched.asked == []
    watched.alarms.advance(PAUSES_S[0] + 0.2)
    assert watched.asked == ["reply_missing"]


def test_a_reply_that_begins_and_never_sounds_is_asked_for_again(watched: Watched) -> None:
    watched.happens("input_audio_buffer.committed")
    watched.happens("response.created")
    watched.alarms.advance(FIRST_WORD_WITHIN_S + PAUSES_S[0] + 0.1)
    assert watched.asked == ["reply_missing"]


def test_a_reply_that_stops_half_way_is_let_go_and_asked_for_again(watched: Watched) -> None:
    watched.happens("input_audio_buffer.committed")
    watched.happens("response.created")
    watched.happens("response.output_audio.delta")
    watched.alarms.advance(FIRST_WORD_WITHIN_S + PAUSES_S[0] + 0.1)
    assert (watched.asked, watched.released) == (["reply_stalled"], 1)


def test_a_reply_that_is_whole_but_never_ends_is_let_go(watched: Watched) -> None:
    watched.happens("input_audio_buffer.committed")
    watched.happens("response.created")
    watched.happens("response.output_audio.delta")
    watched.happens("response.output_item.done")
    watched.alarms.advance(60)
    assert (watched.asked, watched.released) == ([], 1)


def test_an_interrupted_reply_that_never_ends_does_not_hold_up_the_next(watched: Watched) -> None:
    watched.happens("response.created")
    watched.happens("input_audio_buffer.speech_started")
    watched.alarms.advance(ENDS_WITHIN_S + 0.1)
    assert (watched.asked, watched.released) == ([], 1)


def test_an_answer_ends_the_waiting(watched: Watched) -> None:
    watched.happens("input_audio_buffer.committed")
    watched.happens("response.created")
    watched.happens("response.output_audio.delta")
    watched.happens("response.done", response={"status": "completed"})
    watched.alarms.advance(60)
    assert (watched.asked, watched.given_up) == ([], [])


def test_failures_are_followed_by_longer_and_longer_pauses_and_then_given_up(
    watched: Watched,
) -> None:
    watched.watch.owe()
    for number, pause_s in enumerate(PAUSES_S):
        watched.fails("rate_limit_exceeded")
        watched.alarms.advance(pause_s - 0.05)
        assert len(watched.asked) == number
        watched.alarms.advance(0.1)
        assert len(watched.asked) == number + 1
    assert watched.given_up == []
    watched.fails("rate_limit_exceeded")
    assert watched.given_up == ["rate_limit_exceeded"]


def test_a_success_in_between_starts_the_count_anew(watched: Watched) -> None:
    for _ in range(10):
        watched.watch.owe()
        watched.fails()
        watched.alarms.advance(PAUSES_S[0] + 0.01)
        watched.happens("response.created")
        watched.happens("response.done", response={"status": "completed"})
    assert len(watched.asked) == 10
    assert watched.given_up == []


def test_a_caller_who_speaks_is_not_talked_over(watched: Watched) -> None:
    watched.happens("input_audio_buffer.committed")
    watched.happens("input_audio_buffer.speech_started")
    watched.alarms.advance(60)
    assert watched.asked == []


def test_what_a_lost_connection_swallowed_is_asked_for_again(watched: Watched) -> None:
    watched.watch.reconnected()
    assert watched.asked == []
    watched.watch.owe()
    watched.happens("response.created")
    watched.watch.reconnected()
    watched.alarms.advance(PAUSES_S[0] + 0.01)
    assert watched.asked == ["reply_lost_in_reconnect"]


def test_the_end_of_a_reply_that_was_let_go_is_not_taken_for_an_answer(watched: Watched) -> None:
    watched.happens("input_audio_buffer.committed")
    watched.happens("response.created", response={"id": "r1"})
    watched.happens("response.output_audio.delta", response_id="r1")
    watched.alarms.advance(FIRST_WORD_WITHIN_S + 0.01)
    watched.happens("response.output_audio.delta", response_id="r1")
    watched.happens("response.done", response={"id": "r1", "status": "cancelled"})
    watched.alarms.advance(PAUSES_S[0])
    assert watched.asked == ["reply_stalled"]
    watched.happens("response.created", response={"id": "r2"})
    watched.happens("response.done", response={"id": "r2", "status": "completed"})
    watched.alarms.advance(60)
    assert len(watched.asked) == 1


def test_a_line_that_breaks_while_a_moment_is_waited_uses_up_no_attempt(watched: Watched) -> None:
    watched.watch.owe()
    for _ in range(CONNECTIONS):
        watched.watch.reconnected()
    watched.alarms.advance(PAUSES_S[0] + 0.01)
    assert (watched.asked, watched.given_up) == (["reply_lost_in_reconnect"], [])


def test_a_line_that_breaks_again_and_again_is_given_up_though_nothing_is_owed(
    watched: Watched,
) -> None:
    for _ in range(CONNECTIONS):
        watched.watch.reconnected()
    assert watched.given_up == []
    watched.watch.reconnected()
    assert watched.given_up == ["connection_unsteady"]


@pytest.mark.parametrize("kind", ["input_audio_buffer.speech_stopped", "response.done"])
def test_a_line_that_brings_something_in_between_may_break_often(
    watched: Watched, kind: str
) -> None:
    for _ in range(3 * CONNECTIONS):
        watched.watch.reconnected()
        watched.happens(kind)
    assert watched.given_up == []


def test_a_line_that_breaks_after_the_call_is_nobodys_concern(watched: Watched) -> None:
    watched.watch.close()
    for _ in range(2 * CONNECTIONS):
        watched.watch.reconnected()
    assert watched.given_up == []


def test_nothing_is_asked_once_the_call_is_over(watched: Watched) -> None:
    watched.watch.owe()
    watched.watch.close()
    watched.fails()
    watched.watch.owe()
    watched.alarms.advance(60)
    assert (watched.asked, watched.given_up) == ([], [])


@pytest.mark.parametrize("response", [None, "x", {"status": "failed"}, {"status_details": 3}])
def test_malformed_events_break_nothing(watched: Watched, response: object) -> None:
    watched.happens("response.done", response=response)
    watched.watch.follow({})
