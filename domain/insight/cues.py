"""A small language for what people say, and finding it in what was heard.

One pattern a line; an indented line goes on with the one before. Tokens stand apart by a space:

    speak (to|with) (a|some)? person    a group is a choice; `?` makes a whole token optional
    cancel(s|ling|) ... account         `...` is up to three words, without a break
    START so? bye END                   where a clause begins, and where it ends

A token is a regular expression otherwise. Words are written in lower case without accents, as
`Heard.plain` has them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.insight.heard import Heard

_TOKEN = re.compile(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+")
_SPECIAL = {
    "...": r"(?:[^ .,]+ ){0,3}",
    "END": r"(?=[.,] |$)",
    "START": r"(?:^|(?<=[.,] ))",
}


def patterns(block: str) -> tuple[str, ...]:
    """The patterns of *block* as regular expressions over `Heard.line`."""
    joined = re.sub(r"\n +", " ", block)
    return tuple(_expression(line) for line in joined.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns as one: found anywhere in a text unless a veto covers the place."""

    pattern: re.Pattern[str]
    veto: re.Pattern[str] | None = None

    @classmethod
    def of(cls, block: str, *, vetoes: str = "") -> "Cues":
        """Read *block*; where a match of *vetoes* overlaps, nothing was found."""
        return cls(_compiled(block), _compiled(vetoes) if vetoes.strip() else None)

    def find(self, heard: Heard) -> Iterator[re.Match[str]]:
        """Every match that no veto touches, in order."""
        line = heard.line
        vetoed = [match.span() for match in self.veto.finditer(line)] if self.veto else []
        for match in self.pattern.finditer(line):
            if not any(start < match.end() and match.start() < end for start, end in vetoed):
                yield match

    def first_quote(self, heard: Heard) -> str | None:
        """The words of the first match; None without one."""
        found = next(self.find(heard), None)
        return None if found is None else heard.quote(found)


def _compiled(block: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns(block))})")


def _expression(line: str) -> str:
    return "".join(_part(token) for token in _TOKEN.findall(line))


def _part(token: str) -> str:
    if token in _SPECIAL:
        return _SPECIAL[token]
    # Groups only choose: none of them is asked for by number. Lines may be broken after a `|`.
    grouped = re.sub(r"\(\s*(?!\?)", "(?:", re.sub(r"\|\s+", "|", token.removesuffix("?")))
    return f"(?:{grouped} )?" if token.endswith("?") else f"{grouped} "
