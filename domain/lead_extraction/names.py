"""Names and companies that callers give."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from domain.contact_details import ContactField
from domain.lead_extraction.call import Call, Said, clause_before
from domain.lead_extraction.claims import Claim, ClaimKind
from domain.lead_extraction.dictated import values_in
from domain.lead_extraction.flat import flat
from domain.lead_extraction.name_tokens import Taken, is_cased, take_company, take_name, titled
from domain.lead_extraction.ownership import is_the_callers
from domain.spoken_form import candidates

_ALIKE = 60
_SHORT_ANSWER = 7
_Pattern = re.Pattern[str]
_ASKS_LAST_NAME = re.compile(
    r"(?<!\w)(?:last name|surname|family name|apellidos?|nom de famille|nachname\w*|sobrenome|"
    r"apelido|familienname)(?!\w)"
)
_ASKS_FIRST_NAME = re.compile(
    r"(?<!\w)(?:first name|given name|nombre de pila|prenom|vorname|primeiro nome)(?!\w)"
)
_FIRST_NAME = re.compile(
    r"(?<!\w)(?:first name|given name|nombre de pila|prenom|vorname|primeiro nome)"
    r"(?: is| es| est| c'est| ist| e)?(?!\w)"
)
_ALWAYS = {"from", "von der firma", "de chez", "chez", "da empresa", "de la societe", "desde"}
_ALWAYS |= {"da", "do", "bei", "de", "von", "vom"}
_IN_A_ROLE = re.compile(
    r",? (?:\w+ ){0,3}(?:at|with|from|bei|von|vom|chez|en|da|na|no|de) (?=[A-ZÀ-Ý])"
)
_LEGAL_FORM = re.compile(
    r"(?<!\w)(?:[A-ZÀ-Ý][\w&'’-]*,? |(?:y|et|und|e|and|&|de|da) ){1,5}"
    r"(?:Ltd|Limited|Inc|LLC|LLP|PLC|Corp|Corporation|GmbH|AG|KG|UG|OHG|SL|S\.L\.|SA|S\.A\.|"
    r"SARL|SAS|SRL|Lda|Ltda|Eireli|BV)(?!\w)"
)
_NOW = re.compile(
    r"(?<!\w)(?:but|now|pero|ahora|hoy|mais|maintenant|aujourd'hui|aber|jetzt|heute|mas|agora|hoje)(?!\w)"
)


def names(call: Call) -> Iterator[Claim]:
    """Every name the caller gives as theirs, or as that of the one they call for."""
    held: str | None = None
    for number in call.by_caller:
        for one in _named(call, number):
            claim = _claim(ContactField.NAME, number, one)
            held = _joined(call, number, held, one.text)
            yield replace(claim, value=held)


def _joined(call: Call, number: int, held: str | None, said: str) -> str:
    """First and last name that were asked for one after the other."""
    if held is None or len(held.split()) > 1 or len(said.split()) > 2 or held == said:
        return said
    asked = call.question_before(number)
    if _ASKS_LAST_NAME.search(asked):
        return f"{held} {said}"
    return f"{said} {held}" if _ASKS_FIRST_NAME.search(asked) else said


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


def _masked(call: Call, number: int) -> Said:
    """The turn with a bar in the place of each address and number in it."""
    text = call.turns[number].text
    for one in values_in(call, text):
        text = text[: one.start] + "|" * (one.end - one.start) + text[one.end :]
    return Said(by_caller=True, text=text)


def _named(call: Call, number: int) -> Iterator[Taken]:
    cues, turn = call.cues, _masked(call, number)
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
    if not found and _asks_last(cues.asks_name, asked, rather_than=cues.asks_company):
        found += _answer(call, number)
    for match in _FIRST_NAME.finditer(turn.flat):
        found += [one] if (one := take_name(call, turn.text, match.end(), most=2)) else []
    yield from found


def _own_name(call: Call, number: int, match: re.Match[str]) -> Iterator[Taken]:
    turn = _masked(call, number)
    taken = take_name(call, turn.text, match.end())
    if taken is None or not is_the_callers(
        call, number, match.start(), taken.end, ContactField.NAME
    ):
        return
    yield taken


def _weak_name(call: Call, number: int, match: re.Match[str]) -> Iterator[Taken]:
    turn = _masked(call, number)
    taken = take_name(call, turn.text, match.end())
    if taken is None or taken.start > match.end() + 8:
        return
    words = taken.text.split()
    behind = turn.flat[taken.end :].lstrip(" ,")
    introduced = call.cues.name_behind.match(behind) or call.cues.company_weak.match(behind)
    cased = turn.text[taken.start].isupper() and turn.text != turn.text.upper()
    early = number == call.by_caller[0] or call.cues.asks_name.search(call.question_before(number))
    opening = match.start() < 40
    if _asks_for_something_else(call, number):
        return
    whole = len(words) > 1 and (cased or len(behind.split()) <= _SHORT_ANSWER // 3)
    if (opening and (cased or introduced or (early and len(words) <= 3))) or (
        whole and number == call.by_caller[0]
    ):
        yield taken


def _asks_for_something_else(call: Call, number: int) -> bool:
    asked = call.question_before(number)
    others = call.cues.asks_email.search(asked) or call.cues.asks_phone.search(asked)
    return bool(others) and not call.cues.asks_name.search(asked)


def _answer(call: Call, number: int) -> Iterator[Taken]:
    text = _masked(call, number).text
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
    turn = _masked(call, number)
    found = list(_by_legal_form(turn)) or list(_by_phrase(call, turn))
    if not found:
        found = [one for name in _named(call, number) for one in _behind_name(call, turn, name)]
    asked = call.question_before(number)
    if not found and _asks_last(call.cues.asks_company, asked, rather_than=call.cues.asks_name):
        found = list(_company_answered(call, turn))
    yield from found


def _by_phrase(call: Call, turn: Said) -> Iterator[Taken]:
    cues = call.cues
    for match in cues.company.finditer(turn.flat):
        before = _NOW.split(clause_before(turn.flat, match.start()))[-1] + match.group()
        others = (cues.former, cues.hypothetical, cues.assistant)
        taken = take_company(call, turn.text, match.end())
        if taken is not None and not any(one.search(before) for one in others):
            yield taken


def _behind_name(call: Call, turn: Said, name: Taken) -> Iterator[Taken]:
    """`Priya Nair here from Elm Dental`, `Tom Reed, head of sales at Elm Dental`."""
    behind = turn.flat[name.end :].lstrip(" ,")
    here = call.cues.name_behind.match(behind)
    if here is not None:
        behind = behind[here.end() :].lstrip(" ,")
    weak = call.cues.company_weak.match(behind)
    starts = []
    if weak is not None and (is_cased(turn.text) or weak.group() in _ALWAYS):
        starts.append(len(turn.flat) - len(behind) + weak.end())
    role = _IN_A_ROLE.match(turn.text, name.end)
    if role is not None:
        starts.append(role.end())
    found = (take_company(call, turn.text, start) for start in starts[:1])
    yield from (one for one in found if one is not None)


def _company_answered(call: Call, turn: Said) -> Iterator[Taken]:
    taken = take_company(call, turn.text, _behind_leaders(call, turn.text))
    refused = call.cues.no.match(turn.flat.lstrip())
    if taken is not None and not refused and len(turn.text.split()) <= _SHORT_ANSWER * 2:
        yield taken


def _asks_last(pattern: _Pattern, asked: str, *, rather_than: _Pattern) -> bool:
    ends = [match.end() for match in pattern.finditer(asked)]
    others = [match.end() for match in rather_than.finditer(asked)]
    return bool(ends) and ends[-1] >= max(others, default=0)


def _by_legal_form(turn: Said) -> Iterator[Taken]:
    for match in _LEGAL_FORM.finditer(turn.text):
        yield Taken(match.group(), match.start(), match.end())


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
