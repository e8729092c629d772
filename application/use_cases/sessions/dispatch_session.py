"""Put an agent on a call."""

from dataclasses import dataclass

from application.ports.rooms import TokenIssuer
from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWorkFactory
from application.use_cases.sessions.ask_for_agent import AskForAgent
from domain.errors import ConflictError
from domain.ids import DispatchId, VoiceSessionId
from domain.voice_session import DispatchRequest, SessionStatus, VoiceSession

_POLL_S = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchSessionCommand:
    """*token*, when given, is the caller's join token; *wait_for_agent_s* 0 does not wait."""

    request: DispatchRequest
    token: str | None = None
    wait_for_agent_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchSession:
    """One conversation gets one agent, however often it is asked for.

    A token must be good for the room. The agent must exist; its version is pinned. Asking again
    for the same conversation answers with the same dispatch, and tries anew only if it had failed.
    """

    unit_of_work: UnitOfWorkFactory
    ask_for_agent: AskForAgent
    tokens: TokenIssuer
    clock: Clock
    ids: IdGenerator

    async def execute(self, command: DispatchSessionCommand) -> VoiceSession:
        """The session as it stands after asking, and after waiting if told to.

        Raises NotPermittedError (token), NotFoundError (agent), ConflictError (the conversation
        has another agent or room), UnavailableError and RejectedError (LiveKit).
        """
        if command.token:
            self.tokens.verify(command.token, room=command.request.room_name)
        session, is_ours_to_ask = await self._open(command.request)
        if is_ours_to_ask:
            session = await self.ask_for_agent.execute(session)
        return await self._wait_for_agent(session, command.wait_for_agent_s)

    async def _open(self, request: DispatchRequest) -> tuple[VoiceSession, bool]:
        async with self.unit_of_work() as uow:
            known = await uow.sessions.find_by_conversation(request.conversation_id)
        if known is not None:
            return await self._reopen(known, request)
        try:
            return await self._create(request), True
        except ConflictError:
            # Somebody else created it between our look and our commit; theirs counts.
            async with self.unit_of_work() as uow:
                known = await uow.sessions.find_by_conversation(request.conversation_id)
            if known is None:
                raise
            return await self._reopen(known, request)

    async def _create(self, request: DispatchRequest) -> VoiceSession:
        async with self.unit_of_work() as uow:
            agent = await uow.agents.get(request.agent_id)
            session = VoiceSession.dispatch(
                VoiceSessionId(self.ids.new("ses")),
                DispatchId(self.ids.new("dsp")),
                request,
                agent_version=agent.version,
                now=self.clock.now(),
            )
            await uow.sessions.add(session)
            await uow.commit()
        return session

    async def _reopen(
        self, known: VoiceSession, request: DispatchRequest
    ) -> tuple[VoiceSession, bool]:
        same_call = (known.request.agent_id, known.request.room_name) == (
            request.agent_id,
            request.room_name,
        )
        if not same_call:
            raise ConflictError(
                f"conversation {request.conversation_id} was dispatched with another agent or room"
            )
        if known.status is not SessionStatus.FAILED:
            return known, False
        try:
            return await self._try_anew(known), True
        except ConflictError:
            # Another request is trying anew already.
            async with self.unit_of_work() as uow:
                return await uow.sessions.get(known.id), False

    async def _try_anew(self, failed: VoiceSession) -> VoiceSession:
        async with self.unit_of_work() as uow:
            await uow.sessions.save(failed.retry(now=self.clock.now()))
            await uow.commit()
            return await uow.sessions.get(failed.id)

    async def _wait_for_agent(self, session: VoiceSession, seconds: float) -> VoiceSession:
        waited = 0.0
        while session.status is SessionStatus.DISPATCHED and waited < seconds:
            await self.clock.sleep(_POLL_S)
            waited += _POLL_S
            async with self.unit_of_work() as uow:
                session = await uow.sessions.get(session.id)
        return session
