"""When the caller believes that the agent speaks."""

import numpy as np

from adapters.livekit.caller.audio import FRAME_SAMPLES, Samples
from adapters.livekit.caller.speech_detector import Speech, SpeechDetector

LOUD: Samples = np.full(FRAME_SAMPLES, 4000, dtype=np.int16)
QUIET: Samples = np.full(FRAME_SAMPLES, 20, dtype=np.int16)


def heard(*frames: tuple[Samples, int], hangover_s: float = 0.5) -> list[Speech]:
    """The speeches found in *frames*, each given with how often it repeats, 20 ms apart."""
    detector = SpeechDetector(hangover_s=hangover_s)
    found, number = [], 0
    for frame, times in frames:
        for _ in range(times):
            number += 1
            speech = detector.hear(frame, number * 0.02)
            if speech:
                found.append(speech)
    return found


def test_speech_lasts_from_its_first_to_its_last_loud_frame() -> None:
    (speech,) = heard((QUIET, 10), (LOUD, 50), (QUIET, 30))
    assert round(speech.started_at, 2) == 0.22
    assert round(speech.ended_at, 2) == 1.2


def test_a_pause_shorter_than_the_hangover_does_not_end_it() -> None:
    (speech,) = heard((LOUD, 20), (QUIET, 20), (LOUD, 20), (QUIET, 30))
    assert round(speech.ended_at - speech.started_at, 2) == 1.18


def test_a_longer_pause_makes_two_speeches() -> None:
    assert len(heard((LOUD, 20), (QUIET, 30), (LOUD, 20), (QUIET, 30))) == 2


def test_a_single_loud_frame_is_a_click() -> None:
    assert heard((QUIET, 5), (LOUD, 1), (QUIET, 50)) == []


def test_it_ends_in_time_even_when_no_frames_arrive() -> None:
    detector = SpeechDetector(hangover_s=0.5)
    detector.hear(LOUD, 1.00)
    detector.hear(LOUD, 1.02)
    assert detector.silence_until(1.40) is None
    assert detector.silence_until(1.53) == Speech(started_at=1.00, ended_at=1.02)


def test_a_speaker_who_leaves_has_finished() -> None:
    detector = SpeechDetector(hangover_s=0.5)
    detector.hear(LOUD, 1.00)
    detector.hear(LOUD, 1.02)
    assert detector.cut() == Speech(started_at=1.00, ended_at=1.02)
    assert detector.cut() is None
