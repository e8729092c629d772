"""A call as the extraction sees it: who said what, in order, flat beside the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.contact_details import ContactField
from domain.language import Language
from domain.lead_extraction.cues.cues import Cues, cues_for
from domain.lead_extraction.flat import flat, is_cased
from domain.spoken_form import Candidate, candidates
from domain.spoken_form.lexicons.hosts import PROVIDERS

_ADDRESS = re.compile(r"\S+@\S+?(?=[,.!?;]?(?:\s|$))")
_TITLE = re.compile(r"(?<!\w)(?:mr|mrs|ms|dr|sr|sra|srta|st|prof|mme|mlle|hr|fr)\.$", re.IGNORECASE)
_PATIENCE = 3
_KEEPS_OPEN = re.compile(
    r"(?:i'm |i am )?sorry(?: what| say again)?|pardon(?: me)?|come again|say (?:that )?again|"
    r"excuse me|okay|ok|uh[ -]?huh|mm[ -]?hmm|mhm|go on|go ahead|yes|yeah|sure|right|got it|"
    r"take your time|hello|(?:sorry )?you (?:broke up|cut out)|repeat that|still there|"
    r"i missed (?:that|the end)|como|perdon|si|vale|digame|adelante|comment|oui|d'accord|"
    r"allez-y|je vous ecoute|wie bitte|ja|gut|bitte|ich hore|sim|certo|pode falar|desculpe"
)
_SIGNS = re.compile(r"[.,!?;:](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Said:
    """One turn: *by_caller* or by the agent."""

    by_caller: bool
    text: str

    @property
    def flat(self) -> str:
        """In lower case without accents, as long as the text."""
        return flat(self.text)

    @property
    def is_cased(self) -> bool:
        """Whether it was written with capitals, so that they tell names from words."""
        return is_cased(self.text)

    def starts_name(self, at: int) -> bool:
        """Whether a name can begin with this character."""
        return not self.is_cased or self.text[at].isupper()

    def asks_behind(self, at: int) -> bool:
        """Whether a question mark follows; where there are no signs, any end of the turn."""
        rest = self.text[at:]
        return "?" in rest or not any(char in ".!?,;" for char in self.text)

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Begin and end of what stands between two commas, stops or the like."""
        start = 0
        for sign in _SIGNS.finditer(self.text):
            yield start, sign.start()
            start = sign.end()
        yield start, len(self.text)


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

    @cached_property
    def _found(self) -> tuple[tuple[Candidate, ...], ...]:
        return tuple(
            candidates(turn.text, language=self.language, region=self.region) for turn in self.turns
        )

    def values(self, number: int) -> Sequence[Candidate]:
        """The addresses and numbers in turn *number*."""
        return [one for one in self._found[number] if one.kind is not ContactField.NAME]

    def spellings(self, number: int) -> Sequence[Candidate]:
        """The words that are spelled in turn *number*, also inside of addresses."""
        return [one for one in self._found[number] if one.kind is ContactField.NAME]

    @cached_property
    def domain_labels(self) -> frozenset[str]:
        """The names, without signs, of domains of the caller's that belong to no mail provider."""
        said = [self.turns[number].text for number in self.by_caller]
        found = candidates("\n".join(said), language=self.language, region=self.region)
        hosts = [one.value.partition("@")[2] for one in found if one.kind is ContactField.EMAIL]
        labels = [host.partition(".")[0] for host in hosts]
        return frozenset(one.replace("-", "") for one in labels if one not in PROVIDERS)

    @cached_property
    def is_for_somebody_else(self) -> bool:
        """Whether the caller names another person as the one to reach."""
        return any(self._hands_over(number) for number in self.by_caller)

    def _hands_over(self, number: int) -> bool:
        said, cues = self.turns[number].flat, self.cues
        if cues.contact_me.search(said):
            return False
        if cues.assistant.search(said) or cues.contact_them.search(said):
            return True
        asked = cues.asks_contact.search(self.question_before(number))
        return bool(asked and cues.boss.search(said))

    def accepts(self, number: int) -> bool:
        """Whether the caller begins turn *number* by agreeing."""
        said = self.turns[number].flat.lstrip(" ,.¿¡")
        return bool(self.cues.yes.match(said)) and not self.cues.no.match(said)

    def refuses(self, number: int) -> bool:
        """Whether the caller begins turn *number* by disagreeing."""
        return bool(self.cues.no.match(self.turns[number].flat.lstrip(" ,.¿¡")))

    def agent_before(self, number: int) -> str:
        """What the agent said last before turn *number*, flat."""
        for turn in reversed(self.turns[:number]):
            if not turn.by_caller:
                return turn.flat
        return ""

    def _last_asked(self, number: int) -> str:
        """The agent's last turn that does more than keep the line open or ask to say it again."""
        asked = [turn.flat for turn in self.turns[:number] if not turn.by_caller]
        told = [one for one in asked[-_PATIENCE:] if not _KEEPS_OPEN.fullmatch(one.strip(" .,!?¿"))]
        return (told or asked or [""])[-1]

    def question_before(self, number: int) -> str:
        """What the agent asked before turn *number*: its last sentence with a question in it."""
        before = _ADDRESS.sub("", self._last_asked(number))
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
        ends = ends and _TITLE.search(text, start, at + 1) is None
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
