"""Take a session for the agent that has just joined."""

from dataclasses import dataclass
from datetime import timedelta

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.agent_config import Agent
from domain.ids import ConversationId, DispatchId, RoomName, UserId, VoiceSessionId
from domain.session_context import SessionContext
from domain.voice_session import DispatchRequest, VoiceSession


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSessionCommand:
    """*owner* is whoever will keep the session alive."""

    context: SessionContext
    room: RoomName
    owner: str
    lease_for: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSession:
    """Of all the agents that come for a session, one gets it.

    A call that was not dispatched through the service (the room's own configuration named the
    agent) opens its session here; its conversation is then the room.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    ids: IdGenerator

    async def execute(self, command: ClaimSessionCommand) -> tuple[VoiceSession, Agent]:
        """The session, now active, and its agent at the pinned version.

        Raises ConflictError when another agent has it or was faster, NotFoundError when the
        session or the agent does not exist.
        """
        async with self.unit_of_work() as uow:
            known = await self._find(uow, command)
            version = known.agent_version if known else None
            agent = await uow.agents.get(command.context.agent_id, version=version)
            session = known or self._open(command, agent)
            now = self.clock.now()
            started = session.start(command.owner, now=now, lease_for=command.lease_for)
            await (uow.sessions.save(started) if known else uow.sessions.add(started))
            await uow.commit()
        return started.without_events(), agent

    async def _find(self, uow: UnitOfWork, command: ClaimSessionCommand) -> VoiceSession | None:
        if command.context.session_id is not None:
            return await uow.sessions.get(command.context.session_id)
        return await uow.sessions.find_by_conversation(self._conversation(command))

    def _open(self, command: ClaimSessionCommand, agent: Agent) -> VoiceSession:
        request = DispatchRequest(
            conversation_id=self._conversation(command),
            agent_id=agent.id,
            user_id=command.context.user_id or UserId("unknown"),
            room_name=command.room,
            language=command.context.language,
        )
        return VoiceSession.dispatch(
            VoiceSessionId(self.ids.new("ses")),
            DispatchId(self.ids.new("dsp")),
            request,
            agent_version=agent.version,
            now=self.clock.now(),
        )

    def _conversation(self, command: ClaimSessionCommand) -> ConversationId:
        return command.context.conversation_id or ConversationId(command.room)
