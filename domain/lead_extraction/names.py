"""Names and companies that callers give."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from domain.contact_details import ContactField
from domain.lead_extraction.call import Call, clause_before
from domain.lead_extraction.claims import Claim, ClaimKind
from domain.lead_extraction.dictated import values_in
from domain.lead_extraction.flat import flat
from domain.lead_extraction.name_tokens import Taken, take_company, take_name, titled
from domain.lead_extraction.ownership import is_the_callers
from domain.spoken_form import candidates

_ALIKE = 60
_SHORT_ANSWER = 7
_Pattern = re.Pattern[str]
_FIRST_NAME = re.compile(
    r"(?<!\w)(?:first name|given name|nombre de pila|prenom|vorname|primeiro nome)"
    r"(?: is| es| est| c'est| ist| e)?(?!\w)"
)
_NOW = re.compile(r"(?<!\w)(?:but|now|pero|ahora|mais|maintenant|aber|jetzt|mas|agora)(?!\w)")


def names(call: Call) -> Iterator[Claim]:
    """Every name the caller gives as theirs, or as that of the one they call for."""
    for number in call.by_caller:
        found = _named(call, number)
        yield from (_claim(ContactField.NAME, number, one) for one in found)


def companies(call: Call) -> Iterator[Claim]:
    """Every company the caller gives as the one they are with."""
    for number in call.by_caller:
        for one in _companies(call, number):
            yield _claim(ContactField.COMPANY, number, one)


def spelled(call: Call, claims: list[Claim]) -> Iterator[Claim]:
    """Names with the letters that were spelled in the place of the word they belong to."""
    held: dict[ContactField, Claim] = {}
    by_turn = {claim.turn: claim for claim in claims if claim.field is ContactField.NAME}
    companies_by_turn = {one.turn: one for one in claims if one.field is ContactField.COMPANY}
    for number in call.by_caller:
        for known in (by_turn, companies_by_turn):
            if number in known:
                held[known[number].field] = known[number]
        for letters in _spelled_in(call, number):
            better = _placed(call, number, letters, held)
            if better is not None:
                held[better.field] = better
                yield better


def _named(call: Call, number: int) -> Iterator[Taken]:
    cues, turn = call.cues, call.turns[number]
    found: list[Taken] = []
    for match in cues.name_strong.finditer(turn.flat):
        found += _own_name(call, number, match)
    for match in cues.assistant.finditer(turn.flat):
        found += [one] if (one := take_name(call, turn.text, match.end())) else []
    if not found:
        for match in cues.name_weak.finditer(turn.flat):
            found += _weak_name(call, number, match)
    for match in cues.last_name.finditer(turn.flat):
        found += [one] if (one := take_name(call, turn.text, match.end(), most=2)) else []
    asked = call.question_before(number)
    if not found and cues.asks_name.search(asked) and not cues.asks_company.search(asked):
        found += _answer(call, number)
    for match in _FIRST_NAME.finditer(turn.flat):
        found += [one] if (one := take_name(call, turn.text, match.end(), most=2)) else []
    yield from (one for one in found if not _is_in_address(call, number, one))


def _is_in_address(call: Call, number: int, name: Taken) -> bool:
    return any(
        one.start < name.end and name.start < one.end
        for one in values_in(call, call.turns[number].text)
    )


def _own_name(call: Call, number: int, match: re.Match[str]) -> Iterator[Taken]:
    turn = call.turns[number]
    taken = take_name(call, turn.text, match.end())
    if taken is None or not is_the_callers(
        call, number, match.start(), taken.end, ContactField.NAME
    ):
        return
    yield taken


def _weak_name(call: Call, number: int, match: re.Match[str]) -> Iterator[Taken]:
    turn = call.turns[number]
    taken = take_name(call, turn.text, match.end())
    if taken is None or taken.start > match.end() + 8:
        return
    words = taken.text.split()
    behind = turn.flat[taken.end :].lstrip(" ,")
    introduced = call.cues.name_behind.match(behind) or call.cues.company_weak.match(behind)
    cased = turn.text[taken.start].isupper() and turn.text != turn.text.upper()
    early = number == call.by_caller[0] or call.cues.asks_name.search(call.question_before(number))
    opening = match.start() < 40
    if (cased or introduced or (early and opening and len(words) <= 3)) and opening:
        yield taken


def _answer(call: Call, number: int) -> Iterator[Taken]:
    text = call.turns[number].text
    start = _behind_leaders(call, text)
    taken = take_name(call, text, start)
    if taken is not None and len(text[taken.end :].split()) <= _SHORT_ANSWER * 2:
        yield taken


def _behind_leaders(call: Call, text: str) -> int:
    start = 0
    for token in re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[,.!]|\S", text):
        plain = flat(token.group())
        if plain not in call.cues.leaders and token.group() not in {",", ".", "!"}:
            break
        start = token.end()
    return start


def _companies(call: Call, number: int) -> Iterator[Taken]:
    cues, turn = call.cues, call.turns[number]
    found = []
    for match in cues.company.finditer(turn.flat):
        before = _NOW.split(clause_before(turn.flat, match.start()))[-1] + match.group()
        if not cues.former.search(before):
            found += [one] if (one := take_company(call, turn.text, match.end())) else []
    for name in () if found else _named(call, number):
        behind = turn.flat[name.end :]
        weak = cues.company_weak.match(behind.lstrip(" ,"))
        if weak is not None:
            at = name.end + len(behind) - len(behind.lstrip(" ,")) + weak.end()
            found += [one] if (one := take_company(call, turn.text, at)) else []
    if not found and cues.asks_company.search(call.question_before(number)):
        taken = take_company(call, turn.text, _behind_leaders(call, turn.text))
        negative = cues.no.match(turn.flat.lstrip())
        if taken is not None and not negative and len(turn.text.split()) <= _SHORT_ANSWER * 2:
            found.append(taken)
    yield from found


def _spelled_in(call: Call, number: int) -> Iterator[tuple[str, int, int]]:
    found = candidates(call.turns[number].text, language=call.language, region=call.region)
    addresses = [one for one in found if one.kind is ContactField.EMAIL]
    for one in found:
        inside = any(mail.start <= one.start < mail.end for mail in addresses)
        if one.kind is ContactField.NAME and not inside and len(one.value) > 2:
            yield one.value, one.start, one.end


def _placed(
    call: Call, number: int, letters: tuple[str, int, int], held: dict[ContactField, Claim]
) -> Claim | None:
    value, start, end = letters
    asked = call.question_before(number)
    if call.cues.asks_email.search(asked) and not call.cues.asks_name.search(asked):
        return None
    best: tuple[float, Claim, int] | None = None
    for claim in held.values():
        for at, word in enumerate((claim.value or "").split()):
            alike = fuzz.ratio(flat(word), flat(value))
            if alike >= _ALIKE and (best is None or alike > best[0]):
                best = (alike, claim, at)
    if best is not None:
        _, claim, at = best
        words = (claim.value or "").split()
        words[at] = value
        return _spelled_claim(claim.field, number, start, end, " ".join(words))
    name = held.get(ContactField.NAME)
    if name is not None and len((name.value or "").split()) == 1 and name.turn <= number:
        return _spelled_claim(ContactField.NAME, number, start, end, f"{name.value} {value}")
    if name is None and call.cues.asks_name.search(asked):
        return _spelled_claim(ContactField.NAME, number, start, end, titled(value))
    return None


def _spelled_claim(field: ContactField, number: int, start: int, end: int, value: str) -> Claim:
    return Claim(
        field=field, kind=ClaimKind.SPELLED, turn=number, start=start, end=end, value=value
    )


def _claim(field: ContactField, number: int, taken: Taken) -> Claim:
    return Claim(
        field=field,
        kind=ClaimKind.STATED,
        turn=number,
        start=taken.start,
        end=taken.end,
        value=taken.text,
    )
