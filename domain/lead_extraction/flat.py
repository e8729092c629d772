"""Texts without case and accents in which every character keeps its place."""

import re
import unicodedata
from functools import lru_cache

_SAME_PLACE = str.maketrans({"’": "'", "´": "'", "`": "'", "ß": "s", "œ": "o", "æ": "a", "ø": "o"})


_SPACE = re.compile(r" \??")


@lru_cache(maxsize=512)
def flat(text: str) -> str:
    """*text* in lower case without accents; as long as *text*."""
    return "".join(_plain(char) for char in text).translate(_SAME_PLACE)


def _plain(char: str) -> str:
    lowered = unicodedata.normalize("NFD", char)[0].lower()
    return lowered if len(lowered) == 1 else char


@lru_cache(maxsize=512)
def phrase(pattern: str) -> re.Pattern[str]:
    """*pattern*, an alternation over lines, as whole words of a flat text.

    A space stands for any run of spaces and commas that a recogniser may put there.
    """
    lines = [line.strip() for line in pattern.strip().splitlines() if line.strip()]
    spaced = "|".join(_SPACE.sub(_gap, line) for line in lines)
    return re.compile(rf"(?<![\w']){'(?:' + spaced + ')'}(?!\w)") if lines else re.compile(r"(?!)")


def _gap(space: re.Match[str]) -> str:
    return "[ ,]*" if space.group().endswith("?") else "[ ,]+"


def is_cased(text: str) -> bool:
    """Whether *text* was written with capitals, so that they tell names from words."""
    return any(char.isupper() for char in text[1:])
