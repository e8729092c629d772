"""What a machine hears in a recorded call."""

from pathlib import Path

import numpy as np
import pytest

from adapters.livekit.caller.audio import FRAME_MS, FRAME_SAMPLES, SILENCE
from adapters.livekit.caller.listening import Listening, Overlap, listen_to
from adapters.livekit.caller.recording import StereoRecording
from adapters.livekit.caller.stretches import Stretch, joined, without

LOUD = np.full(FRAME_SAMPLES, 5000, dtype=np.int16).tobytes()
Spans = list[tuple[int, int]]


def heard(folder: Path, *, caller: Spans, agent: Spans, until: int = 10_000) -> Listening:
    """A recording in which each side sounds in the given milliseconds, listened to."""
    path = folder / "call.wav"
    with StereoRecording(path) as recording:
        for at in range(0, until, FRAME_MS):
            recording.caller_said(LOUD if _sounds(caller, at) else SILENCE)
            recording.heard(LOUD if _sounds(agent, at) else SILENCE)
    return listen_to(path)


def _sounds(spans: Spans, at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def test_each_side_speaks_when_it_spoke(tmp_path: Path) -> None:
    call = heard(tmp_path, caller=[(3000, 4000)], agent=[(600, 2000), (4500, 6000)])
    assert call.caller == (Stretch(start_ms=3000, end_ms=4000),)
    assert call.agent == (
        Stretch(start_ms=600, end_ms=2000),
        Stretch(start_ms=4500, end_ms=6000),
    )
    assert call.first_audio_ms == 600
    assert call.duration_ms == 10_000


def test_a_gap_lies_between_what_was_asked_and_its_answer(tmp_path: Path) -> None:
    call = heard(
        tmp_path,
        caller=[(2000, 3000), (5000, 5500), (6200, 7000)],
        agent=[(0, 1000), (3700, 4400), (8200, 9000)],
    )
    assert call.gaps_ms == (700, 1200)


def test_what_an_agent_adds_after_a_pause_is_no_second_answer(tmp_path: Path) -> None:
    call = heard(tmp_path, caller=[(1000, 2000)], agent=[(2500, 3500), (4500, 5500)])
    assert call.gaps_ms == (500,)


def test_a_sound_that_the_agent_spoke_through_is_not_answered(tmp_path: Path) -> None:
    call = heard(tmp_path, caller=[(2000, 2200)], agent=[(1000, 4000), (5000, 6000)])
    assert call.gaps_ms == ()
    assert call.overlaps == (Overlap(at_ms=2000, ms=2000, caller_ms=200),)


def test_after_a_barge_in_the_agent_is_heard_for_as_long_as_it_goes_on(tmp_path: Path) -> None:
    call = heard(tmp_path, caller=[(3000, 4500)], agent=[(1000, 3240), (5000, 6000)])
    assert call.overlaps == (Overlap(at_ms=3000, ms=240, caller_ms=1500),)
    assert call.gaps_ms == (500,)


def test_an_agent_that_talks_over_its_caller_is_no_barge_in(tmp_path: Path) -> None:
    call = heard(tmp_path, caller=[(1000, 4000)], agent=[(3000, 5000)])
    assert call.overlaps == ()
    assert call.gaps_ms == ()


def test_silences_of_a_second_or_more_are_told_of(tmp_path: Path) -> None:
    call = heard(tmp_path, caller=[(2900, 4000)], agent=[(500, 2000), (7000, 8000)])
    assert call.silences == (Stretch(start_ms=4000, end_ms=7000),)
    assert call.longest_silence_ms == 3000


def test_talk_shares_are_parts_of_the_whole_call(tmp_path: Path) -> None:
    call = heard(tmp_path, caller=[(1000, 3000)], agent=[(4000, 9000)])
    assert call.talk_shares == {"caller": 0.2, "agent": 0.5, "others": 0.0}


def test_a_call_in_which_nobody_spoke_has_no_figures(tmp_path: Path) -> None:
    call = heard(tmp_path, caller=[], agent=[], until=1000)
    assert (call.first_audio_ms, call.gaps_ms, call.overlaps, call.silences) == (None, (), (), ())
    assert call.longest_silence_ms == 0


def test_the_agent_can_be_looked_for_between_two_moments(tmp_path: Path) -> None:
    call = heard(tmp_path, caller=[], agent=[(1000, 3000), (5000, 6000)])
    assert call.agent_between(2000, 5500) == 1500


def test_what_other_callers_say_is_not_the_agents(tmp_path: Path) -> None:
    heard(tmp_path, caller=[(0, 1000)], agent=[(2100, 3100), (4000, 5000)])
    call = listen_to(tmp_path / "call.wav", others=[Stretch(start_ms=2000, end_ms=3000)])
    assert call.agent == (Stretch(start_ms=4000, end_ms=5000),)
    assert call.others == (Stretch(start_ms=2000, end_ms=3000),)
    assert call.gaps_ms == (1000,)


@pytest.mark.parametrize(
    ("known", "left"),
    [
        ((0, 500), [(1000, 3000)]),
        ((0, 1250), [(1500, 3000)]),
        ((1500, 1750), [(1000, 1500), (2000, 3000)]),
        ((900, 3000), []),
    ],
)
def test_taking_away_what_is_known_leaves_the_rest(known: tuple[int, int], left: Spans) -> None:
    heard_in_all = [Stretch(start_ms=1000, end_ms=3000)]
    rest = without(heard_in_all, [Stretch(start_ms=known[0], end_ms=known[1])])
    assert [(one.start_ms, one.end_ms) for one in rest] == left


def test_stretches_that_touch_are_one() -> None:
    several = [Stretch(start_ms=start, end_ms=end) for start, end in ((5, 9), (0, 3), (2, 4))]
    assert joined(several) == (Stretch(start_ms=0, end_ms=4), Stretch(start_ms=5, end_ms=9))
    assert several[0].moved(10) == Stretch(start_ms=15, end_ms=19)
