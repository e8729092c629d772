"""Whose a value is, by what stands around it."""

import re

from domain.contact_details import ContactField
from domain.lead_extraction.call import Call, clause_before, clause_behind

_Pattern = re.Pattern[str]
_NUMBER = re.compile(r"num(?:ber|mer|ero)|cod(?:e|igo)|zeichen|(?<!\w)(?:no|id)(?!\w)")


_RESTATED = re.compile(
    r"(?<!\w)(?:it's(?: now)?|now it's|now|it is|ahora(?: es)?|maintenant(?: c'est)?|c'est|"
    r"jetzt(?: ist)?|agora(?: e)?)(?!\w)"
)


def is_the_callers(call: Call, number: int, start: int, end: int, field: ContactField) -> bool:
    """Whether the value at these characters of a turn is given as the caller's own, to be used."""
    cues = call.cues
    text = call.turns[number].flat
    before, behind = clause_before(text, start), clause_behind(text, end)
    reach = 15 if field is ContactField.NAME else 45
    if _last(cues.hypothetical, before, within=reach) >= 0:
        return False
    if cues.disowned_behind.match(behind.lstrip(" ,.;:-")) or _soon(cues.disowned_behind, behind):
        return False
    if _is_disowned(call, before, opens=not text[:start].rstrip().removesuffix(before.rstrip())):
        return False
    if field is ContactField.PHONE and _is_other_number(call, number, before):
        return False
    return not _is_somebody_elses(call, number, before)


def _is_disowned(call: Call, before: str, *, opens: bool) -> bool:
    """Whether a denial stands before the value; a `no` that answers a question is none."""
    refusal = call.cues.no.match(before.lstrip(" ,.¿¡")) if opens else None
    if refusal is not None and "," in before:
        before = before.partition(",")[2]
    at = _last(call.cues.disowned, before, within=28)
    mine = max(_last(call.cues.own, before, within=60), _last(_RESTATED, before, within=20))
    return at >= 0 and at >= mine


def _is_other_number(call: Call, number: int, before: str) -> bool:
    other = _last(call.cues.other_numbers, before)
    phone = _last(call.cues.phone_words, before)
    if other >= 0 or phone >= 0:
        return other > phone
    return _asks_other_number(call, call.question_before(number))


def _asks_other_number(call: Call, asked: str) -> bool:
    """`the phone on the account` asks for a phone, `the number of the account` does not."""
    matches = list(call.cues.other_numbers.finditer(asked))
    phone = _last(call.cues.asks_phone, asked)
    if not matches or matches[-1].end() < phone:
        return False
    around = asked[max(0, matches[-1].start() - 15) : matches[-1].end()]
    return phone < 0 or _NUMBER.search(around) is not None


def _is_somebody_elses(call: Call, number: int, before: str) -> bool:
    if call.is_for_somebody_else:
        return False
    return _last(call.cues.others, before) > _last(call.cues.own, before)


def _last(pattern: _Pattern, text: str, *, within: int | None = None) -> int:
    """Where the last match of *pattern* ends; -1 without one, or one that is too far away."""
    ends = [match.end() for match in pattern.finditer(text)]
    if not ends or (within is not None and len(text) - ends[-1] > within):
        return -1
    return ends[-1]


def _soon(pattern: _Pattern, text: str) -> bool:
    found = pattern.search(text)
    return found is not None and found.start() <= 14
