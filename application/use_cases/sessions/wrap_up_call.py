"""What is to be done after a call: its insight kept, the caller remembered, the lead passed on."""

import logging
from dataclasses import dataclass

from application.event_handlers import sync
from application.ports.insight import CallReader
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from application.ports.work_queue import Done, Outcome, RetryAfter, RunningJob
from application.stored_events import event_job
from application.use_cases.leads.complete_lead import CompleteLead, heard_in_call
from application.use_cases.memory.remember_call import RememberCall, RememberCallCommand
from domain.errors import RejectedError, UnavailableError
from domain.events import CallWrappedUp
from domain.ids import VoiceSessionId
from domain.insight.call_insight import CallInsight, Reading, verified
from domain.lead import Lead
from domain.transcript import Transcript
from domain.voice_session import SessionStatus, VoiceSession

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    session: VoiceSession
    transcript: Transcript
    lead: Lead | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapUpCall:
    """The handler of `wrap_up_call` jobs.

    Every step looks at what is stored before it acts, and stores what it did in one transaction
    with the work that follows from it: a process may die between any two of them. What the caller
    said of themselves and no tool noted joins the lead before that is passed on. *reader* reads
    the call; after *patience* failed attempts, or where it refuses, *rules* do.
    """

    unit_of_work: UnitOfWorkFactory
    complete_lead: CompleteLead
    remember_call: RememberCall
    reader: CallReader
    rules: CallReader
    clock: Clock
    patience: int = 4

    async def execute(self, job: RunningJob) -> Outcome:
        """Raises NotFoundError for a session that is not there."""
        session_id = VoiceSessionId(str(job.payload["sessionId"]))
        async with self.unit_of_work() as uow:
            session = await uow.sessions.get(session_id)
            known = await uow.call_insights.find(session_id)
        if session.status is not SessionStatus.ENDED:
            return RetryAfter(reason="the session has not ended")
        if known is None:
            await self._keep_insight(await self._insight(session_id, attempt=job.attempt))
        await self.remember_call.execute(RememberCallCommand(session_id=session_id))
        log.info("call wrapped up", extra={"session_id": session_id})
        return Done()

    async def _insight(self, session_id: VoiceSessionId, *, attempt: int) -> CallInsight:
        async with self.unit_of_work() as uow:
            call = _Call(
                session=await uow.sessions.get(session_id),
                transcript=await uow.turns.transcript(session_id),
                lead=await uow.leads.find_by_session(session_id),
            )
        reading = await self._read(call, attempt)
        return verified(reading, call.transcript, now=self.clock.now())

    async def _read(self, call: _Call, attempt: int) -> Reading:
        asked = (call.transcript, call.lead, call.session.close_reason)
        try:
            return await self.reader.read(*asked)
        except (UnavailableError, RejectedError) as error:
            if isinstance(error, UnavailableError) and attempt < self.patience:
                raise
            log.warning("call read by rules", extra={"error": type(error).__name__})
            return await self.rules.read(*asked)

    async def _keep_insight(self, insight: CallInsight) -> None:
        heard = await heard_in_call(self.unit_of_work, insight.session_id)
        async with self.unit_of_work() as uow:
            lead = await self.complete_lead.execute(uow, insight.session_id, heard)
            await uow.call_insights.save(insight)
            await _follow_up(uow, insight, lead)
            await uow.commit()


async def _follow_up(uow: UnitOfWork, insight: CallInsight, lead: Lead | None) -> None:
    session_id = insight.session_id
    if lead is not None:
        await uow.work.put(sync(lead.id, session_id, occasion="wrap_up"))
    done = CallWrappedUp(
        session_id=session_id, lead_id=lead.id if lead else None, occurred_at=insight.made_at
    )
    await uow.work.put(event_job(done, f"wrapped_up:{session_id}"))
