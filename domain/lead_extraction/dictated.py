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
    for number, turn in enumerate(call.turns):
        values = {one.value for one in call.values(number)}
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
    whole = {number for number in run if call.values(number)}
    for size in range(1, _MOST_TURNS + 1):
        for first in range(len(run) - size + 1):
            turns = run[first : first + size]
            if size > 1 and whole & set(turns):
                continue
            for claim in _with_turn_before(call, run, first, size, agents) or _in_turns(
                call, turns, agents
            ):
                whole.add(claim.turn)
                yield claim


def _with_turn_before(
    call: Call, run: Sequence[int], first: int, size: int, agents: frozenset[str]
) -> list[Claim]:
    """What is said when the turn before belongs to it: `ben underscore`, `carter at live`."""
    if not first or not _are_one(call, run[first - 1], run[first]):
        return []
    found = _in_turns(call, run[first - 1 : first + size], agents)
    return [claim for claim in found if claim.field is ContactField.EMAIL]


def _are_one(call: Call, earlier: int, later: int) -> bool:
    """Whether a sign at the end of one turn, or the beginning of the next, joins them."""
    lexicon = lexicon_for(call.language)
    before = read_symbols(call.turns[earlier].text, lexicon)
    behind = read_symbols(call.turns[later].text, lexicon)
    hanging = [one for one in before if one.kind not in {SymbolKind.STOP, SymbolKind.PAUSE}][-1:]
    return any(one.kind is SymbolKind.MARK for one in (*hanging, *behind[:1]))


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
