"""Remarks on how a word is written that say nothing new: `with a k`, `avec un e à la fin`."""

from collections.abc import Mapping

from domain.spoken_form.lexicons.lexicon import Lexicon, match
from domain.spoken_form.words import Word

_WITH: Mapping[str, str] = {"en": "with", "es": "con", "fr": "avec", "de": "mit", "pt": "com"}
_ARTICLES = {"a", "an", "one", "un", "une", "una", "um", "uma", "einem", "einer", "ein", "just"}
_JOINTS = {"and", "und", "y", "et", "e", "-"}
_GROUPS = {"ae", "oe", "ue", "ss", "th", "ph", "ck", "sch", "ch"}
_PLACES = {
    ("at", "the", "end"), ("at", "the", "start"), ("in", "the", "middle"), ("al", "final"),
    ("al", "principio"), ("à", "la", "fin"), ("a", "la", "fin"), ("au", "début"), ("am", "ende"),
    ("am", "anfang"), ("hinten",), ("no", "final"), ("no", "começo"), ("no", "fim"),
}  # fmt: skip
_LONGEST = 2


def remark_length(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> int:
    """How many words the remark at *at* has, 0 where there is none.

    Of more than two letters only the first is the remark's: `with a k k a t e`.
    """
    if words[at].plain != _WITH.get(lexicon.language):
        return 0
    position = at + 1
    while position < len(words) and words[position].plain in _ARTICLES:
        if _letter(words, position + 1, lexicon) == 0:
            break
        position += 1
    letters = _letters(words, position, lexicon)
    if not letters:
        return 0
    behind = letters[-1] if len(letters) <= _LONGEST else letters[0]
    return _behind_place(words, behind) - at


def _letters(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> list[int]:
    """Behind each letter of the run at *at*."""
    ends: list[int] = []
    while _behind_place(words, at) == at and (length := _letter(words, at, lexicon)):
        at += length
        ends.append(at)
        if at < len(words) and words[at].plain in _JOINTS and _letter(words, at + 1, lexicon):
            at += 1
    return ends


def _letter(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> int:
    if at >= len(words) or not words[at].is_word:
        return 0
    plain = words[at].plain
    if plain in lexicon.multiples or plain in lexicon.counts:
        behind = _letter(words, at + 1, lexicon)
        return behind + 1 if behind else 0
    if len(plain) == 1 or plain in _GROUPS or plain.removesuffix("'s") in _GROUPS:
        return 1
    if len(plain.removesuffix("'s")) == 1 or (len(plain) == len("ls") and plain.endswith("s")):
        return 1
    named = match(lexicon.letter_index, words, at)
    return named[1] if named else 0


def _behind_place(words: tuple[Word, ...], at: int) -> int:
    for length in (3, 2, 1):
        if tuple(word.plain for word in words[at : at + length]) in _PLACES:
            return at + length
    return at
