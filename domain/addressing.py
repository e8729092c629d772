"""Whether somebody was spoken to by name."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

_WORD = re.compile(r"\w+")
_ALIKE = 75.0
"""Recognisers write names as they sound, `Nova` as `Nowa`. Our choice, held by examples."""
_SHORTEST_FUZZY = 4


def is_addressed(text: str, names: Iterable[str]) -> bool:
    """Whether *text* contains one of *names*, or words that sound nearly like it."""
    words = _WORD.findall(text.casefold())
    return any(_contains(words, _WORD.findall(name.casefold())) for name in names)


def _contains(words: list[str], name: list[str]) -> bool:
    if not name:
        return False
    spans = (words[start : start + len(name)] for start in range(len(words) - len(name) + 1))
    return any(_is_alike(" ".join(span), " ".join(name)) for span in spans)


def _is_alike(said: str, name: str) -> bool:
    if len(name) < _SHORTEST_FUZZY:
        return said == name
    return fuzz.ratio(said, name) >= _ALIKE and said[0] == name[0]
