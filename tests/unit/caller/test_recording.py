"""Both sides of a call in one file."""

import wave
from pathlib import Path

import numpy as np

from adapters.livekit.caller.audio import FRAME_SAMPLES, RATE, SILENCE
from adapters.livekit.caller.recording import StereoRecording, audible_seconds

LOUD = np.full(FRAME_SAMPLES, 5000, dtype=np.int16).tobytes()


def record(path: Path, seconds: int, *, agent_from_s: int) -> None:
    with StereoRecording(path) as recording:
        for number in range(seconds * 50):
            recording.caller_said(LOUD if number < 50 else SILENCE)
            if number >= agent_from_s * 50:
                recording.heard(LOUD)


def test_each_side_is_where_it_was_said(tmp_path: Path) -> None:
    path = tmp_path / "calls" / "one.wav"
    record(path, 5, agent_from_s=3)
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getframerate()) == (2, RATE)
        stereo = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16).reshape(-1, 2)
    assert len(stereo) == 5 * RATE
    assert np.flatnonzero(stereo[:, 0]).max() == RATE - 1
    assert abs(np.flatnonzero(stereo[:, 1]).min() - 3 * RATE) <= RATE // 10


def test_it_tells_how_long_each_side_can_be_heard(tmp_path: Path) -> None:
    path = tmp_path / "two.wav"
    record(path, 5, agent_from_s=3)
    heard = audible_seconds(path)
    assert heard["caller"] == 1.0
    assert abs(heard["agent"] - 2.0) <= 0.1


def test_what_was_said_so_far_is_on_disk_while_the_call_runs(tmp_path: Path) -> None:
    path = tmp_path / "three.wav"
    with StereoRecording(path) as recording:
        for _ in range(500):
            recording.caller_said(LOUD)
        with wave.open(str(path)) as file:
            assert file.getnframes() >= 7 * RATE


def test_voices_that_sound_at_once_are_mixed(tmp_path: Path) -> None:
    path = tmp_path / "four.wav"
    with StereoRecording(path) as recording:
        for _ in range(50):
            recording.caller_said(SILENCE)
            recording.heard(LOUD)
            recording.heard(LOUD, who="friend")
    with wave.open(str(path)) as file:
        stereo = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16).reshape(-1, 2)
    assert set(stereo[:, 1].tolist()) == {10_000}


def test_what_is_heard_is_placed_where_the_caller_is_by_then_on_the_wire(tmp_path: Path) -> None:
    path = tmp_path / "five.wav"
    with StereoRecording(path, ahead_ms=60) as recording:
        for number in range(100):
            recording.caller_said(SILENCE)
            if number >= 50:
                recording.heard(LOUD)
    with wave.open(str(path)) as file:
        stereo = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16).reshape(-1, 2)
    assert np.flatnonzero(stereo[:, 1]).min() == RATE - 3 * FRAME_SAMPLES


def test_a_burst_of_late_frames_does_not_move_what_is_heard_after_it(tmp_path: Path) -> None:
    path = tmp_path / "six.wav"
    with StereoRecording(path) as recording:
        recording.caller_said(SILENCE)
        for _ in range(50):
            recording.heard(SILENCE)
        for _ in range(99):
            recording.caller_said(SILENCE)
            recording.heard(SILENCE)
        recording.heard(LOUD)
        recording.caller_said(SILENCE * 5)
    with wave.open(str(path)) as file:
        stereo = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16).reshape(-1, 2)
    assert abs(np.flatnonzero(stereo[:, 1]).min() - 99 * FRAME_SAMPLES) <= 4 * FRAME_SAMPLES
