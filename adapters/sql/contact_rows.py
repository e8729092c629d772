"""Rows to contacts and summaries, and back."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from adapters.sql.mapping import Row
from adapters.sql.times import from_micros, maybe_micros, maybe_moment, to_micros
from domain.consent import Consent, ConsentAnswer, ConsentKind, ConsentSource
from domain.contact import Contact, Identity, IdentityKind
from domain.ids import ContactId, FactId, TurnId, VoiceSessionId
from domain.memory.call_summary import CallSummary, Commitment
from domain.memory.fact import Fact, FactStatus, Source

_commitments = TypeAdapter(tuple[Commitment, ...])


def contact_to_row(contact: Contact) -> dict[str, object]:
    """A contact as its row, its revision excepted."""
    return {
        "id": contact.id,
        "do_not_remember": contact.do_not_remember,
        "created_at": to_micros(contact.created_at),
        "updated_at": to_micros(contact.updated_at),
    }


def identity_to_row(contact_id: ContactId, identity: Identity) -> dict[str, object]:
    """An identity as its row."""
    return {
        "contact_id": contact_id,
        "kind": identity.kind.value,
        "value": identity.value,
        "verified_at": maybe_micros(identity.verified_at),
    }


def consent_to_row(contact_id: ContactId, consent: Consent) -> dict[str, object]:
    """A consent as its row."""
    return {
        "contact_id": contact_id,
        "kind": consent.kind.value,
        "at": to_micros(consent.at),
        "answer": consent.answer.value,
        "source": consent.source.value,
        "session_id": consent.session_id,
        "turn_id": consent.turn_id,
    }


def fact_to_row(contact_id: ContactId, fact: Fact) -> dict[str, object]:
    """A fact as its row."""
    return {
        "id": fact.id,
        "contact_id": contact_id,
        "predicate": fact.predicate,
        "value": fact.value,
        "status": fact.status.value,
        "confidence": fact.confidence,
        "session_id": fact.source.session_id,
        "turn_id": fact.source.turn_id,
        "valid_from": to_micros(fact.valid_from),
        "expires_at": to_micros(fact.expires_at),
        "superseded_by": fact.superseded_by,
    }


def contact_from_rows(
    row: Row, identities: Sequence[Row], facts: Sequence[Row], consents: Sequence[Row]
) -> Contact:
    """A contact from all its rows."""
    return Contact(
        id=ContactId(row["id"]),
        identities=tuple(_identity(one) for one in identities),
        facts=tuple(_fact(one) for one in facts),
        consents=tuple(_consent(one) for one in consents),
        do_not_remember=row["do_not_remember"],
        created_at=from_micros(row["created_at"]),
        updated_at=from_micros(row["updated_at"]),
        revision=row["revision"],
    )


def summary_to_row(summary: CallSummary) -> dict[str, object]:
    """A summary as its row."""
    return {
        "session_id": summary.session_id,
        "contact_id": summary.contact_id,
        "text": summary.text,
        "commitments": _commitments.dump_python(summary.commitments, mode="json"),
        "language": summary.language,
        "made_by": summary.made_by,
        "held_at": to_micros(summary.held_at),
        "created_at": to_micros(summary.created_at),
        "expires_at": to_micros(summary.expires_at),
    }


def summary_from_row(row: Row) -> CallSummary:
    """A summary from its row."""
    return CallSummary(
        session_id=VoiceSessionId(row["session_id"]),
        contact_id=ContactId(row["contact_id"]),
        text=row["text"],
        commitments=_commitments.validate_python(row["commitments"]),
        language=row["language"],
        made_by=row["made_by"],
        held_at=from_micros(row["held_at"]),
        created_at=from_micros(row["created_at"]),
        expires_at=from_micros(row["expires_at"]),
    )


def _identity(row: Row) -> Identity:
    return Identity(
        kind=IdentityKind(row["kind"]),
        value=row["value"],
        verified_at=maybe_moment(row["verified_at"]),
    )


def _consent(row: Row) -> Consent:
    session, turn = row["session_id"], row["turn_id"]
    return Consent(
        kind=ConsentKind(row["kind"]),
        answer=ConsentAnswer(row["answer"]),
        source=ConsentSource(row["source"]),
        at=from_micros(row["at"]),
        session_id=VoiceSessionId(session) if session else None,
        turn_id=TurnId(turn) if turn else None,
    )


def _fact(row: Row) -> Fact:
    turn = row["turn_id"]
    return Fact(
        id=FactId(row["id"]),
        predicate=row["predicate"],
        value=row["value"],
        status=FactStatus(row["status"]),
        confidence=row["confidence"],
        source=Source(
            session_id=VoiceSessionId(row["session_id"]), turn_id=TurnId(turn) if turn else None
        ),
        valid_from=from_micros(row["valid_from"]),
        expires_at=from_micros(row["expires_at"]),
        superseded_by=FactId(row["superseded_by"]) if row["superseded_by"] else None,
    )
