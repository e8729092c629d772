"""A dictated text as a row of letters, digits, signs and words."""

from dataclasses import dataclass
from enum import StrEnum

from domain.spoken_form.lexicons.lexicon import Lexicon, match
from domain.spoken_form.numbers import read_number
from domain.spoken_form.remarks import remark_length
from domain.spoken_form.spelling import read_letters
from domain.spoken_form.words import Word, split


class SymbolKind(StrEnum):
    """What a piece of a dictated text contributes."""

    LETTER = "letter"
    DIGITS = "digits"
    MARK = "mark"
    WORD = "word"
    FILLER = "filler"
    REPAIR = "repair"
    PAUSE = "pause"
    """A comma or the like."""
    STOP = "stop"
    """The end of a sentence or of a turn."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One piece: what it contributes, and the words of the text that it was read from."""

    kind: SymbolKind
    text: str
    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """The first character of the text that belongs to it."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """The character behind it."""
        return self.words[-1].end

    @property
    def glued(self) -> bool:
        """Whether nothing stands before it."""
        return self.words[0].glued


_SIGNS = {".": ".", "@": "@", "_": "_", "-": "-", "+": "+", "–": "-", "‑": "-"}


def read_symbols(text: str, lexicon: Lexicon) -> tuple[Symbol, ...]:
    """The symbols of *text*, in order; every word of it is in exactly one of them."""
    words = split(text)
    symbols: list[Symbol] = []
    at = 0
    while at < len(words):
        found = (
            _sign(words, at)
            or _remark(words, at, lexicon)
            or _letters(words, at, lexicon)
            or _phrase(words, at, lexicon)
            or _digits(words, at, lexicon)
            or [Symbol(SymbolKind.WORD, words[at].plain, (words[at],))]
        )
        symbols += found
        at += sum(len(symbol.words) for symbol in found)
    return tuple(symbols)


def _sign(words: tuple[Word, ...], at: int) -> list[Symbol] | None:
    word = words[at]
    if word.text[0].isalnum():
        return None
    behind = words[at + 1] if at + 1 < len(words) else None
    glued_on_both_sides = word.glued and behind is not None and behind.glued and behind.text != "\n"
    if word.text in "@_+" or (word.text in _SIGNS and glued_on_both_sides):
        return [Symbol(SymbolKind.MARK, _SIGNS[word.text], (word,))]
    if word.text in ".?!:\n;¿¡…":
        return [Symbol(SymbolKind.STOP, word.text, (word,))]
    kind = SymbolKind.PAUSE if word.text in ",/-–—" else SymbolKind.FILLER
    return [Symbol(kind, word.text, (word,))]


def _remark(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> list[Symbol] | None:
    length = remark_length(words, at, lexicon)
    return [Symbol(SymbolKind.FILLER, "", words[at : at + length])] if length else None


def _letters(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> list[Symbol] | None:
    found = read_letters(words, at, lexicon)
    if found is None:
        return None
    return [Symbol(SymbolKind.LETTER, text, words[start:end]) for text, start, end in found]


def _phrase(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> list[Symbol] | None:
    for kind, index in (
        (SymbolKind.MARK, lexicon.mark_index),
        (SymbolKind.REPAIR, lexicon.repair_index),
        (SymbolKind.FILLER, lexicon.filler_index),
    ):
        if found := match(index, words, at):
            meaning, length = found
            return [Symbol(kind, meaning, words[at : at + length])]
    return None


def _digits(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> list[Symbol] | None:
    found = read_number(words, at, lexicon)
    if found is None:
        return None
    text, length = found
    return [Symbol(SymbolKind.DIGITS, text, words[at : at + length])]
