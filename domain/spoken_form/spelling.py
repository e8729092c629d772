"""Letters given one by one: `s a r a h`, `S-A-R-A-H`, `B as in boy`, `two l's`, `wie Berta`."""

from dataclasses import dataclass, replace
from enum import IntEnum

from domain.spoken_form.lexicons.lexicon import Lexicon, match
from domain.spoken_form.words import Word, fold

Letters = list[tuple[str, int, int]]
"""Each letter with the words it was read from, as a half-open range."""


class _Strength(IntEnum):
    """How surely a word was meant as a letter."""

    COMMON_WORD = 0
    ALPHABET_WORD = 1
    LETTER = 2
    EXPLAINED = 3


@dataclass(frozen=True, slots=True)
class _Item:
    letter: str
    strength: _Strength
    start: int
    end: int
    after_dot: bool = False


def read_letters(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Letters | None:
    """The letters spelled from *at* on, None when no spelling starts there.

    Words between two letters (`then`, `capital`, commas) belong to the letter behind them.
    """
    if words[at].plain in lexicon.never_first:
        return None
    items = _run(words, at, lexicon)
    items = _trimmed(items, words, lexicon)
    if not items or items[0].start != at or not _is_spelling(items, words):
        return None
    return [(item.letter, item.start, item.end) for item in items]


def _run(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> list[_Item]:
    items: list[_Item] = []
    ahead = at
    while ahead < len(words) and (item := _item(words, ahead, lexicon)):
        position = items[-1].end if items else at
        dotted = position < ahead and words[position].plain == "."
        items.append(replace(item, start=position, after_dot=dotted))
        ahead = _skip_noise(words, item.end, lexicon)
    return items


def _is_spelling(items: list[_Item], words: tuple[Word, ...]) -> bool:
    strongest = max(item.strength for item in items)
    if strongest is _Strength.EXPLAINED:
        return True
    if len(items) >= 3:
        singles = all(words[item.end - 1].text.isalpha() for item in items)
        alphabet = sum(item.strength is _Strength.ALPHABET_WORD for item in items)
        return strongest is _Strength.LETTER or alphabet >= 3 or (singles and len(items) >= 4)
    if any(item.after_dot for item in items):
        return False
    return strongest is _Strength.LETTER


def _item(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> _Item | None:
    start = at
    while (noise := match(lexicon.spelling_noise_index, words, at)) and at + noise[1] < len(words):
        at += noise[1]
    found = _multiple(words, at, lexicon) or _letter(words, at, lexicon)
    if found is None and at != start:
        at = start
        found = _multiple(words, at, lexicon) or _letter(words, at, lexicon)
    if found is None:
        return None
    letter, strength, end = found
    if strength is not _Strength.ALPHABET_WORD and (
        behind := _example(letter, words, end, lexicon)
    ):
        return _Item(letter, _Strength.EXPLAINED, start, behind)
    return _Item(letter, strength, start, end)


def _letter(
    words: tuple[Word, ...], at: int, lexicon: Lexicon
) -> tuple[str, _Strength, int] | None:
    if at >= len(words) or not words[at].is_word:
        return None
    plain = words[at].plain
    named = match(lexicon.letter_index, words, at)
    if named and (named[1] > 1 or len(plain) > 1):
        common = named[1] == 1 and plain in lexicon.common_words
        return named[0], _Strength.COMMON_WORD if common else _Strength.LETTER, at + named[1]
    if len(plain) == 1:
        common = plain in lexicon.common_words
        return plain, _Strength.COMMON_WORD if common else _Strength.LETTER, at + 1
    if coded := match(lexicon.alphabet_index, words, at):
        return coded[0], _Strength.ALPHABET_WORD, at + coded[1]
    return None


def _multiple(
    words: tuple[Word, ...], at: int, lexicon: Lexicon
) -> tuple[str, _Strength, int] | None:
    """`double s`, `dos eles`, `Doppel-S`, `two l's`."""
    if at >= len(words):
        return None
    plain = words[at].plain
    behind = at + 1
    if behind < len(words) and words[behind].plain == "-":
        behind += 1
    letter = _letter(words, behind, lexicon) if plain in lexicon.multiples else None
    if letter and letter[1] is not _Strength.ALPHABET_WORD:
        return letter[0] * lexicon.multiples[plain], _Strength.LETTER, letter[2]
    if plain in lexicon.counts and behind < len(words):
        letter_text = _plural(words[behind].plain, lexicon)
        if letter_text:
            return letter_text * lexicon.counts[plain], _Strength.LETTER, behind + 1
    return None


def _plural(plain: str, lexicon: Lexicon) -> str | None:
    stem = plain.removesuffix("'s")
    if len(stem) == 1 and stem.isalpha() and lexicon.language != "en":
        return stem
    if stem != plain or (len(plain) == 2 and plain.endswith("s")):
        return stem[0] if len(stem) == 1 or len(plain) == 2 else None
    named = lexicon.letter_index.get((plain,)) or lexicon.letter_index.get((fold(plain),))
    return named if named and plain.endswith("s") else None


def _example(letter: str, words: tuple[Word, ...], at: int, lexicon: Lexicon) -> int | None:
    """Behind `as in boy` after *letter*, or behind a bare `bravo`; None when no example follows."""
    ahead = at + 1 if at < len(words) and words[at].plain == "," else at
    joined = match(lexicon.as_in_index, words, ahead)
    behind = ahead + joined[1] if joined else at
    coded = match(lexicon.alphabet_index, words, behind) if joined else None
    if coded and coded[0] == letter:
        return behind + coded[1]
    if behind >= len(words) or len(words[behind].text) < 2 or not words[behind].is_word:
        return None
    if fold(words[behind].plain)[0] != fold(letter)[0]:
        return None
    if joined or match(lexicon.alphabet_index, words, behind):
        return behind + 1
    return None


def _skip_noise(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> int:
    while at < len(words):
        if words[at].plain in {",", "-", ".", "–"}:
            at += 1
        elif noise := match(lexicon.spelling_noise_index, words, at):
            at += noise[1]
        else:
            break
    return at


def _trimmed(items: list[_Item], words: tuple[Word, ...], lexicon: Lexicon) -> list[_Item]:
    """Without a last letter that is rather the next word of the sentence: `s m i t h i work`."""
    while len(items) > 1 and items[-1].strength is _Strength.COMMON_WORD:
        behind = items[-1].end
        following = words[behind].plain if behind < len(words) else ""
        conjunction = items[-1].letter != "a" or following not in {"a", "e"}
        word = items[-1].letter != "o" or lexicon.language != "en"
        if following in lexicon.stops and conjunction and word:
            items = items[:-1]
        else:
            break
    return items
