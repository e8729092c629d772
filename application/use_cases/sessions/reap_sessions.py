"""End the sessions whose agent is gone without a word."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.use_cases.sessions.end_session import EndSession, EndSessionCommand
from domain.voice_session import CloseReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ReapSessions:
    """A session is alive or it is ended: one that stopped beating ends as `lease_expired`."""

    unit_of_work: UnitOfWorkFactory
    end_session: EndSession
    clock: Clock

    async def execute(self) -> int:
        """How many sessions were ended."""
        async with self.unit_of_work() as uow:
            abandoned = await uow.sessions.find_abandoned(now=self.clock.now())
        for session in abandoned:
            await self.end_session.execute(
                EndSessionCommand(
                    session_id=session.id, reason=CloseReason.LEASE_EXPIRED, only_if_abandoned=True
                )
            )
        return len(abandoned)
