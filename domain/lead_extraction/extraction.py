"""From a transcript to the lead in it, by rules alone.

Every claim of the caller's is put in the order of the call, and the last one that holds counts: a
refused read-back takes its value away, a withdrawal the field. The rules are those of careful
annotators: only the lead's own values, complete, never supplied or corrected by a guess.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from domain.contact_details import ContactField
from domain.lead import FieldStatus
from domain.lead_extraction.answers import (
    caller_id,
    read_backs,
    standing,
    withdrawals,
)
from domain.lead_extraction.call import Call
from domain.lead_extraction.claims import Claim, ClaimKind
from domain.lead_extraction.companies import companies
from domain.lead_extraction.dictated import dictated
from domain.lead_extraction.name_assembly import names
from domain.lead_extraction.no_lead import brings_no_lead

_CONFIDENCE = {
    FieldStatus.CONFIRMED: 0.98,
    FieldStatus.SPELLED: 0.9,
    FieldStatus.STATED: 0.8,
    FieldStatus.WITHDRAWN: 1.0,
}
_STATUS = {
    ClaimKind.STATED: FieldStatus.STATED,
    ClaimKind.SPELLED: FieldStatus.SPELLED,
    ClaimKind.CONFIRMED: FieldStatus.CONFIRMED,
    ClaimKind.WITHDRAWN: FieldStatus.WITHDRAWN,
    ClaimKind.DENIED: FieldStatus.DECLINED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """One field as it stands at the end of a call.

    *evidence* are the claims its value rests on, *history* all that were made of the field.
    *confidence* orders statuses; it is a judgement, not a measured probability.
    """

    value: str | None
    status: FieldStatus
    confidence: float
    evidence: tuple[Claim, ...]
    history: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The fields that anything was claimed of; none where the call brings no lead."""

    fields: Mapping[ContactField, Extracted] = field(default_factory=dict)

    def value_of(self, name: ContactField) -> str | None:
        """The value that stands, if any."""
        held = self.fields.get(name)
        return held.value if held else None


def extract(call: Call) -> Extraction:
    """What the caller left."""
    if brings_no_lead(call):
        return Extraction()
    claims = list(
        chain(
            dictated(call),
            read_backs(call),
            caller_id(call),
            withdrawals(call),
            names(call),
            companies(call),
        )
    )
    by_field = {
        name: [claim for claim in standing(claims) if claim.field is name] for name in ContactField
    }
    return Extraction(fields={name: _resolved(held) for name, held in by_field.items() if held})


def _resolved(claims: Sequence[Claim]) -> Extracted:
    value: str | None = None
    evidence: tuple[Claim, ...] = ()
    status = FieldStatus.UNVERIFIED
    for claim in claims:
        match claim.kind:
            case ClaimKind.WITHDRAWN:
                value, evidence = None, (claim,)
            case ClaimKind.DENIED:
                if claim.value != value:
                    continue
                value, evidence = None, (claim,)
            case _:
                evidence = (*evidence, claim) if claim.value == value else (claim,)
                value = _fuller(value, claim)
        status = _STATUS[claim.kind]
    return Extracted(
        value=value,
        status=status,
        confidence=_CONFIDENCE.get(status, 0.0),
        evidence=evidence,
        history=tuple(claims),
    )


def _fuller(value: str | None, claim: Claim) -> str | None:
    """A first name that is given again does not replace the whole name."""
    said = claim.value
    if claim.field is not ContactField.NAME or value is None or said is None:
        return said
    words, new = value.casefold().split(), said.casefold().split()
    if len(new) < len(words) and all(word in words for word in new):
        return value
    if len(words) == 1 and len(new) == 1 and words != new and claim.kind is ClaimKind.STATED:
        return said
    return said
