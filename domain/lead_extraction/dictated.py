"""E-mail addresses and phone numbers that callers give, over as many turns as it takes."""

import re
from collections.abc import Iterator, Sequence

from domain.contact_details import ContactField
from domain.lead_extraction.call import Call
from domain.lead_extraction.claims import Claim, ClaimKind
from domain.lead_extraction.ownership import is_the_callers
from domain.spoken_form import Candidate, candidates
from domain.spoken_form.lexicons import lexicon_for
from domain.spoken_form.symbols import SymbolKind, read_symbols

_FIELDS = (ContactField.EMAIL, ContactField.PHONE)
_MOST_TURNS = 5
_SHORT_WORDS = 9
_ASKS_OURS = re.compile(
    r"(?<!\w)(?:your (?:\w+ )?(?:e-?mail|address|number|phone|website)|where (?:can|do|should) i|"
    r"(?:su|tu|vuestro) (?:correo|email|numero|telefono|direccion)|(?:a )?donde (?:les |le )?"
    r"(?:escribo|mando|envio|llamo)|votre (?:adresse|mail|e-mail|numero)|"
    r"ihre (?:e-mail|mail|adresse|nummer)|wohin|"
    r"(?:seu|vosso) (?:email|e-mail|numero|telefone)|para onde)(?!\w)"
)


def dictated(call: Call) -> Iterator[Claim]:
    """Every value of the caller's own, where its last character was said."""
    agents = agents_values(call)
    for run in _runs(call):
        yield from _in_run(call, run, agents)


def agents_values(call: Call) -> frozenset[str]:
    """What the agent gave before any caller did: the business's own, and examples."""
    known: set[str] = set()
    heard: set[str] = set()
    asked = False
    for turn in call.turns:
        values = {one.value for one in values_in(call, turn.text)}
        if turn.by_caller:
            heard |= values
            asked = _ASKS_OURS.search(turn.flat) is not None
        elif (
            asked
            or call.cues.agent_own.search(turn.flat)
            or call.cues.hypothetical.search(turn.flat)
        ):
            known |= values - heard
    return frozenset(known)


def values_in(call: Call, text: str) -> list[Candidate]:
    """The addresses and numbers in *text*; in an answer to who asks for one, `gmail` is enough."""
    found = candidates(text, language=call.language, region=call.region)
    return [one for one in found if one.kind in _FIELDS]


def _runs(call: Call) -> Iterator[tuple[int, ...]]:
    """Turns of the caller between which the agent only keeps the line open."""
    run: list[int] = []
    for number in call.by_caller:
        between = call.turns[run[-1] + 1 : number] if run else ()
        if run and all(len(turn.text.split()) <= _SHORT_WORDS for turn in between):
            run.append(number)
            continue
        if run:
            yield tuple(run)
        run = [number]
    if run:
        yield tuple(run)


def _in_run(call: Call, run: Sequence[int], agents: frozenset[str]) -> Iterator[Claim]:
    whole = {number for number in run if values_in(call, call.turns[number].text)}
    for size in range(1, _MOST_TURNS + 1):
        for first in range(len(run) - size + 1):
            turns = run[first : first + size]
            if size > 1 and whole & set(turns):
                continue
            if first and turns[0] not in whole and _goes_on(call, turns[0]) and size < _MOST_TURNS:
                continue
            for claim in _in_turns(call, turns, agents):
                whole.add(claim.turn)
                yield claim


def _goes_on(call: Call, number: int) -> bool:
    """Whether the turn begins with a sign, which something stands before."""
    symbols = read_symbols(call.turns[number].text, lexicon_for(call.language))
    return bool(symbols) and symbols[0].kind is SymbolKind.MARK


def _in_turns(call: Call, turns: Sequence[int], agents: frozenset[str]) -> Iterator[Claim]:
    texts = [call.turns[number].text for number in turns]
    joined = "\n".join(texts)
    offset = len(joined) - len(texts[-1])
    for found in values_in(call, joined):
        if len(turns) > 1 and not (found.start <= len(texts[0]) and found.end > offset):
            continue
        claim = _claim(call, turns, found, offset)
        if found.value not in agents and claim is not None:
            yield claim


def _claim(call: Call, turns: Sequence[int], found: Candidate, offset: int) -> Claim | None:
    first, last = turns[0], turns[-1]
    begins = found.start if first == last else min(found.start, len(call.turns[first].text))
    ends = found.end if first == last else len(call.turns[first].text)
    if not is_the_callers(call, first, begins, ends, found.kind):
        return None
    return Claim(
        field=found.kind,
        kind=ClaimKind.SPELLED if found.spelled else ClaimKind.STATED,
        turn=last,
        start=max(0, found.start - offset),
        end=found.end - offset,
        value=found.value,
    )
