"""Ask LiveKit for a session's agent."""

from dataclasses import dataclass

from application.acting import tenant
from application.ports.rooms import AgentDispatcher
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.session_changes import change_session
from domain.errors import RejectedError, UnavailableError
from domain.voice_session import SessionStatus, VoiceSession


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForAgent:
    """LiveKit is told ids only. When it does not take the dispatch, the session says so."""

    unit_of_work: UnitOfWorkFactory
    dispatcher: AgentDispatcher
    clock: Clock

    async def execute(self, session: VoiceSession) -> VoiceSession:
        """The session with LiveKit's reference.

        Raises UnavailableError and RejectedError, after the session was marked as failed.
        """
        request = session.request
        metadata = {
            "sessionId": session.id,
            "agentId": request.agent_id,
            "conversationId": request.conversation_id,
            "tenantId": tenant(),
        }
        try:
            reference = await self.dispatcher.dispatch(request.room_name, metadata=metadata)
        except UnavailableError:
            await self._fail(session, "livekit_unavailable")
            raise
        except RejectedError:
            await self._fail(session, "livekit_rejected")
            raise
        return await change_session(
            self.unit_of_work, session.id, lambda fresh: fresh.accepted(reference)
        )

    async def _fail(self, session: VoiceSession, reason: str) -> None:
        def give_up(fresh: VoiceSession) -> VoiceSession:
            if fresh.status is not SessionStatus.DISPATCHED:
                return fresh
            return fresh.fail(reason, now=self.clock.now())

        await change_session(self.unit_of_work, session.id, give_up)
