"""The scripts that texts and languages are written in."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from domain.language import Language


class Script(StrEnum):
    """A script, by the first word of its letters' Unicode names; Han is called CJK there."""

    LATIN = "LATIN"
    GREEK = "GREEK"
    CYRILLIC = "CYRILLIC"
    ARMENIAN = "ARMENIAN"
    GEORGIAN = "GEORGIAN"
    HEBREW = "HEBREW"
    ARABIC = "ARABIC"
    DEVANAGARI = "DEVANAGARI"
    BENGALI = "BENGALI"
    GURMUKHI = "GURMUKHI"
    GUJARATI = "GUJARATI"
    TAMIL = "TAMIL"
    TELUGU = "TELUGU"
    KANNADA = "KANNADA"
    MALAYALAM = "MALAYALAM"
    SINHALA = "SINHALA"
    THAI = "THAI"
    LAO = "LAO"
    MYANMAR = "MYANMAR"
    KHMER = "KHMER"
    ETHIOPIC = "ETHIOPIC"
    HANGUL = "HANGUL"
    HIRAGANA = "HIRAGANA"
    KATAKANA = "KATAKANA"
    HAN = "CJK"
    OTHER = "OTHER"


_LANGUAGES: Mapping[Script, str] = {
    Script.GREEK: "el",
    Script.CYRILLIC: "ru uk be bg sr mk kk ky mn tg bs",
    Script.ARMENIAN: "hy",
    Script.GEORGIAN: "ka",
    Script.HEBREW: "he yi",
    Script.ARABIC: "ar fa ur ps ckb sd ug",
    Script.DEVANAGARI: "hi mr ne sa",
    Script.BENGALI: "bn as",
    Script.GURMUKHI: "pa",
    Script.GUJARATI: "gu",
    Script.TAMIL: "ta",
    Script.TELUGU: "te",
    Script.KANNADA: "kn",
    Script.MALAYALAM: "ml",
    Script.SINHALA: "si",
    Script.THAI: "th",
    Script.LAO: "lo",
    Script.MYANMAR: "my",
    Script.KHMER: "km",
    Script.ETHIOPIC: "am ti",
    Script.HANGUL: "ko",
    Script.HIRAGANA: "ja",
    Script.KATAKANA: "ja",
    Script.HAN: "zh yue ja ko",
}
_BY_NAME = {script.value: script for script in Script}
_IN_LATIN_TOO = frozenset({"sr", "bs"})
_ADDRESS = re.compile(r"\S*[@/]\S*|\b[\w-]+\.[a-z]{2,}\b")
# Fewer words in Latin letters are a name or a brand, wherever the speaker is from.
_LATIN_WORDS = 3


def scripts_of(language: Language) -> frozenset[Script]:
    """What *language* is written in; Latin letters where we know no better."""
    found = {script for script, languages in _LANGUAGES.items() if language in languages.split()}
    if not found or language in _IN_LATIN_TOO:
        found.add(Script.LATIN)
    return frozenset(found)


def letters_by_script(text: str) -> Mapping[Script, int]:
    """How many letters of each script *text* has; figures, signs and pictures are of none."""
    counts: Counter[Script] = Counter()
    for char in unicodedata.normalize("NFKC", text):
        if unicodedata.category(char) in {"Lu", "Ll", "Lt", "Lo"}:
            name = unicodedata.name(char, "").partition(" ")[0]
            counts[_BY_NAME.get(name, Script.OTHER)] += 1
    return counts


def wrong_script(text: str, languages: Iterable[Language]) -> bool:
    """Whether most of *text* is in scripts that none of *languages* uses.

    Recognisers write noise and mumbling down as words of languages that nobody spoke; this is how
    that shows. Addresses do not count, nor do one or two words in Latin letters: names and brands
    are written so everywhere.
    """
    expected = {script for language in languages for script in scripts_of(language)}
    plain = _ADDRESS.sub(" ", text)
    counts = letters_by_script(plain)
    foreign = {script: count for script, count in counts.items() if script not in expected}
    if _most(foreign) is Script.LATIN and len(plain.split()) < _LATIN_WORDS:
        return False
    return 2 * sum(foreign.values()) > sum(counts.values())


def _most(counts: Mapping[Script, int]) -> Script | None:
    return max(counts, key=lambda script: counts[script], default=None)
