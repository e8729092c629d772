"""A text cut into words, figures and signs, each with its place."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’´`][^\W\d_]+)*|\n|[^\w\s]|_")
_APOSTROPHES = str.maketrans("’´`", "'''")


@dataclass(frozen=True, slots=True)
class Word:
    """One token. *plain* is lower case; *glued* means that not even space stands before it."""

    text: str
    plain: str
    start: int
    end: int
    glued: bool

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()


def split(text: str) -> tuple[Word, ...]:
    """The tokens of *text* in order."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text):
        plain = unicodedata.normalize("NFC", match.group()).lower().translate(_APOSTROPHES)
        glued = bool(words) and words[-1].end == match.start()
        words.append(Word(match.group(), plain, match.start(), match.end(), glued))
    return tuple(words)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case without accents, so that `Müller` and `muller` meet."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("ß", "ss"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
