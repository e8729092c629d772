"""What callers say to what they were asked: read-backs, the number of the call, withdrawals."""

import re
from collections.abc import Iterator, Sequence

from domain.contact_details import ContactField
from domain.lead_extraction.call import Call
from domain.lead_extraction.claims import Claim, ClaimKind
from domain.lead_extraction.corrections import corrected
from domain.lead_extraction.dictated import agents_values, values_in
from domain.spoken_form import Candidate

_FIELD_WORDS = {
    ContactField.EMAIL: re.compile(
        r"\b(?:e-?mails?|mails?|correos?|courriel|(?:mail)?adresse|address)\b"
    ),
    ContactField.PHONE: re.compile(
        r"number|phone|call-?back|ruckruf|rappel|\bcell|mobile|telefon|nummer|numero|portable|movil|celular|handy|telemovel"
    ),
    ContactField.NAME: re.compile(r"\b(?:name|nombre|nom|nome)\b"),
    ContactField.COMPANY: re.compile(r"compan|empresa|firma|societe|entreprise|business"),
}


_OTHERWISE = re.compile(
    r",|(?<!\w)(?:but|just|only|instead|and (?:use|keep|email|call|send|text|just|only)|pero|solo|"
    r"mejor|y (?:use|usa|deje|quede)|mais|juste|seulement|et (?:gardez|prenez)|aber|nur|sondern|"
    r"und nehmen|mas|apenas|e (?:use|fique|deixe))(?!\w)"
)


def read_backs(call: Call) -> Iterator[Claim]:
    """Each value that the agent says back, by what the caller answers."""
    agents = agents_values(call)
    for number, turn in enumerate(call.turns[:-1]):
        answer = number + 1
        if turn.by_caller or answer not in call.by_caller:
            continue
        for found in call.values(number):
            if found.value not in agents:
                yield from _answered(call, found, answer)


def _answered(call: Call, found: Candidate, answer: int) -> Iterator[Claim]:
    if call.refuses(answer):
        yield _whole(call, found.kind, ClaimKind.DENIED, answer, found.value)
        better = corrected(call, found, answer)
        if better is not None:
            yield _whole(call, found.kind, ClaimKind.STATED, answer, better, late=True)
    elif call.accepts(answer):
        yield _whole(call, found.kind, ClaimKind.CONFIRMED, answer, found.value)
    else:
        better = corrected(call, found, answer)
        if better is not None:
            yield _whole(call, found.kind, ClaimKind.STATED, answer, better, late=True)


def caller_id(call: Call) -> Iterator[Claim]:
    """The number of the call, where the caller says so or agrees to it."""
    if call.caller_id is None:
        return
    for number in call.by_caller:
        text = call.turns[number].flat
        asked = call.agent_before(number)
        refused = call.cues.caller_id_denied.search(text)
        if refused:
            continue
        said = call.cues.caller_id.search(text)
        if said is None and call.cues.caller_id.search(asked) and call.accepts(number):
            said = call.cues.yes.match(text, len(text) - len(text.lstrip(" ,.¿¡")))
        if said is not None:
            yield Claim(
                field=ContactField.PHONE,
                kind=ClaimKind.STATED,
                turn=number,
                start=said.start(),
                end=said.end(),
                value=call.caller_id,
            )


def withdrawals(call: Call) -> Iterator[Claim]:
    """What the caller does not want kept: the fields that are named, else what was spoken of."""
    for number in call.by_caller:
        text = call.turns[number].flat
        for found in call.cues.withdraw.finditer(text):
            for field in _withdrawn(call, number, found):
                yield Claim(
                    field=field,
                    kind=ClaimKind.WITHDRAWN,
                    turn=number,
                    start=found.start(),
                    end=found.end(),
                )


def _withdrawn(call: Call, number: int, found: re.Match[str]) -> Sequence[ContactField]:
    """The fields that the sentence names; else the last one given or asked for before."""
    turn = call.turns[number]
    object_ = _OTHERWISE.split(found.group())[0]
    named = [field for field, words in _FIELD_WORDS.items() if words.search(object_)]
    if named:
        return named
    given = [one.kind for one in values_in(call, turn.text[: found.start()])]
    context = _context(call, number)
    asked = [field for field in ContactField if call.cues.asks(field).search(context)]
    return given[-1:] or asked[-1:] or list(ContactField)


def _context(call: Call, number: int) -> str:
    return " ".join(turn.flat for turn in call.turns[max(0, number - 3) : number])


def _whole(
    call: Call,
    field: ContactField,
    kind: ClaimKind,
    number: int,
    value: str | None,
    *,
    late: bool = False,
) -> Claim:
    size = len(call.turns[number].text)
    if kind is ClaimKind.DENIED:
        return Claim(field=field, kind=kind, turn=number, start=0, end=0, value=value)
    return Claim(
        field=field, kind=kind, turn=number, start=0, end=size + (1 if late else 0), value=value
    )


def standing(claims: Sequence[Claim]) -> Sequence[Claim]:
    """*claims* in the order they were made."""
    return sorted(claims, key=lambda claim: claim.order)
