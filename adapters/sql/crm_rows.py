"""Rows to our own CRM's contacts, calls and reviews, and back."""

from adapters.sql.mapping import Row
from adapters.sql.times import from_micros, maybe_micros, maybe_moment, to_micros
from domain.contact_details import ContactField
from domain.crm import CrmReview, Difference, ReviewDecision
from domain.crm_record import CrmCall, CrmRecord
from domain.ids import LeadId, ReviewId, VoiceSessionId


def record_to_row(one: CrmRecord) -> dict[str, object]:
    """A contact as its row, its revision excepted."""
    return {
        "id": one.id,
        **{name.value: one.details.get(name) for name in ContactField},
        "created_at": to_micros(one.created_at),
        "updated_at": to_micros(one.updated_at),
    }


def record_from_row(row: Row) -> CrmRecord:
    """A contact from its row."""
    return CrmRecord(
        id=row["id"],
        details={name: row[name.value] for name in ContactField if row[name.value] is not None},
        created_at=from_micros(row["created_at"]),
        updated_at=from_micros(row["updated_at"]),
        revision=row["revision"],
    )


def call_to_row(one: CrmCall) -> dict[str, object]:
    """A note as its row."""
    return {
        "call_id": one.call_id,
        "contact_id": one.contact_id,
        "summary": one.summary,
        "at": to_micros(one.at),
        "duration_s": one.duration_s,
        "transcript_url": one.transcript_url,
    }


def call_from_row(row: Row) -> CrmCall:
    """A note from its row."""
    return CrmCall(
        call_id=VoiceSessionId(row["call_id"]),
        contact_id=row["contact_id"],
        summary=row["summary"],
        at=from_micros(row["at"]),
        duration_s=row["duration_s"],
        transcript_url=row["transcript_url"],
    )


def review_to_row(one: CrmReview) -> dict[str, object]:
    """A review as its row, its revision excepted."""
    return {
        "id": one.id,
        "contact_id": one.contact_id,
        "lead_id": one.lead_id,
        "session_id": one.session_id,
        "field": one.difference.field.value,
        "held": one.difference.held,
        "offered": one.difference.offered,
        "created_at": to_micros(one.created_at),
        "decision": one.decision.value if one.decision else None,
        "decided_at": maybe_micros(one.decided_at),
    }


def review_from_row(row: Row) -> CrmReview:
    """A review from its row."""
    return CrmReview(
        id=ReviewId(row["id"]),
        contact_id=row["contact_id"],
        lead_id=LeadId(row["lead_id"]),
        session_id=VoiceSessionId(row["session_id"]),
        difference=Difference(
            field=ContactField(row["field"]), held=row["held"], offered=row["offered"]
        ),
        created_at=from_micros(row["created_at"]),
        decision=ReviewDecision(row["decision"]) if row["decision"] else None,
        decided_at=maybe_moment(row["decided_at"]),
        revision=row["revision"],
    )
