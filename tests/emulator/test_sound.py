"""Sound on its way in: codecs, pieces of streams, turns."""

from collections.abc import Iterator

import numpy as np
import pytest

from adapters.realtime_emulator.audio.buffer import AudioBuffer
from adapters.realtime_emulator.audio.g711 import decode, encode
from adapters.realtime_emulator.audio.stream import StreamResampler
from adapters.realtime_emulator.audio.turn_detector import Mark, Noticed, TurnDetector
from adapters.realtime_emulator.audio.voice_activity import (
    WINDOW,
    EnergyVoiceActivity,
    new_voice_activity,
)
from adapters.realtime_emulator.resample import Samples, resample_float, to_float
from tests.emulator.engines import tone


@pytest.mark.parametrize("law", ["pcmu", "pcma"])
def test_every_g711_code_survives_decoding_and_encoding(law: str) -> None:
    codes = bytes(range(256))
    levels = decode(codes, law)
    assert decode(encode(levels, law), law) == levels


@pytest.mark.parametrize(
    ("law", "code", "level"),
    [
        ("pcmu", 0xFF, 0),
        ("pcmu", 0x00, -32124),
        ("pcmu", 0x80, 32124),
        ("pcma", 0xD5, 8),
        ("pcma", 0x55, -8),
        ("pcma", 0xAA, 32256),
        ("pcma", 0x2A, -32256),
    ],
)
def test_g711_levels_are_those_of_the_standard(law: str, code: int, level: int) -> None:
    assert np.frombuffer(decode(bytes([code]), law), "<i2")[0] == level


@pytest.mark.parametrize(("source", "target"), [(24_000, 16_000), (8_000, 24_000), (24_000, 8_000)])
@pytest.mark.parametrize("piece", [100, 480, 997])
def test_a_stream_in_pieces_sounds_like_the_whole(source: int, target: int, piece: int) -> None:
    whole = to_float(tone(300))
    stream = StreamResampler(source, target)
    parts = [stream.feed(whole[start : start + piece]) for start in range(0, whole.size, piece)]
    joined, at_once = np.concatenate(parts), resample_float(whole, source, target)
    assert 0 <= at_once.size - joined.size <= 300 * target // source
    middle = slice(300, joined.size)
    assert np.max(np.abs(joined[middle] - at_once[middle])) < 1e-5


def test_the_buffer_keeps_the_sessions_clock() -> None:
    buffer = AudioBuffer()
    buffer.append(bytes(48 * 500))
    buffer.forget_before(200)
    assert (buffer.starts_ms, buffer.held_ms, buffer.now_ms) == (200, 300, 500)
    assert len(buffer.take()) == 48 * 300
    assert (buffer.held_ms, buffer.now_ms) == (0, 500)


class Judgements:
    """Voice activity that says what it was told to: one digit a window."""

    def __init__(self, script: str) -> None:
        self._script: Iterator[str] = iter(script)

    def probability(self, window: Samples) -> float:
        return int(next(self._script)) / 10


def noticed(script: str) -> list[Noticed]:
    samples = np.zeros(WINDOW * len(script), np.float32)
    return list(TurnDetector(Judgements(script)).feed(samples, threshold=0.5))


def test_one_loud_window_is_not_yet_speech() -> None:
    assert noticed("0900900") == []


def test_speech_starts_with_its_first_window() -> None:
    (start,) = noticed("00099")
    assert (start.mark, start.at_ms) == (Mark.START, 96)


def test_a_window_just_below_the_threshold_is_still_speech() -> None:
    assert [mark.mark for mark in noticed("99" + "4" * 20)] == [Mark.START]


def test_pauses_resumptions_and_silences_are_told_apart() -> None:
    marks = [found.mark for found in noticed("99" + "0" * 8 + "9" + "0" * 7)]
    assert marks == [Mark.START, Mark.PAUSE, Mark.SILENCE, Mark.RESUME, Mark.PAUSE]


def test_the_clock_goes_on_while_nobody_listens() -> None:
    detector = TurnDetector(Judgements("99"))
    detector.skip(np.zeros(16_000, np.float32))
    (start,) = detector.feed(np.zeros(WINDOW * 2, np.float32), threshold=0.5)
    assert start.at_ms == 1_000


@pytest.mark.speech
def test_the_network_tells_a_voice_from_a_tone_and_from_silence(speech: bytes) -> None:
    def share_of_voice(pcm: bytes) -> float:
        activity = new_voice_activity()
        samples = resample_float(to_float(pcm), 24_000, 16_000)
        windows = [samples[n : n + WINDOW] for n in range(0, samples.size - WINDOW, WINDOW)]
        judged = [activity.probability(window) > 0.5 for window in windows]
        return sum(judged) / len(judged)

    assert share_of_voice(speech) > 0.8
    assert share_of_voice(tone(1_000)) < 0.1
    assert share_of_voice(bytes(48_000)) == 0


def test_without_the_network_loud_is_speech() -> None:
    activity = EnergyVoiceActivity()
    assert activity.probability(np.full(WINDOW, 0.1, np.float32)) == 1.0
    assert activity.probability(np.zeros(WINDOW, np.float32)) == 0.0
