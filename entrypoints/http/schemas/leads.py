"""Leads over HTTP."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import Field

from domain.contact_details import ContactField
from domain.lead import Evidence, FieldStatus, Lead, LeadField
from entrypoints.http.paging import Slice
from entrypoints.http.schemas.base import Out, Page


class EvidenceOut(Out):
    """Where a value was heard."""

    turn_id: str
    quote: str
    start_ms: int
    end_ms: int

    @classmethod
    def of(cls, evidence: Evidence) -> "EvidenceOut":
        """Show *evidence*."""
        return cls(
            turn_id=evidence.turn_id,
            quote=evidence.quote,
            start_ms=evidence.start_ms,
            end_ms=evidence.end_ms,
        )


class LeadFieldOut(Out):
    """One contact detail; only a `confirmed` one was accepted by the caller when read back."""

    value: str | None
    status: FieldStatus
    evidence: Sequence[EvidenceOut]
    updated_at: datetime

    @classmethod
    def of(cls, field: LeadField) -> "LeadFieldOut":
        """Show *field*."""
        return cls(
            value=field.value,
            status=field.status,
            evidence=[EvidenceOut.of(one) for one in field.evidence],
            updated_at=field.history[-1].at,
        )


class LeadOut(Out):
    """The contact details of one session's caller."""

    lead_id: str
    session_id: str
    is_confirmed: bool = Field(description="every value that stands was confirmed by the caller")
    fields: Mapping[ContactField, LeadFieldOut]

    @classmethod
    def of(cls, lead: Lead) -> "LeadOut":
        """Show *lead*."""
        return cls(
            lead_id=lead.id,
            session_id=lead.session_id,
            is_confirmed=lead.is_confirmed,
            fields={name: LeadFieldOut.of(field) for name, field in lead.fields.items()},
        )


class LeadPage(Page):
    """Leads, newest first."""

    items: Sequence[LeadOut]

    @classmethod
    def of(cls, page: Slice[Lead]) -> "LeadPage":
        """Show *page*."""
        return cls(items=[LeadOut.of(lead) for lead in page.items], next_cursor=page.next_cursor)
