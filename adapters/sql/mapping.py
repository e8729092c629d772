"""Rows to aggregates and back."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter

from adapters.sql.times import from_micros, maybe_micros, maybe_moment, to_micros
from domain.agent_config import Agent, AgentConfig
from domain.agent_draft import AgentDraft
from domain.contact_details import ContactField
from domain.ids import AgentId, LeadId, TurnId, VoiceSessionId
from domain.lead import Lead, LeadField
from domain.transcript import Role, Turn
from domain.voice_session import (
    CloseReason,
    DispatchRequest,
    Lease,
    SessionStatus,
    VoiceSession,
)

Row = Mapping[str, Any]

_config = TypeAdapter(AgentConfig)
_lead_fields = TypeAdapter(dict[ContactField, LeadField])


def agent_to_row(agent: Agent) -> dict[str, object]:
    """An agent version as its row."""
    return {
        "agent_id": agent.id,
        "version": agent.version,
        "config": _config.dump_python(agent.config, mode="json"),
        "published_at": to_micros(agent.published_at),
    }


def agent_from_row(row: Row) -> Agent:
    """An agent version from its row."""
    return Agent(
        id=AgentId(row["agent_id"]),
        version=row["version"],
        config=_config.validate_python(row["config"]),
        published_at=from_micros(row["published_at"]),
    )


def draft_to_row(draft: AgentDraft) -> dict[str, object]:
    """A draft as its row, its revision excepted."""
    return {
        "agent_id": draft.agent_id,
        "config": _config.dump_python(draft.config, mode="json"),
        "based_on": draft.based_on,
        "updated_at": to_micros(draft.updated_at),
    }


def draft_from_row(row: Row) -> AgentDraft:
    """A draft from its row."""
    return AgentDraft(
        agent_id=AgentId(row["agent_id"]),
        config=_config.validate_python(row["config"]),
        based_on=row["based_on"],
        updated_at=from_micros(row["updated_at"]),
        revision=row["revision"],
    )


def session_to_row(session: VoiceSession) -> dict[str, object]:
    """A session as its row, its revision excepted."""
    request = session.request
    lease = session.lease
    return {
        "id": session.id,
        "dispatch_id": session.dispatch_id,
        "conversation_id": request.conversation_id,
        "agent_id": request.agent_id,
        "agent_version": session.agent_version,
        "user_id": request.user_id,
        "room_name": request.room_name,
        "participant_identity": request.participant_identity,
        "language": request.language,
        "metadata": dict(request.metadata),
        "status": session.status.value,
        "attempt": session.attempt,
        "dispatched_at": to_micros(session.dispatched_at),
        "attempted_at": to_micros(session.attempted_at),
        "room_dispatch": session.room_dispatch,
        "joined_at": maybe_micros(session.joined_at),
        "ended_at": maybe_micros(session.ended_at),
        "lease_owner": lease.owner if lease else None,
        "lease_expires_at": to_micros(lease.expires_at) if lease else None,
        "close_reason": session.close_reason.value if session.close_reason else None,
        "failure": session.failure,
    }


def session_from_row(row: Row) -> VoiceSession:
    """A session from its row."""
    return VoiceSession(
        id=VoiceSessionId(row["id"]),
        dispatch_id=row["dispatch_id"],
        request=_request_from_row(row),
        agent_version=row["agent_version"],
        status=SessionStatus(row["status"]),
        attempt=row["attempt"],
        dispatched_at=from_micros(row["dispatched_at"]),
        attempted_at=from_micros(row["attempted_at"]),
        room_dispatch=row["room_dispatch"],
        joined_at=maybe_moment(row["joined_at"]),
        ended_at=maybe_moment(row["ended_at"]),
        lease=_lease_from_row(row),
        close_reason=CloseReason(row["close_reason"]) if row["close_reason"] else None,
        failure=row["failure"],
        revision=row["revision"],
    )


def _request_from_row(row: Row) -> DispatchRequest:
    return DispatchRequest(
        conversation_id=row["conversation_id"],
        agent_id=row["agent_id"],
        user_id=row["user_id"],
        room_name=row["room_name"],
        participant_identity=row["participant_identity"],
        language=row["language"],
        metadata=row["metadata"],
    )


def _lease_from_row(row: Row) -> Lease | None:
    if row["lease_owner"] is None:
        return None
    return Lease(owner=row["lease_owner"], expires_at=from_micros(row["lease_expires_at"]))


def turn_to_row(turn: Turn) -> dict[str, object]:
    """A turn as its row."""
    return {
        **{item.name: getattr(turn, item.name) for item in fields(turn)},
        "role": turn.role.value,
    }


def turn_from_row(row: Row) -> Turn:
    """A turn from its row."""
    values = {item.name: row[item.name] for item in fields(Turn)}
    values |= {"id": TurnId(row["id"]), "role": Role(row["role"])}
    return Turn(**values)


def lead_to_row(lead: Lead) -> dict[str, object]:
    """A lead as its row, its revision excepted."""
    return {
        "id": lead.id,
        "session_id": lead.session_id,
        "fields": _lead_fields.dump_python(dict(lead.fields), mode="json"),
    }


def lead_from_row(row: Row) -> Lead:
    """A lead from its row."""
    return Lead(
        id=LeadId(row["id"]),
        session_id=VoiceSessionId(row["session_id"]),
        fields=_lead_fields.validate_python(row["fields"]),
        revision=row["revision"],
    )
