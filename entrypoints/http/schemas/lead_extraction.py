"""Transcripts handed in for their lead, and what was found, over HTTP."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from application.use_cases.leads.extract_lead import MOST_TURNS, ExtractLeadCommand
from domain.contact_details import ContactField
from domain.language import Language
from domain.lead import FieldStatus
from domain.lead_extraction.call import Said
from domain.lead_extraction.claims import Claim
from domain.lead_extraction.extraction import Extraction
from entrypoints.http.schemas.base import In, Out

_Text = Annotated[str, StringConstraints(max_length=4_000)]


class SpeakerRole(StrEnum):
    """Who said a turn: the one who calls is the user."""

    AGENT = "agent"
    USER = "user"


class SaidIn(In):
    """One turn."""

    role: SpeakerRole
    text: _Text


class CallContextIn(In):
    """What is known of the line."""

    region: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(
        default="US", description="ISO country whose national numbers callers dictate"
    )
    caller_id: Annotated[str, StringConstraints(max_length=20)] | None = Field(
        default=None, description="in E.164; used only where the caller refers to it"
    )


class ExtractIn(In):
    """A transcript; nothing of it is stored."""

    id: Annotated[str, StringConstraints(max_length=128)] | None = None
    lang: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    context: CallContextIn = Field(default_factory=CallContextIn)
    turns: Annotated[list[SaidIn], Field(max_length=MOST_TURNS)]

    def command(self) -> ExtractLeadCommand:
        """What is asked for."""
        return ExtractLeadCommand(
            turns=tuple(
                Said(by_caller=turn.role is SpeakerRole.USER, text=turn.text) for turn in self.turns
            ),
            language=Language(self.lang[:2]),
            region=self.context.region,
            caller_id=self.context.caller_id,
        )


class ClaimOut(Out):
    """Where the caller said it: the turn, counted from 0, and its characters."""

    turn: int
    start: int
    end: int
    kind: str

    @classmethod
    def of(cls, claim: Claim) -> Self:
        """Show *claim*."""
        return cls(turn=claim.turn, start=claim.start, end=claim.end, kind=claim.kind.value)


class ExtractedFieldOut(Out):
    """One field as it stood at the end, and all that was said of it."""

    field: ContactField
    value: str | None
    status: FieldStatus
    confidence: float = Field(description="orders statuses; a judgement, no probability")
    evidence: Sequence[ClaimOut]
    history: Sequence[ClaimOut]


class ExtractedOut(Out):
    """The lead in a transcript; all values are null where it brings none."""

    id: str | None
    name: str | None
    email: str | None
    phone_e164: str | None
    company: str | None
    evidence: Mapping[str, Sequence[int]] = Field(description="turns by field")
    fields: Sequence[ExtractedFieldOut]

    @classmethod
    def of(cls, call_id: str | None, found: Extraction) -> Self:
        """Show *found*."""
        return cls(
            id=call_id,
            name=found.value_of(ContactField.NAME),
            email=found.value_of(ContactField.EMAIL),
            phone_e164=found.value_of(ContactField.PHONE),
            company=found.value_of(ContactField.COMPANY),
            evidence={
                name.value: sorted({claim.turn for claim in held.evidence})
                for name, held in found.fields.items()
                if held.value is not None
            },
            fields=[
                ExtractedFieldOut(
                    field=name,
                    value=held.value,
                    status=held.status,
                    confidence=held.confidence,
                    evidence=[ClaimOut.of(one) for one in held.evidence],
                    history=[ClaimOut.of(one) for one in held.history],
                )
                for name, held in found.fields.items()
            ],
        )
