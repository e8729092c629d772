"""How we say contact details ourselves, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words for signs and digits, and the question that ends a read-back."""

    signs: Mapping[str, str]
    digits: tuple[str, ...]
    plus: str
    ask: str


_ENGLISH = Wording(
    signs={"@": "at", ".": "dot", "_": "underscore", "-": "dash", "+": "plus"},
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    plus="plus",
    ask="is that right?",
)
_SPANISH = Wording(
    signs={"@": "arroba", ".": "punto", "_": "guion bajo", "-": "guion", "+": "más"},
    digits=("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
    plus="más",
    ask="¿es correcto?",
)
_FRENCH = Wording(
    signs={"@": "arobase", ".": "point", "_": "tiret bas", "-": "tiret", "+": "plus"},
    digits=("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    plus="plus",
    ask="c'est bien ça ?",
)
_GERMAN = Wording(
    signs={"@": "at", ".": "Punkt", "_": "Unterstrich", "-": "Bindestrich", "+": "plus"},
    digits=("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
    plus="plus",
    ask="stimmt das?",
)
_PORTUGUESE = Wording(
    signs={"@": "arroba", ".": "ponto", "_": "underline", "-": "hífen", "+": "mais"},
    digits=("zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"),
    plus="mais",
    ask="está certo?",
)

_BY_LANGUAGE: Mapping[str, Wording] = {
    "en": _ENGLISH,
    "es": _SPANISH,
    "fr": _FRENCH,
    "de": _GERMAN,
    "pt": _PORTUGUESE,
}


def wording_of(language: Language) -> Wording:
    """The wording of *language*; English for a language we have no words for."""
    return _BY_LANGUAGE.get(language, _ENGLISH)
