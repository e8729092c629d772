from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidValueError
from domain.ids import VoiceSessionId
from domain.transcript import Role, Transcript, Turn

SESSION = VoiceSessionId("ses")


def turn(number: int, *, start_ms: int, text: str = "hello") -> Turn:
    return Turn(
        id=Turn.id_for(SESSION, f"item_{number}"),
        session_id=SESSION,
        role=Role.CALLER if number % 2 else Role.AGENT,
        text=text,
        start_ms=start_ms,
        end_ms=start_ms + 100,
    )


TURNS = [turn(number, start_ms=number * 1000) for number in range(6)]


@given(st.permutations(TURNS))
def test_turns_stand_in_the_order_of_their_audio_however_they_arrive(arrival: list[Turn]) -> None:
    assert Transcript.of(SESSION, arrival).turns == tuple(TURNS)


def test_of_several_reports_of_one_turn_the_last_counts() -> None:
    late = replace(TURNS[1], text="hello there")
    transcript = Transcript.of(SESSION, [*TURNS, late])
    assert len(transcript.turns) == len(TURNS)
    assert transcript.turns[1].text == "hello there"


def test_the_turns_of_one_side_can_be_picked() -> None:
    assert [t.start_ms for t in Transcript.of(SESSION, TURNS).by(Role.AGENT)] == [0, 2000, 4000]


def test_a_turn_cannot_end_before_it_starts() -> None:
    with pytest.raises(InvalidValueError):
        replace(TURNS[0], start_ms=500, end_ms=400)
