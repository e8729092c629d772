"""A text as cue patterns see it, and the way back to the words that were really said."""

import re
import unicodedata
from dataclasses import dataclass

from domain.spoken_form.words import Word, fold, split

_BREAKS = {",": ",", ".": ".", "?": ".", "!": ".", ";": ".", ":": ".", "…": ".", "\n": "."}
_BREAKS |= {"。": ".", "，": ",", "？": ".", "！": ".", "؟": ".", "،": ","}


@dataclass(frozen=True, slots=True)
class Heard:
    """*plain* is *text* in lower case without accents, one space between words.

    Sentences end in ` .` and clauses in ` ,`, whatever the sign was; all other signs are gone.
    Cues are written against *plain*; `quote` gives the words of *text* behind a match.
    """

    text: str
    plain: str
    places: tuple[tuple[int, Word], ...]

    @classmethod
    def of(cls, text: str) -> "Heard":
        """Read *text*."""
        text = unicodedata.normalize("NFC", text)
        parts: list[str] = []
        places: list[tuple[int, Word]] = []
        length = 0
        for word in split(text):
            part = fold(word.plain) if word.text[0].isalnum() else _BREAKS.get(word.text, "")
            if part:
                places.append((length, word))
                parts.append(part)
                length += len(part) + 1
        return cls(text=text, plain=" ".join(parts), places=tuple(places))

    @property
    def line(self) -> str:
        """*plain* with a space after the last word too, as cues want it."""
        return self.plain + " "

    @property
    def words(self) -> tuple[str, ...]:
        """The words and figures, without the breaks."""
        return tuple(part for part in self.plain.split() if part not in ".,")

    def quote(self, match: re.Match[str]) -> str:
        """What was said where *match* is."""
        inside = [
            word
            for at, word in self.places
            if at < match.end() and at + len(fold(word.plain)) > match.start()
        ]
        return self.text[inside[0].start : inside[-1].end].strip(" ,.;:!?¿¡") if inside else ""
