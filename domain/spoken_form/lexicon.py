"""How contact details are said aloud in each language: separators, digits, the question."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Spoken words for the signs in an address and the digits in a number; *ask* ends a read-back.

    *signs* lists what may be heard for each sign, the word we say ourselves first.
    """

    signs: Mapping[str, tuple[str, ...]]
    digits: tuple[tuple[str, ...], ...]
    plus: str
    ask: str


ENGLISH = Lexicon(
    signs={
        "@": ("at", "at the rate", "at sign"),
        ".": ("dot", "point", "period", "full stop"),
        "_": ("underscore", "under score"),
        "-": ("dash", "hyphen", "minus"),
        "+": ("plus",),
    },
    digits=(
        ("zero", "oh", "o", "nought"),
        ("one",),
        ("two",),
        ("three",),
        ("four",),
        ("five",),
        ("six",),
        ("seven",),
        ("eight",),
        ("nine", "niner"),
    ),
    plus="plus",
    ask="is that right?",
)
SPANISH = Lexicon(
    signs={
        "@": ("arroba",),
        ".": ("punto",),
        "_": ("guion bajo", "guión bajo", "barra baja"),
        "-": ("guion", "guión"),
        "+": ("más",),
    },
    digits=(
        ("cero",),
        ("uno",),
        ("dos",),
        ("tres",),
        ("cuatro",),
        ("cinco",),
        ("seis",),
        ("siete",),
        ("ocho",),
        ("nueve",),
    ),
    plus="más",
    ask="¿es correcto?",
)
FRENCH = Lexicon(
    signs={
        "@": ("arobase", "à commercial"),
        ".": ("point",),
        "_": ("tiret bas", "underscore", "tiret du huit"),
        "-": ("tiret", "trait d'union"),
        "+": ("plus",),
    },
    digits=(
        ("zéro",),
        ("un",),
        ("deux",),
        ("trois",),
        ("quatre",),
        ("cinq",),
        ("six",),
        ("sept",),
        ("huit",),
        ("neuf",),
    ),
    plus="plus",
    ask="c'est bien ça ?",
)
GERMAN = Lexicon(
    signs={
        "@": ("at", "ät", "klammeraffe"),
        ".": ("Punkt", "punkt"),
        "_": ("Unterstrich", "unterstrich"),
        "-": ("Bindestrich", "bindestrich", "minus"),
        "+": ("plus",),
    },
    digits=(
        ("null",),
        ("eins", "ein"),
        ("zwei", "zwo"),
        ("drei",),
        ("vier",),
        ("fünf",),
        ("sechs",),
        ("sieben",),
        ("acht",),
        ("neun",),
    ),
    plus="plus",
    ask="stimmt das?",
)
PORTUGUESE = Lexicon(
    signs={
        "@": ("arroba",),
        ".": ("ponto",),
        "_": ("underline", "sublinhado"),
        "-": ("hífen", "traço"),
        "+": ("mais",),
    },
    digits=(
        ("zero",),
        ("um",),
        ("dois",),
        ("três",),
        ("quatro",),
        ("cinco",),
        ("seis", "meia"),
        ("sete",),
        ("oito",),
        ("nove",),
    ),
    plus="mais",
    ask="está certo?",
)

_BY_LANGUAGE = {
    "en": ENGLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "de": GERMAN,
    "pt": PORTUGUESE,
}


def lexicon_of(language: Language) -> Lexicon:
    """The lexicon of *language*; English for a language we have no words for."""
    return _BY_LANGUAGE.get(language, ENGLISH)
