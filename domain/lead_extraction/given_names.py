"""Where callers give their names."""

import re
from collections.abc import Callable, Iterator, Sequence

from domain.contact_details import ContactField
from domain.lead_extraction.call import Call
from domain.lead_extraction.cues.businesses import PLACES, TRADES
from domain.lead_extraction.firm_words import sounds_like_firm
from domain.lead_extraction.flat import flat
from domain.lead_extraction.name_tokens import Taken, take_name
from domain.lead_extraction.ownership import is_the_callers
from domain.lead_extraction.questions import (
    asks_company_alone,
    asks_for_else,
    asks_name,
    behind_leaders,
    is_early,
    next_value,
    offered_name,
)

_OPENING = 40
_CLOSING = 25
_NEAR = 4
_RATHER = re.compile(
    r"(?<!\w)(?:well|actually|i mean|rather|properly|bueno|digo|o sea|en realidad|enfin|en fait|"
    r"plutot|also|eigentlich|bzw|quer dizer|na verdade|alias|or)(?!\w)"
)
_Match = re.Match[str]


def given_names(call: Call, number: int, spoken_for: list[tuple[int, int]]) -> list[Taken]:
    """The names in a turn, outside the characters *spoken_for*, by the surest way to find any."""
    for find in _ways(call, number):
        found = [
            one
            for one in find(call, number)
            if not any(start < one.end and one.start < end for start, end in spoken_for)
            and not sounds_like_firm(call, one.text)
        ]
        if found:
            return [_longer(call, number, one) for one in found]
    return []


def _ways(call: Call, number: int) -> Sequence[Callable[[Call, int], Iterator[Taken]]]:
    if asks_company_alone(call, number):
        return (_after_own, _beside_value)
    if asks_for_else(call, number):
        return (_after_strong, _after_weak, _before_cue, _beside_value)
    return (_after_strong, _after_weak, _at_the_opening, _answered, _beside_value)


def _after_own(call: Call, number: int) -> Iterator[Taken]:
    """Where callers speak of themselves, not of their company."""
    turn = call.turns[number]
    for match in call.cues.name_own.finditer(turn.flat):
        taken = take_name(call, turn.text, match.end(), until=next_value(call, number, match.end()))
        if taken is not None and turn.starts_name(taken.start) and _is_own(call, number, taken):
            yield taken


def _after_strong(call: Call, number: int) -> Iterator[Taken]:
    turn = call.turns[number]
    for match in call.cues.name_strong.finditer(turn.flat):
        taken = take_name(call, turn.text, match.end(), until=next_value(call, number, match.end()))
        if taken is not None and _is_own(call, number, taken):
            yield taken


def _after_weak(call: Call, number: int) -> Iterator[Taken]:
    turn = call.turns[number]
    matches = [*call.cues.name_weak.finditer(turn.flat)]
    owned = call.cues.name_own.search(turn.flat)
    if is_early(call, number) and not asks_for_else(call, number) and not owned:
        matches += [
            one
            for one in call.cues.name_it.finditer(turn.flat)
            if one.start() < _OPENING or len(turn.flat) - one.end() < _CLOSING
        ]
    for match in matches:
        taken = take_name(call, turn.text, match.end(), until=next_value(call, number, match.end()))
        if taken is None or not _is_own(call, number, taken):
            continue
        if _is_introduced(call, number, match, taken):
            yield taken


def _is_introduced(call: Call, number: int, match: _Match, taken: Taken) -> bool:
    turn = call.turns[number]
    if turn.is_cased:
        return turn.text[taken.start].isupper()
    if _is_followed(call, number, taken):
        return True
    last = taken.size > 1 and not turn.text[taken.end :].strip(" .")
    return is_early(call, number) and (match.start() < _OPENING or last)


def _at_the_opening(call: Call, number: int) -> Iterator[Taken]:
    """`hi nancy wu here from golden gate`: a name before any cue."""
    turn = call.turns[number]
    taken = take_name(
        call, turn.text, behind_leaders(call, turn.text, 0), until=next_value(call, number)
    )
    if taken is None or not _is_own(call, number, taken):
        return
    whole = turn.is_cased and taken.size > 1
    if number != call.by_caller[0] and not whole and not asks_name(call, number):
        return
    if _is_followed(call, number, taken) and turn.starts_name(taken.start):
        yield taken


def _before_cue(call: Call, number: int) -> Iterator[Taken]:
    """`Simone Fuchs mein Name` where something else was asked for."""
    behind = call.turns[number].flat
    for taken in _at_the_opening(call, number):
        if call.cues.name_behind.match(behind[taken.end :].lstrip(" ,")):
            yield taken


