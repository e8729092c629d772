"""Spoken digits and cardinals as strings of digits."""

from collections.abc import Iterator
from functools import lru_cache

from text_to_num import text2num

from domain.spoken_form.lexicons.lexicon import Lexicon, match
from domain.spoken_form.words import Word, fold

_LONGEST_CARDINAL = 9
_ARTICLES = {"the", "le", "la", "el", "die", "der", "o", "a", "mal", "los"}


def read_number(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The digits said at *at* in the likeliest reading, and how many words say them."""
    return next(readings_at(words, at, lexicon), None)


def readings_at(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """Every way to read a number at *at*, the longest first: `trente quatre` is 34, or 30 and 4."""
    if words[at].text.isdigit():
        yield words[at].text, 1
        return
    if repeated := _repeated(words, at, lexicon):
        yield repeated
    digit = match(lexicon.digit_index, words, at)
    for length in range(_cardinal_length(words, at, lexicon), 0, -1):
        value = _cardinal(tuple(word.plain for word in words[at : at + length]), lexicon.language)
        if value is not None and not (length == 1 and digit):
            yield value, length
    if digit:
        yield digit


def _repeated(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    for length in (3, 2, 1):
        phrase = " ".join(word.plain for word in words[at : at + length])
        times = lexicon.multiples.get(phrase)
        if times is None or at + length >= len(words):
            continue
        behind = at + length
        if words[behind].plain in _ARTICLES and behind + 1 < len(words):
            behind += 1
        unit = match(lexicon.digit_index, words, behind)
        if unit is None and words[behind].text.isdigit():
            unit = (words[behind].text, 1)
        if unit is None:
            unit = _first_cardinal(words, behind, lexicon)
        if unit:
            return unit[0] * times, behind + unit[1] - at
    return None


def _first_cardinal(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    for length in range(_cardinal_length(words, at, lexicon), 0, -1):
        value = _cardinal(tuple(word.plain for word in words[at : at + length]), lexicon.language)
        if value is not None:
            return value, length
    return None


def _cardinal_length(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> int:
    length = 0
    for word in words[at : at + _LONGEST_CARDINAL]:
        if word.plain == "-" and length:
            length += 1
            continue
        if not _is_number_word(word.plain, lexicon):
            break
        length += 1
    return length


def _is_number_word(plain: str, lexicon: Lexicon) -> bool:
    if plain in lexicon.number_words:
        return True
    if lexicon.language == "de" and len(plain) > 5:
        return _cardinal((plain,), "de") is not None
    return any(fold(known) == plain for known in _with_accents(lexicon.number_words))


@lru_cache(maxsize=8)
def _with_accents(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if fold(word) != word)


_JOINERS = {"and", "y", "et", "und", "e"}
_HUNDREDS = {"hundred"}
_UNITS = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}


@lru_cache(maxsize=4096)
def _cardinal(plain: tuple[str, ...], language: str) -> str | None:
    """The value of a cardinal that uses all of *plain*, None when it is not one."""
    words = [word for word in plain if word != "-"]
    if not words or words[0] in _JOINERS or words[-1] in _JOINERS or plain[-1] == "-":
        return None
    if len(words) > 1 and words[-2] in _HUNDREDS and words[-1] in _UNITS:
        return None  # "eight hundred five five five" is 800 555; 805 would be said with "and"
    try:
        return str(text2num(" ".join(words), language))
    except ValueError:
        return None
