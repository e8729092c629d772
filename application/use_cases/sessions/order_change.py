"""Order a change of a call that is going on."""

from dataclasses import dataclass, replace

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.errors import ConflictError
from domain.ids import CommandId, VoiceSessionId
from domain.session_command import AdjustAgent, Order, SessionCommand
from domain.voice_session import SessionStatus, VoiceSession


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderChangeCommand:
    """*order* is for the live call of *session_id*."""

    session_id: VoiceSessionId
    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderChange:
    """The call takes the order within a second or two, wherever it runs; orders keep their order.

    A configuration no agent could work with is refused here, before any call sees it.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    ids: IdGenerator

    async def execute(self, command: OrderChangeCommand) -> SessionCommand:
        """The order as given.

        Raises NotFoundError, ConflictError when the session is over, InvalidValueError.
        """
        async with self.unit_of_work() as uow:
            session = await uow.sessions.get(command.session_id)
            if session.status not in (SessionStatus.DISPATCHED, SessionStatus.ACTIVE):
                raise ConflictError(f"session {session.id} is over")
            await self._check(uow, session, command.order)
            given = SessionCommand(
                id=CommandId(self.ids.new("cmd")),
                session_id=session.id,
                order=command.order,
                created_at=self.clock.now(),
            )
            await uow.session_commands.add(given)
            await uow.commit()
        return given

    async def _check(self, uow: UnitOfWork, session: VoiceSession, order: Order) -> None:
        if not isinstance(order, AdjustAgent):
            return
        agent = await uow.agents.get(session.request.agent_id, version=session.agent_version)
        changes = {name: getattr(order, name) for name in order.changed}
        replace(agent.config, **changes).check_templates()