def _answered(call: Call, number: int) -> Iterator[Taken]:
    """The first stretch of an answer that is a name."""
    if not asks_name(call, number):
        return
    names = list(_stretches_of_names(call, number))
    if names:
        yield _restated(call, number, names) or _in_order(call, call.turns[number].text, names)


def _stretches_of_names(call: Call, number: int) -> Iterator[Taken]:
    turn = call.turns[number]
    for start, end in turn.stretches():
        begin = behind_leaders(call, turn.text[:end], start)
        agreed = call.cues.yes.match(turn.flat, begin)
        if agreed is not None and not turn.flat[agreed.end() : end].strip():
            continue
        taken = take_name(call, turn.text, begin, until=min(end, next_value(call, number)))
        if taken is None or not turn.starts_name(taken.start):
            continue
        if _is_own(call, number, taken) and _is_as_offered(call, number, taken):
            yield taken


def _is_as_offered(call: Call, number: int, taken: Taken) -> bool:
    """Whether it is the name that the caller agreed to, said whole; any if none was read back."""
    offered = offered_name(call, number) if call.accepts(number) else None
    if offered is None:
        return True
    return taken.size > 1 and bool(set(flat(offered.text).split()) & set(flat(taken.text).split()))


def _restated(call: Call, number: int, names: list[Taken]) -> Taken | None:
    """`Kiko. Well, Francisco Serra.`: the whole name comes behind the short one."""
    text = call.turns[number].flat
    for one in names[1:]:
        if one.size > names[0].size and _RATHER.search(text[names[0].end : one.start]):
            return one
    return None


def _in_order(call: Call, text: str, names: list[Taken]) -> Taken:
    """`Meyer, Jens.` and nothing else is a surname and a first name."""
    first = names[0]
    if len(names) != 2 or first.size > 1 or names[1].size > 1 or first.text == names[1].text:
        return first
    rest = flat(text[: first.start] + text[first.end : names[1].start] + text[names[1].end :])
    if set(rest.replace(",", " ").replace(".", " ").split()) - call.cues.titles:
        return first
    return Taken(f"{names[1].text} {first.text}", first.start, names[1].end)


def _beside_value(call: Call, number: int) -> Iterator[Taken]:
    """`It's 415-555-0132, Anna Bell.`: a name in capitals that has a stretch to itself."""
    turn = call.turns[number]
    if not call.values(number) or not turn.is_cased:
        return
    for start, end in turn.stretches():
        taken = take_name(call, turn.text, start, until=end)
        if taken is None or taken.size < 2 or turn.text[start:end].strip() != taken.text:
            continue
        plain = set(flat(taken.text).split())
        if not plain & TRADES and not plain <= PLACES and _is_own(call, number, taken):
            yield taken


def _is_followed(call: Call, number: int, taken: Taken) -> bool:
    """Whether what only follows names comes next: `here`, `speaking`, `from`, a value."""
    behind = call.turns[number].flat[taken.end :].lstrip(" ,")
    cues = call.cues
    if cues.name_behind.match(behind) or cues.company_weak.match(behind):
        return True
    return any(0 <= one.start - taken.end <= _NEAR for one in call.values(number))


def _longer(call: Call, number: int, taken: Taken) -> Taken:
    """`Hoffmann here, Petra Hoffmann`: the whole name where a part of it comes first."""
    turn = call.turns[number]
    if " " in taken.text:
        return taken
    for start, end in turn.stretches():
        if start < taken.end:
            continue
        begin = behind_leaders(call, turn.text[:end], start)
        other = take_name(call, turn.text, begin, until=end)
        if other is not None and other.size > 1 and flat(taken.text) in flat(other.text).split():
            return other
    return _longer_unsigned(call, number, taken)


def _longer_unsigned(call: Call, number: int, taken: Taken) -> Taken:
    """`under kessler please brian kessler`, `it's marcus with a u marcus leal`."""
    text = call.turns[number].text
    for match in re.finditer(
        rf"(?<!\w){re.escape(flat(taken.text))}(?![\w'])", flat(text)[taken.end :]
    ):
        other = take_name(call, text, taken.end + match.start())
        if other is not None and other.size > 1:
            return other
    again = re.compile(rf"(?<!\w)[^\W\d_]+ {re.escape(flat(taken.text))}(?!\w)")
    for match in again.finditer(flat(text), taken.end):
        other = take_name(call, text, match.start())
        if other is not None and other.size > 1 and other.start == match.start():
            return other
    return taken


def _is_own(call: Call, number: int, taken: Taken) -> bool:
    return is_the_callers(call, number, taken.start, taken.end, ContactField.NAME)
