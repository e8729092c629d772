"""Choose ears and a mouth by name, or the best that this machine has."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.ears.sphinx import SphinxEars
from adapters.realtime_emulator.ears.whisper import WhisperEars
from adapters.realtime_emulator.mouth.piper import PiperSynthesiser
from adapters.realtime_emulator.mouth.polyglot import PolyglotMouth
from adapters.realtime_emulator.mouth.programs import EspeakSynthesiser, FliteSynthesiser
from adapters.realtime_emulator.mouth.speaking import SentenceMouth, Synthesiser
from adapters.realtime_emulator.ports import Ears, Mouth
from adapters.realtime_emulator.weights import is_installed, piper_weights, whisper_weights

__all__ = [
    "EngineUnavailableError",
    "Engines",
    "ScriptedEars",
    "default_engines",
    "make_ears",
    "make_mouth",
]

Engine = TypeVar("Engine")
_MANY_LANGUAGES = "espeak-ng"


class EngineUnavailableError(Exception):
    """The named engine, or what it needs, is not on this machine; the text says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """What a server hears and speaks with, and why."""

    ears: Ears
    mouth: Mouth
    reason: str


def make_ears(name: str) -> Ears:
    """Build `whisper`, `sphinx-grammar` or `scripted` ears. Raises EngineUnavailableError."""
    match name:
        case "whisper":
            weights = whisper_weights()
            if weights is None or not is_installed("faster_whisper"):
                raise EngineUnavailableError("whisper needs faster-whisper and its weights")
            return WhisperEars(weights)
        case "sphinx-grammar":
            if not is_installed("pocketsphinx"):
                raise EngineUnavailableError("sphinx-grammar needs pocketsphinx")
            return SphinxEars()
        case "scripted":
            return ScriptedEars()
    raise EngineUnavailableError(f"no ears are called {name!r}")


def make_mouth(name: str, *, length_scale: float = 1.0) -> Mouth:
    """Build a `piper`, `espeak-ng` or `flite` mouth, slower for a larger *length_scale*.

    One that knows English only leaves other languages to espeak-ng, where there is one. Raises
    EngineUnavailableError.
    """
    mouth = SentenceMouth(_synthesiser(name, length_scale))
    if name == _MANY_LANGUAGES or shutil.which(_MANY_LANGUAGES) is None:
        return mouth
    others = SentenceMouth(_synthesiser(_MANY_LANGUAGES, length_scale))
    return PolyglotMouth(english=mouth, others=others)


def _synthesiser(name: str, length_scale: float) -> Synthesiser:
    if name == "piper":
        weights = piper_weights()
        if weights is None or not is_installed("piper"):
            raise EngineUnavailableError("piper needs piper-tts and its voice")
        return PiperSynthesiser(weights, length_scale=length_scale)
    programs: dict[str, Callable[..., Synthesiser]] = {
        "espeak-ng": EspeakSynthesiser,
        "flite": FliteSynthesiser,
    }
    if name not in programs:
        raise EngineUnavailableError(f"no mouth is called {name!r}")
    if shutil.which(name) is None:
        raise EngineUnavailableError(f"{name} is not on the path")
    return programs[name](length_scale=length_scale)


def default_engines() -> Engines:
    """Return the best ears and mouth that can be had here. They are never scripted.

    Raises EngineUnavailableError when there are none at all.
    """
    ears, why_ears = _first(("whisper", "sphinx-grammar"), make_ears)
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
