"""One Whisper model on the CPU, through faster-whisper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from adapters.realtime_emulator.ears.hints import Hint
from adapters.realtime_emulator.resample import Samples


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """*confidence* is the mean logarithm of the words' probabilities: 0 is certain."""

    text: str
    confidence: float


class WhisperModel:
    """Loaded when it is first used, from the folder that *find_weights* returns.

    Greedy decoding at temperature 0, so the same audio gives the same text. The length of an
    answer is capped: on spelled letters the model can fall into repeating itself.
    """

    def __init__(self, find_weights: Callable[[], Path | None], *, threads: int) -> None:
        self._find_weights = find_weights
        self._threads = threads

    @property
    def is_installed(self) -> bool:
        """Whether there are weights. Asking for the first time may take as long as copying them."""
        return self._weights is not None

    def transcribe(self, samples: Samples, *, language: str, hint: Hint) -> Written:
        """What is said in 16 kHz *samples*, taken to be *language*."""
        segments, _ = self._model.transcribe(
            samples,
            language=language,
            beam_size=1,
            temperature=0.0,
            without_timestamps=True,
            condition_on_previous_text=False,
            max_new_tokens=hint.longest_tokens,
            hotwords=hint.hotwords,
            initial_prompt=hint.style,
        )
        said = list(segments)
        return Written(
            text=" ".join(segment.text.strip() for segment in said),
            confidence=min((segment.avg_logprob for segment in said), default=0.0),
        )

    def language_of(self, samples: Samples, weights: Mapping[str, float]) -> str:
        """The most probable of the languages in *weights*, by which probabilities are multiplied.

        There must be one at least.
        """
        _, _, probabilities = self._model.detect_language(samples)
        known = dict(probabilities)
        return max(weights, key=lambda code: known.get(code, 0.0) * weights[code])

    @cached_property
    def _weights(self) -> Path | None:
        return self._find_weights()

    @cached_property
    def _model(self) -> Any:
        from faster_whisper import WhisperModel as Model

        return Model(
            str(self._weights),
            device="cpu",
            compute_type="int8",
            cpu_threads=self._threads,
            local_files_only=True,
        )
