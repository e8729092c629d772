"""Choose ears and a mouth by name, or the best that this machine has."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.ears.sphinx import SphinxEars
from adapters.realtime_emulator.ears.whisper import WhisperEars
from adapters.realtime_emulator.mouth.kokoro import KokoroSynthesiser
from adapters.realtime_emulator.mouth.piper import PiperSynthesiser
from adapters.realtime_emulator.mouth.polyglot import PolyglotMouth
from adapters.realtime_emulator.mouth.programs import EspeakSynthesiser, FliteSynthesiser
from adapters.realtime_emulator.mouth.speaking import SentenceMouth, Synthesiser
from adapters.realtime_emulator.ports import Ears, Mouth
from adapters.realtime_emulator.weights import (
    is_installed,
    kokoro_weights,
    multilingual_whisper_weights,
    piper_weights,
    whisper_weights,
)

__all__ = [
    "EngineUnavailableError",
    "Engines",
    "ScriptedEars",
    "default_engines",
    "make_clear_mouth",
    "make_ears",
    "make_mouth",
]

Engine = TypeVar("Engine")
MODELS_DIR = Path("var/models")
"""Where weights that come in parts are joined, unless told."""
_INSTANT = "espeak-ng"
_ENGLISH_ONLY = frozenset({"piper", "flite"})
_PROGRAMS: Mapping[str, Callable[..., Synthesiser]] = {
    "espeak-ng": EspeakSynthesiser,
    "flite": FliteSynthesiser,
}


class EngineUnavailableError(Exception):
    """The named engine, or what it needs, is not on this machine; the text says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """What a server hears and speaks with, and why."""

    ears: Ears
    mouth: Mouth
    reason: str


def make_ears(name: str, *, models_dir: Path = MODELS_DIR) -> Ears:
    """Build `whisper`, `sphinx-grammar` or `scripted` ears. Raises EngineUnavailableError.

    Weights that come in parts are joined in *models_dir*.
    """
    match name:
        case "whisper":
            weights = whisper_weights()
            if weights is None or not is_installed("faster_whisper"):
                raise EngineUnavailableError("whisper needs faster-whisper and its weights")
            return WhisperEars(weights, partial(multilingual_whisper_weights, models_dir))
        case "sphinx-grammar":
            if not is_installed("pocketsphinx"):
                raise EngineUnavailableError("sphinx-grammar needs pocketsphinx")
            return SphinxEars()
        case "scripted":
            return ScriptedEars()
    raise EngineUnavailableError(f"no ears are called {name!r}")


def make_mouth(name: str, *, length_scale: float = 1.0, models_dir: Path = MODELS_DIR) -> Mouth:
    """Build a `piper`, `kokoro`, `espeak-ng` or `flite` mouth, slower for a larger *length_scale*.

    One that knows English only leaves other languages to espeak-ng, where there is one. Raises
    EngineUnavailableError.
    """
    mouth = SentenceMouth(_synthesiser(name, length_scale, models_dir))
    if name not in _ENGLISH_ONLY or shutil.which(_INSTANT) is None:
        return mouth
    others = SentenceMouth(_synthesiser(_INSTANT, length_scale, models_dir))
    return PolyglotMouth(english=mouth, others=others)


def make_clear_mouth(*, models_dir: Path = MODELS_DIR) -> Mouth:
    """Build the most intelligible mouth there is here, however long it takes to speak.

    Raises EngineUnavailableError.
    """
    english, _ = _first(("piper", "flite", "espeak-ng"), partial(make_mouth, length_scale=1.25))
    try:
        others = make_mouth("kokoro", length_scale=1.1, models_dir=models_dir)
    except EngineUnavailableError:
        return english
    return PolyglotMouth(english=english, others=others)


def _synthesiser(name: str, length_scale: float, models_dir: Path) -> Synthesiser:
    match name:
        case "piper":
            voice = piper_weights()
            if voice is None or not is_installed("piper"):
                raise EngineUnavailableError("piper needs piper-tts and its voice")
            return PiperSynthesiser(voice, length_scale=length_scale)
        case "kokoro":
            weights = kokoro_weights(models_dir) if is_installed("piper") else None
            if weights is None:
                raise EngineUnavailableError("kokoro needs piper-tts and its own weights")
            return KokoroSynthesiser(weights, length_scale=length_scale)
    if name not in _PROGRAMS:
        raise EngineUnavailableError(f"no mouth is called {name!r}")
    if shutil.which(name) is None:
        raise EngineUnavailableError(f"{name} is not on the path")
    return _PROGRAMS[name](length_scale=length_scale)


def default_engines(*, models_dir: Path = MODELS_DIR) -> Engines:
    """Return the best ears and mouth that can be had here. They are never scripted.

    Raises EngineUnavailableError when there are none at all.
    """
    with_models = partial(make_ears, models_dir=models_dir)
    ears, why_ears = _first(("whisper", "sphinx-grammar"), with_models)
    mouth, why_mouth = _first(("piper", "espeak-ng", "flite"), make_mouth)
    return Engines(ears=ears, mouth=mouth, reason=f"Ears: {why_ears}. Mouth: {why_mouth}.")


def _first(names: tuple[str, ...], make: Callable[[str], Engine]) -> tuple[Engine, str]:
    missing: list[str] = []
    for name in names:
        try:
            return make(name), "; ".join([name, *(f"not {reason}" for reason in missing)])
        except EngineUnavailableError as error:
            missing.append(str(error))
    raise EngineUnavailableError("; ".join(missing))
