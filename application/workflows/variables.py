"""What a workflow may know of its occasion."""

from collections.abc import Mapping

from application.ports.unit_of_work import UnitOfWork
from domain.crm import confirmed_details
from domain.ids import VoiceSessionId
from domain.insight.call_insight import CallInsight
from domain.lead import Lead
from domain.voice_session import VoiceSession
from domain.workflow.templates import Variables, flattened

_PAYLOAD = "payload"


async def variables_of(
    uow: UnitOfWork, *, session_id: VoiceSessionId | None, facts: Mapping[str, object]
) -> Variables:
    """As everything is now. Of a lead only what the caller confirmed."""
    trigger = {name: value for name, value in facts.items() if name != _PAYLOAD}
    values = dict(flattened(trigger, "trigger"))
    values |= dict(flattened(facts.get(_PAYLOAD, {}), _PAYLOAD))
    if session_id is None:
        return values
    values |= _of_session(await uow.sessions.get(session_id))
    lead = await uow.leads.find_by_session(session_id)
    insight = await uow.call_insights.find(session_id)
    return {
        **values,
        **(_of_lead(lead) if lead else {}),
        **(_of_insight(insight) if insight else {}),
    }


def _of_session(session: VoiceSession) -> dict[str, object]:
    request = session.request
    return {
        **dict(flattened(request.metadata, "metadata")),
        "session.id": session.id,
        "session.agentId": request.agent_id,
        "session.conversationId": request.conversation_id,
        "session.userId": request.user_id,
        "session.room": request.room_name,
        "session.language": request.language,
        "session.status": session.status.value,
        "session.closeReason": session.close_reason.value if session.close_reason else None,
    }


def _of_lead(lead: Lead) -> dict[str, object]:
    confirmed = {f"lead.{name.value}": value for name, value in confirmed_details(lead).items()}
    return {"lead.id": lead.id, **confirmed}


def _of_insight(insight: CallInsight) -> dict[str, object]:
    findings = {f"insight.{topic.value}": one.value for topic, one in insight.findings.items()}
    return {"insight.summary": insight.summary, **findings}
