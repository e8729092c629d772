"""The sound that is no word."""

import numpy as np
import pytest

from adapters.livekit.caller.audio import RATE, is_audible, samples_of, split_frames
from adapters.livekit.caller.cough import cough
from adapters.realtime_emulator.audio.turn_detector import Mark, TurnDetector
from adapters.realtime_emulator.audio.voice_activity import new_voice_activity


def test_a_cough_is_short_loud_and_always_the_same() -> None:
    assert cough() == cough()
    loud = [is_audible(samples_of(frame)) for frame in split_frames(cough())]
    assert 8 <= sum(loud) <= 12


@pytest.mark.speech
def test_a_detector_of_speech_takes_it_for_a_word() -> None:
    silence = np.zeros(RATE, np.float64)
    stream = np.concatenate([silence, samples_of(cough()) / 32768, silence])
    at_16_khz = np.interp(np.arange(0, len(stream), 1.5), np.arange(len(stream)), stream)
    noticed = TurnDetector(new_voice_activity()).feed(at_16_khz.astype(np.float32), 0.5)
    assert Mark.START in [one.mark for one in noticed]
