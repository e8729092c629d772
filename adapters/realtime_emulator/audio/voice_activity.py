"""How likely each stretch of audio is to hold speech."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from adapters.realtime_emulator.resample import Samples

RATE = 16_000
WINDOW = 512
"""Samples a judgement is made on: 32 ms, what Silero VAD was trained with."""
WINDOW_MS = WINDOW * 1000 // RATE
_CONTEXT = 64


class VoiceActivity(Protocol):
    """Judges one window after the other of one stream."""

    def probability(self, window: Samples) -> float:
        """How likely the next *window* of 512 samples at 16 kHz is speech, 0 to 1."""
        ...


class SileroVoiceActivity:
    """Silero VAD v6 (MIT), from the file that faster-whisper carries; it remembers its stream."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self._h = np.zeros((1, 1, 128), np.float32)
        self._c = np.zeros((1, 1, 128), np.float32)
        self._context = np.zeros(_CONTEXT, np.float32)

    def probability(self, window: Samples) -> float:
        """Run the network on *window* and the 4 ms before it."""
        framed = np.concatenate([self._context, window])[None, :]
        speech, self._h, self._c = self._session.run(
            None, {"input": framed, "h": self._h, "c": self._c}
        )
        self._context = window[-_CONTEXT:]
        return float(np.ravel(speech)[0])


class EnergyVoiceActivity:
    """Loud means speech: what is left to do without onnxruntime. Fooled by any noise."""

    _LOUD = 0.01

    def probability(self, window: Samples) -> float:
        """1 for a loud window, 0 for a quiet one."""
        return float(np.sqrt(np.mean(window**2)) > self._LOUD)


def new_voice_activity() -> VoiceActivity:
    """A judge for a new stream; the network is loaded once and shared."""
    session = _silero()
    return EnergyVoiceActivity() if session is None else SileroVoiceActivity(session)


@cache
def _silero() -> Any:
    spec = find_spec("faster_whisper")
    if spec is None or spec.origin is None or find_spec("onnxruntime") is None:
        return None
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = 1
    options.intra_op_num_threads = 1
    options.log_severity_level = 4
    weights = Path(spec.origin).parent / "assets" / "silero_vad_v6.onnx"
    return onnxruntime.InferenceSession(
        str(weights), providers=["CPUExecutionProvider"], sess_options=options
    )
