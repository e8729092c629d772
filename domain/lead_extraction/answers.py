"""What callers say to what they were asked: read-backs, the number of the call, withdrawals."""

import re
from collections.abc import Iterator, Sequence

from domain.contact_details import ContactField
from domain.lead_extraction.call import Call, split_sentences
from domain.lead_extraction.claims import Claim, ClaimKind
from domain.lead_extraction.corrections import corrected
from domain.lead_extraction.dictated import agents_values, values_in
from domain.lead_extraction.name_tokens import take_name
from domain.spoken_form import Candidate

_CLAUSE = 30
_FIELD_WORDS = {
    ContactField.EMAIL: re.compile(r"e-?mail|mail|correo|courriel|adresse|address"),
    ContactField.PHONE: re.compile(
        r"number|phone|cell|mobile|telefon|nummer|numero|portable|movil|celular|handy"
    ),
    ContactField.NAME: re.compile(r"\b(?:name|nombre|nom|nome)\b"),
    ContactField.COMPANY: re.compile(r"compan|empresa|firma|societe|entreprise|business"),
}


_YOU_ARE = re.compile(
    r"(?<!\w)(?:(?:so |and )?you are|you're|is this|es usted|eres|vous etes|sie sind|voce e|"
    r"o senhor e|a senhora e|so that's|so it's|is it)(?!\w)"
)


def read_backs(call: Call) -> Iterator[Claim]:
    """Each value that the agent says back, by what the caller answers."""
    agents = agents_values(call)
    for number, turn in enumerate(call.turns[:-1]):
        answer = number + 1
        if turn.by_caller or answer not in call.by_caller:
            continue
        for found in values_in(call, turn.text):
            if found.value not in agents:
                yield from _answered(call, found, answer)


def read_back_names(call: Call) -> Iterator[Claim]:
    """The name that the agent says back and the caller accepts."""
    for number, turn in enumerate(call.turns[:-1]):
        answer = number + 1
        accepted = answer in call.by_caller and is_yes(call, call.turns[answer].flat)
        if turn.by_caller or not accepted:
            continue
        for match in (
            *_YOU_ARE.finditer(turn.flat),
            *call.cues.name_strong.finditer(turn.flat),
        ):
            taken = take_name(call, turn.text, match.end())
            if taken is not None and "?" in turn.text[taken.end :]:
                yield _whole(call, ContactField.NAME, ClaimKind.CONFIRMED, answer, taken.text)


def _answered(call: Call, found: Candidate, answer: int) -> Iterator[Claim]:
    text = call.turns[answer].flat
    if is_no(call, text):
        yield _whole(call, found.kind, ClaimKind.DENIED, answer, found.value)
        better = corrected(call, found, answer)
        if better is not None:
            yield _whole(call, found.kind, ClaimKind.STATED, answer, better, late=True)
    elif is_yes(call, text):
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
        said = None if refused else call.cues.caller_id.search(text)
        agreed = call.cues.caller_id.search(asked) and is_yes(call, text) and not is_no(call, text)
        if (said or agreed) and not refused:
            at = said.end() if said else 0
            yield Claim(
                field=ContactField.PHONE,
                kind=ClaimKind.STATED,
                turn=number,
                start=0,
                end=at,
                value=call.caller_id,
            )


def withdrawals(call: Call) -> Iterator[Claim]:
    """What the caller does not want kept: the fields that are named, else what was spoken of."""
    for number in call.by_caller:
        text = call.turns[number].flat
        found = call.cues.withdraw.search(text)
        if found is None:
            continue
        clause = split_sentences(text[found.start() : found.end() + _CLAUSE])[0]
        named = [field for field, words in _FIELD_WORDS.items() if words.search(clause)] or [
            field for field, words in _FIELD_WORDS.items() if words.search(text)
        ]
        asked = [
            field for field in ContactField if call.cues.asks(field).search(_context(call, number))
        ]
        for field in named or asked[-1:] or list(ContactField):
            yield Claim(
                field=field,
                kind=ClaimKind.WITHDRAWN,
                turn=number,
                start=found.start(),
                end=found.end() if named else len(text),
            )


def _context(call: Call, number: int) -> str:
    return " ".join(turn.flat for turn in call.turns[max(0, number - 3) : number])


def is_yes(call: Call, text: str) -> bool:
    """Whether *text* begins with an agreement."""
    return call.cues.yes.match(text.lstrip(" ,.¿¡")) is not None


def is_no(call: Call, text: str) -> bool:
    """Whether *text* begins with a refusal, or with an agreement that is taken back at once."""
    return call.cues.no.match(text.lstrip(" ,.¿¡")) is not None


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
