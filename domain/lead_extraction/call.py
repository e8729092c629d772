"""A call as the extraction sees it: who said what, in order, flat beside the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.language import Language
from domain.lead_extraction.cues.cues import Cues, cues_for
from domain.lead_extraction.flat import flat


@dataclass(frozen=True, slots=True)
class Said:
    """One turn: *by_caller* or by the agent."""

    by_caller: bool
    text: str

    @property
    def flat(self) -> str:
        """In lower case without accents, as long as the text."""
        return flat(self.text)


@dataclass(frozen=True, kw_only=True)
class Call:
    """*region* is whose national numbers are dictated, *caller_id* the number of the caller."""

    turns: tuple[Said, ...]
    language: Language
    region: str
    caller_id: str | None = None

    @cached_property
    def cues(self) -> Cues:
        """The phrases of the call's language."""
        return cues_for(self.language)

    @cached_property
    def by_caller(self) -> tuple[int, ...]:
        """The numbers of the caller's turns that are not meant for a machine."""
        return tuple(
            number
            for number, turn in enumerate(self.turns)
            if turn.by_caller and not self.cues.injection.search(turn.flat)
        )

    def is_for_somebody_else(self, number: int) -> bool:
        """Whether, by turn *number*, the caller has named another person as the one to reach."""
        told = [self.turns[one].flat for one in self.by_caller if one <= number]
        return any(
            self.cues.assistant.search(one) or self.cues.contact_them.search(one) for one in told
        )

    def agent_before(self, number: int) -> str:
        """What the agent said last before turn *number*, flat."""
        for turn in reversed(self.turns[:number]):
            if not turn.by_caller:
                return turn.flat
        return ""

    def question_before(self, number: int) -> str:
        """What the agent asked before turn *number*: its last sentence with a question in it."""
        before = self.agent_before(number)
        sentences = [one for one in split_sentences(before) if one.strip()]
        asked = [one for one in sentences if one.rstrip().endswith("?")]
        return (asked or sentences or [""])[-1]


def split_sentences(text: str) -> Sequence[str]:
    """*text* at the ends of sentences, signs kept."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for at, char in enumerate(text):
        ends = char in "!?…" or (char == "." and not text[at + 1 : at + 2].strip())
        if ends and (at + 1 == len(text) or text[at + 1].isspace()):
            yield text[start : at + 1]
            start = at + 1
    if start < len(text):
        yield text[start:]


def clause_before(text: str, start: int, *, most: int = 90) -> str:
    """What stands before *start* in its sentence."""
    begin = max(0, start - most)
    head = text[begin:start]
    parts = split_sentences(head)
    return parts[-1] if parts and not _ends(parts[-1]) else ""


def clause_behind(text: str, end: int, *, most: int = 70) -> str:
    """What follows *end*, this sentence and the next."""
    return " ".join(split_sentences(text[end : end + most])[:2])


def _ends(part: str) -> bool:
    return part.rstrip()[-1:] in {"!", "?", "…", "."} and part != part.rstrip()
