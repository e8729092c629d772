import numpy as np

from adapters.livekit.hearing.barge_in_gate import BargeInGate
from adapters.livekit.hearing.mixing import FRAME_MS, FRAME_SAMPLES, Mixer, Samples
from adapters.livekit.hearing.who_spoke import WhoSpoke
from adapters.livekit.hold_tone import hold_melody

STEP = FRAME_MS / 1000


def sound(level: int = 4000) -> Samples:
    return np.full(FRAME_SAMPLES, level, dtype=np.int16)


def silence() -> Samples:
    return np.zeros(FRAME_SAMPLES, dtype=np.int16)


def passed(gate: BargeInGate, frames: list[Samples], *, agent_speaks: bool = True) -> list[int]:
    out = [f for frame in frames for f in gate.pass_on(frame, agent_speaks=agent_speaks)]
    return [int(frame[0]) for frame in out]


def test_one_person_is_heard_without_delay() -> None:
    mixer = Mixer()
    for number in range(10):
        frame = sound(number)
        assert mixer.push("anna", frame, number * STEP) == [frame]


def test_two_people_at_once_are_added_up_and_clipped() -> None:
    mixer = Mixer()
    mixer.push("anna", sound(), 0.0)
    assert mixer.push("ben", sound(20_000), 0.001) == []
    both = mixer.push("anna", sound(30_000), STEP)
    assert [int(frame[0]) for frame in both] == [32_767]
    assert mixer.push("ben", sound(20), STEP + 0.001) == []
    both = mixer.push("anna", sound(300), 2 * STEP)
    assert [int(frame[0]) for frame in both] == [320]


def test_nothing_is_lost_when_one_of_two_falls_behind_or_leaves() -> None:
    mixer = Mixer()
    heard = 0
    for number in range(50):
        heard += len(mixer.push("anna", sound(), number * STEP))
        if number < 20:
            heard += len(mixer.push("ben", silence(), number * STEP + 0.005))
    assert heard >= 50 - 3
    mixer.remove("ben")
    mixer.remove("anna")
    assert mixer.is_empty


def test_a_cough_does_not_reach_the_model_while_the_agent_speaks() -> None:
    gate = BargeInGate(after_ms=350)
    cough = [sound()] * 10 + [silence()] * 20
    assert passed(gate, cough) == [0] * 30
    assert gate.swallowed == 1


def test_words_are_passed_on_from_their_beginning() -> None:
    gate = BargeInGate(after_ms=350)
    words = [sound(4000 + number) for number in range(40)]
    assert passed(gate, words) == [4000 + number for number in range(40)]
    assert gate.swallowed == 0


def test_short_pauses_between_syllables_do_not_hide_words() -> None:
    gate = BargeInGate(after_ms=350)
    words = ([sound()] * 8 + [silence()] * 4) * 4
    out = passed(gate, words)
    assert len(out) == len(words)
    assert out.count(4000) == 32


def test_while_the_agent_is_silent_every_sound_is_heard_at_once() -> None:
    gate = BargeInGate(after_ms=350)
    assert passed(gate, [sound()] * 5, agent_speaks=False) == [4000] * 5


def test_what_was_held_back_is_heard_when_the_agent_stops() -> None:
    gate = BargeInGate(after_ms=350)
    assert passed(gate, [sound()] * 5) == []
    assert passed(gate, [silence()], agent_speaks=False) == [4000] * 5 + [0]


def test_without_a_threshold_the_gate_is_always_open() -> None:
    assert passed(BargeInGate(after_ms=0), [sound()] * 3) == [4000] * 3


def test_the_loudest_person_spoke() -> None:
    who = WhoSpoke()
    for at_ms in range(0, 2000, FRAME_MS):
        who.note("anna", at_ms, 3000.0 if at_ms < 1000 else 0.0)
        who.note("ben", at_ms, 500.0 if at_ms < 1000 else 3000.0)
    assert who.between(0, 980) == "anna"
    assert who.between(1500, 1980) == "ben"
    assert who.between(60_000, 61_000) is None


def test_alone_on_a_call_it_was_that_person() -> None:
    who = WhoSpoke()
    assert who.between(0, 1000) is None
    who.note("anna", 0, 0.0)
    assert who.between(5000, 6000) == "anna"


def test_the_hold_tone_is_soft_and_mostly_silent() -> None:
    melody = hold_melody()
    assert len(melody) == 48_000
    assert 1500 < int(np.abs(melody).max()) < 4000
    assert np.count_nonzero(melody) < len(melody) / 3
