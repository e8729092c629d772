"""The companies that callers are with."""

import re
from collections.abc import Iterator

from domain.contact_details import ContactField
from domain.lead_extraction.call import Call, clause_before
from domain.lead_extraction.claims import Claim, ClaimKind
from domain.lead_extraction.company_tokens import take_company
from domain.lead_extraction.cues.businesses import TRADES
from domain.lead_extraction.flat import flat
from domain.lead_extraction.name_assembly import best_place
from domain.lead_extraction.name_bits import NameBit, Part, name_bits, own_names
from domain.lead_extraction.name_tokens import Taken
from domain.lead_extraction.questions import (
    asks_company,
    asks_of_others,
    behind_leaders,
    next_value,
)

_LEGAL_FORM = re.compile(
    r"(?<!\w)(?:[A-ZÀ-Ý][\w&'’-]*,? |(?:y|et|und|e|and|&|de|da) ){1,5}"
    r"(?:Ltd|Limited|Inc|LLC|LLP|PLC|Corp|Corporation|GmbH|AG|KG|UG|OHG|SL|S\.L\.|SA|S\.A\.|"
    r"SARL|SAS|SRL|Lda|Ltda|Eireli|BV)(?!\w)"
)
_NOW = re.compile(r"(?<!\w)(?:but|now|pero|ahora|mais|maintenant|aber|jetzt|mas|agora)(?!\w)")


def companies(call: Call) -> Iterator[Claim]:
    """Every company the caller gives as the one they are with, and spellings of it."""
    letters = [bit for bit in name_bits(call) if bit.part is Part.LETTERS]
    held: Claim | None = None
    for number in call.by_caller:
        for one in _in_turn(call, number):
            held = _claim(number, one)
            yield held
        for bit in letters:
            if held is not None and bit.turn == number and (better := _spelled(held, bit)):
                held = better
                yield held


def _in_turn(call: Call, number: int) -> Iterator[Taken]:
    if asks_of_others(call, number):
        return
    given = own_names(call, number)
    for find in (_with_legal_form, _after_cue, _after_name, _from_firm, _answered):
        found = [
            one
            for one in find(call, number, given)
            if not _is_name(one, given) and not _is_ours(call, one)
        ]
        if found:
            yield from found
            return


def _with_legal_form(call: Call, number: int, given: list[NameBit]) -> Iterator[Taken]:
    turn = call.turns[number]
    for match in _LEGAL_FORM.finditer(turn.text):
        before = clause_before(turn.flat, match.start())
        others = (call.cues.former, call.cues.hypothetical, call.cues.others)
        if not any(cue.search(before) for cue in others):
            start = behind_leaders(call, turn.text[: match.end()], match.start())
            start += len(turn.text[start:]) - len(turn.text[start:].lstrip(" ,"))
            yield Taken(turn.text[start : match.end()], start, match.end())


def _after_cue(call: Call, number: int, given: list[NameBit]) -> Iterator[Taken]:
    turn, cues = call.turns[number], call.cues
    for match in cues.company.finditer(turn.flat):
        clause = _NOW.split(clause_before(turn.flat, match.start()))[-1]
        taken = take_company(
            call, turn.text, match.end(), until=next_value(call, number, match.end())
        )
        if taken is None or cues.former.search(clause + match.group()):
            continue
        if _is_somebody_elses(call, clause):
            continue
        yield taken
    former = cues.former.search(turn.flat)
    for match in cues.company_now.finditer(turn.flat, former.end()) if former else ():
        taken = take_company(
            call, turn.text, match.end(), until=next_value(call, number, match.end())
        )
        if taken is not None:
            yield taken


def _is_somebody_elses(call: Call, before: str) -> bool:
    """`my colleague Jan from Siemens`: those who are with it are not the caller."""
    others = [match.end() for match in call.cues.others.finditer(before)]
    own = [match.end() for match in call.cues.own.finditer(before)]
    return bool(others) and not call.is_for_somebody_else and max(own, default=0) < others[-1]


