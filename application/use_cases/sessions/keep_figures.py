"""What is counted of a call, kept when everything about it is known."""

from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from application.stored_events import StoredEvent
from domain.call_figures import CallFigures, main_language, response_gaps
from domain.ids import VoiceSessionId
from domain.insight.sentiment import sentiment_of
from domain.lead import Lead
from domain.transcript import Transcript
from domain.voice_session import VoiceSession

_LAST_EVENTS = frozenset({"CallWrappedUp", "DispatchFailed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepFigures:
    """Follows domain events. Statistics read these figures: turns are never counted again."""

    unit_of_work: UnitOfWorkFactory

    async def execute(self, event: StoredEvent) -> None:
        """Raises NotFoundError for a session that is not there."""
        if event.kind not in _LAST_EVENTS:
            return
        session_id = VoiceSessionId(str(event.payload["sessionId"]))
        async with self.unit_of_work() as uow:
            figures = _counted(
                await uow.sessions.get(session_id),
                await uow.turns.transcript(session_id),
                await uow.leads.find_by_session(session_id),
            )
            await uow.call_statistics.save(figures)
            await uow.commit()


def _counted(session: VoiceSession, transcript: Transcript, lead: Lead | None) -> CallFigures:
    joined, ended = session.joined_at, session.ended_at
    talked = (ended - joined).total_seconds() if joined and ended else 0
    return CallFigures(
        session_id=session.id,
        agent_id=session.request.agent_id,
        began_at=session.dispatched_at,
        outcome=session.close_reason or session.failure or session.status,
        talk_ms=max(0, round(talked * 1000)),
        language=main_language(transcript) or session.request.language,
        sentiment=sentiment_of(transcript).overall,
        has_lead=lead is not None,
        is_lead_confirmed=lead is not None and lead.is_confirmed,
        gaps=response_gaps(transcript),
    )
