"""What the rules read out of a stored transcript, as a lead holds it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.contact_details import ContactField, parse_contact
from domain.errors import InvalidValueError
from domain.language import Language
from domain.lead import Evidence, FieldStatus
from domain.lead_extraction.call import Call, Said
from domain.lead_extraction.claims import Claim, ClaimKind
from domain.lead_extraction.extraction import Extracted, extract
from domain.spoken_form import reproduces
from domain.transcript import Role, Transcript, Turn

MOST_TURNS = 200
"""Of a longer call the first ones are read: that is where callers say who they are."""
_DICTATED = {ContactField.EMAIL, ContactField.PHONE}
_MOST_RUN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A value, how far it can be trusted, and where it was heard; never a confirmed one.

    An address or number that the caller's own words do not reproduce is unverified.
    """

    field: ContactField
    value: str
    status: FieldStatus
    evidence: tuple[Evidence, ...]


def heard_in(transcript: Transcript, *, language: Language, region: str) -> Iterator[Heard]:
    """The fields of the caller's lead; none where the call brings none."""
    turns = [turn for turn in transcript.turns if turn.role in {Role.CALLER, Role.AGENT}]
    turns = turns[:MOST_TURNS]
    said = tuple(Said(turn.role is Role.CALLER, turn.text) for turn in turns)
    call = Call(turns=said, language=language, region=region)
    for field, found in extract(call).fields.items():
        value = _well_formed(field, found.value, region)
        if value is not None:
            yield Heard(
                field=field,
                value=value,
                status=_status(call, field, found, value),
                evidence=tuple(_evidence(turns[claim.turn], claim) for claim in found.evidence),
            )


def _well_formed(field: ContactField, value: str | None, region: str) -> str | None:
    try:
        return parse_contact(field, value, region=region) if value else None
    except InvalidValueError:
        return None


def _status(call: Call, field: ContactField, found: Extracted, value: str) -> FieldStatus:
    """Only the caller's answer to a read-back in the call, with its token, confirms."""
    if field in _DICTATED and not any(_is_said(call, field, one, value) for one in found.evidence):
        return FieldStatus.UNVERIFIED
    spelled = any(claim.kind is ClaimKind.SPELLED for claim in found.evidence)
    return FieldStatus.SPELLED if spelled else FieldStatus.STATED


def _is_said(call: Call, field: ContactField, claim: Claim, value: str) -> bool:
    """Whether the caller's turns up to the claim say the value, or the read-back before it does."""
    if claim.kind is ClaimKind.CONFIRMED:
        return True
    upto = [call.turns[number].text for number in call.by_caller if number <= claim.turn]
    return any(
        reproduces(field, value, run, language=call.language, region=call.region)
        for run in _runs(upto)
    )


def _runs(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    for size in range(1, min(_MOST_RUN, len(texts)) + 1):
        yield texts[-size:]


def _evidence(turn: Turn, claim: Claim) -> Evidence:
    """The words of the claim, and when the turn that has them was said."""
    quote = turn.text[claim.start : claim.end].strip() or turn.text
    return Evidence(turn_id=turn.id, quote=quote, start_ms=turn.start_ms, end_ms=turn.end_ms)
