"""Small numbers that everything measured rests on."""

import numpy as np

from adapters.livekit.caller.audio import FRAME_BYTES, FRAME_SAMPLES, SILENCE, without_silent_edges
from adapters.livekit.caller.report import percentile

LOUD = np.full(FRAME_SAMPLES, 5000, dtype=np.int16).tobytes()


def test_silence_before_and_after_a_line_is_not_part_of_it() -> None:
    assert without_silent_edges(SILENCE * 3 + LOUD + SILENCE + LOUD + SILENCE) == (
        LOUD + SILENCE + LOUD
    )


def test_a_silent_line_is_empty() -> None:
    assert without_silent_edges(bytes(3 * FRAME_BYTES)) == b""


def test_percentiles_are_values_that_were_measured() -> None:
    assert percentile((5, 1, 4, 2, 3), 0.5) == 3
    assert percentile((5, 1, 4, 2), 0.5) == 2
    assert percentile((5, 1, 4, 2, 3), 0.95) == 5
    assert percentile((7,), 0.95) == 7
    assert percentile((), 0.5) is None
