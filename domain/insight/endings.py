"""How calls end: a caller takes leave; and how they begin in vain: a machine takes the call.

Cue lists in five languages, all of them tried whatever the call's language is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.insight.cues import Cues, patterns
from domain.insight.heard import Heard
from domain.insight.lexicons import answerers, farewells

# What may stand around a farewell; longer remarks after it are something else.
_LONGEST_TAIL = 20
_PLAIN = re.compile(rf"(?<!\w)(?:{'|'.join(patterns(farewells.PLAIN))})")
_POLITE = re.compile(rf"(?<!\w)(?:{'|'.join(patterns(farewells.POLITE))})")
_COURTESY = "|".join(patterns(farewells.COURTESY))
_LEAD = re.compile(rf"(?:{_COURTESY})*")
_TAIL = re.compile(rf"(?:[.,] |{_COURTESY}|{_PLAIN.pattern}|{_POLITE.pattern})*")
_QUOTING = re.compile(rf"(?:{'|'.join(patterns(farewells.QUOTING))})")


def is_farewell(text: str) -> bool:
    """Whether the caller takes leave for good with *text*.

    The farewell stands at the end, with nothing but courtesy after it. "Goodbye is what she said"
    and "say goodbye to my data" are none, nor is a question.
    """
    if text.rstrip().endswith(("?", "？")):
        return False
    line = Heard.of(text).line
    for match in _PLAIN.finditer(line):
        before = line[: match.start()].split()[-1:]
        if _is_tail(line[match.end() :]) and not (before and _QUOTING.fullmatch(before[0] + " ")):
            return True
    return any(
        _is_tail(line[match.end() :]) and _LEAD.fullmatch(_clause(line[: match.start()]))
        for match in _POLITE.finditer(line)
    )


def _is_tail(rest: str) -> bool:
    return len(rest.split()) <= _LONGEST_TAIL and _TAIL.fullmatch(rest) is not None


def _clause(before: str) -> str:
    return re.split(r"[.,] ", before)[-1]


class Answerer(StrEnum):
    """Who took the call."""

    HUMAN = "human"
    VOICEMAIL = "voicemail"
    IVR = "ivr"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredBy:
    """Who took the call, and the words that told; *evidence* is empty where none did."""

    answerer: Answerer
    evidence: str = ""


# A person says hello and waits.
_SHORT_WORDS, _SHORT_SECONDS = 12, 6.0
_VOICEMAIL = Cues.of(answerers.VOICEMAIL, vetoes=answerers.PEOPLE)
_MENU = Cues.of(answerers.MENU, vetoes=answerers.PEOPLE)


def classify_answerer(turns: Sequence[str], *, seconds: float) -> AnsweredBy:
    """Who took an outgoing call, by what was said first: *turns*, which took *seconds* of speech.

    A machine by the sentences that machines say; a mailbox that offers a menu is a mailbox. A
    person by brief turns without any; unknown after a long first turn that names no machine.
    """
    heard = Heard.of(". ".join(turns))
    for cues, answerer in ((_VOICEMAIL, Answerer.VOICEMAIL), (_MENU, Answerer.IVR)):
        quote = cues.first_quote(heard)
        if quote is not None:
            return AnsweredBy(answerer=answerer, evidence=quote)
    brief = len(heard.words) <= _SHORT_WORDS and seconds <= _SHORT_SECONDS
    if heard.words and (brief or len(turns) > 1):
        return AnsweredBy(answerer=Answerer.HUMAN)
    return AnsweredBy(answerer=Answerer.UNKNOWN)