def _after_name(call: Call, number: int, given: list[NameBit]) -> Iterator[Taken]:
    """`Anna Bell from Harper Tools`; `Anna Bell, Harper Tools` where that sounds like a firm."""
    turn = call.turns[number]
    for name in given:
        if name.part is Part.CONTACT:
            continue
        behind = turn.flat[name.end :].lstrip(" ,")
        at = len(turn.flat) - len(behind)
        here = call.cues.name_behind.match(behind)
        skipped = at + (len(here.group()) if here else 0)
        weak = call.cues.company_weak.match(turn.flat[skipped:].lstrip(" ,"))
        until = next_value(call, number, name.end)
        if weak is not None:
            gap = len(turn.flat[skipped:]) - len(turn.flat[skipped:].lstrip(" ,"))
            taken = take_company(call, turn.text, skipped + gap + weak.end(), until=until)
            if taken is not None:
                yield taken
                continue
        if turn.is_cased:
            yield from _apposed(call, number, name, until)
        elif asks_company(call, number) and behind:
            taken = take_company(call, turn.text, at, until=until)
            yield from [taken] if taken is not None else []


def _apposed(call: Call, number: int, name: NameBit, until: int) -> Iterator[Taken]:
    """A stretch behind the name that is one company in capitals."""
    turn = call.turns[number]
    asked = asks_company(call, number)
    for start, end in turn.stretches():
        if start < name.end or end > until:
            continue
        taken = take_company(call, turn.text, start, until=end)
        if taken is None or taken.size < 2 or taken.text != turn.text[start:end].strip():
            continue
        words = set(flat(taken.text).replace(".", "").split())
        shared = {word for word in flat(name.text).split() if len(word) > 2} & words
        if asked or shared - {flat(taken.text)} or words & TRADES:
            yield taken
            return


def _answered(call: Call, number: int, given: list[NameBit]) -> Iterator[Taken]:
    turn, cues = call.turns[number], call.cues
    if not asks_company(call, number):
        return
    if cues.no.match(turn.flat.lstrip(" ,.¿¡")):
        return
    for start, end in turn.stretches():
        if any(start < name.end and name.start < end for name in given):
            continue
        if cues.former.search(turn.flat[start:end]):
            continue
        begin = behind_leaders(call, turn.text[:end], start)
        weak = cues.company_weak.match(turn.flat, begin + (turn.flat[begin : begin + 1] == " "))
        begin = weak.end() if weak else begin
        taken = take_company(call, turn.text, begin, until=min(end, next_value(call, number)))
        if taken is not None and (not turn.is_cased or taken.text != taken.text.lower()):
            yield _whole(call, number, taken)
            return


def _whole(call: Call, number: int, taken: Taken) -> Taken:
    """`Northgate. Northgate Tire and Auto.`: where it is said again, longer."""
    turn = call.turns[number]
    for start, end in turn.stretches():
        other = take_company(call, turn.text, start, until=end) if start >= taken.end else None
        if other is not None and flat(other.text).startswith(flat(taken.text) + " "):
            return other
    return taken


def _from_firm(call: Call, number: int, given: list[NameBit]) -> Iterator[Taken]:
    """`From Iglesias Motors, it's Manuel.`: in answer to who is calling."""
    turn = call.turns[number]
    asked = call.cues.asks_name.search(call.question_before(number))
    for start, end in turn.stretches() if asked and turn.is_cased else ():
        begin = start + (turn.flat[start : start + 1] == " ")
        weak = call.cues.company_weak.match(turn.flat, begin)
        taken = take_company(call, turn.text, weak.end(), until=end) if weak else None
        if taken is not None and set(flat(taken.text).split()) & TRADES and taken.size > 1:
            yield taken


def _is_ours(call: Call, taken: Taken) -> bool:
    """Whether it is the name with which the agent opened the call."""
    greeting = call.turns[0]
    if greeting.by_caller or greeting.text.rstrip().endswith(f"{taken.text}?"):
        return False
    return re.search(rf"(?<!\w){re.escape(flat(taken.text))}(?!\w)", greeting.flat) is not None


def _is_name(taken: Taken, given: list[NameBit]) -> bool:
    return any(taken.start < name.end and name.start < taken.end for name in given)


def _spelled(held: Claim, bit: NameBit) -> Claim | None:
    words = tuple((held.value or "").split())
    best = best_place(words, bit.text)
    if best is None or bit.turn < held.turn:
        return None
    text = " ".join((*words[: best.start], best.word, *words[best.end :]))
    better = Taken(text, bit.start, bit.end)
    return _claim(bit.turn, better, kind=ClaimKind.SPELLED)


def _claim(number: int, taken: Taken, *, kind: ClaimKind = ClaimKind.STATED) -> Claim:
    return Claim(
        field=ContactField.COMPANY,
        kind=kind,
        turn=number,
        start=taken.start,
        end=taken.end,
        value=taken.text,
    )
