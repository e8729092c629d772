"""Our own CRM and its reviews as JSON."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from domain.contact_details import ContactField
from domain.crm import CrmReview, ReviewDecision
from domain.crm_record import CrmCall, CrmRecord
from entrypoints.http.paging import Slice
from entrypoints.http.schemas.base import In, Out, Page


class CrmContactOut(Out):
    """A contact; every detail was confirmed by a caller."""

    id: str
    name: str | None
    email: str | None
    phone: str | None
    company: str | None
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, record: CrmRecord) -> "CrmContactOut":
        """As JSON."""
        return cls(
            id=record.id,
            name=record.details.get(ContactField.NAME),
            email=record.details.get(ContactField.EMAIL),
            phone=record.details.get(ContactField.PHONE),
            company=record.details.get(ContactField.COMPANY),
            created_at=record.created_at,
            updated_at=record.updated_at,
        )


class CrmContactPage(Page):
    """Contacts, newest first."""

    items: list[CrmContactOut]

    @classmethod
    def of(cls, page: Slice[CrmRecord]) -> "CrmContactPage":
        """As JSON."""
        return cls(
            items=[CrmContactOut.of(one) for one in page.items], next_cursor=page.next_cursor
        )


class CrmCallOut(Out):
    """The note on a call."""

    session_id: str
    at: datetime
    duration_s: float
    summary: str
    transcript_url: str | None

    @classmethod
    def of(cls, call: CrmCall) -> "CrmCallOut":
        """As JSON."""
        return cls(
            session_id=call.call_id,
            at=call.at,
            duration_s=call.duration_s,
            summary=call.summary,
            transcript_url=call.transcript_url,
        )


class CrmCallsOut(Out):
    """A contact's calls, newest first."""

    items: list[CrmCallOut]

    @classmethod
    def of(cls, calls: list[CrmCall]) -> "CrmCallsOut":
        """As JSON."""
        return cls(items=[CrmCallOut.of(one) for one in calls])


class CrmReviewOut(Out):
    """A field for which the CRM holds something else than the caller confirmed."""

    id: str
    contact_id: str = Field(description="the CRM's own id of the contact")
    lead_id: str
    session_id: str
    field: ContactField
    held: str = Field(description="what the CRM held")
    offered: str = Field(description="what the caller confirmed")
    created_at: datetime
    decision: ReviewDecision | None
    decided_at: datetime | None

    @classmethod
    def of(cls, review: CrmReview) -> "CrmReviewOut":
        """As JSON."""
        return cls(
            id=review.id,
            contact_id=review.contact_id,
            lead_id=review.lead_id,
            session_id=review.session_id,
            field=review.difference.field,
            held=review.difference.held,
            offered=review.difference.offered,
            created_at=review.created_at,
            decision=review.decision,
            decided_at=review.decided_at,
        )


class CrmReviewPage(Page):
    """Reviews, newest first."""

    items: list[CrmReviewOut]

    @classmethod
    def of(cls, page: Slice[CrmReview]) -> "CrmReviewPage":
        """As JSON."""
        return cls(items=[CrmReviewOut.of(one) for one in page.items], next_cursor=page.next_cursor)


class CrmDecisionIn(In):
    """Which value stays."""

    decision: Annotated[ReviewDecision, Field(description="`keep` or `replace`")]
