"""Deal with every call that has ended and is not remembered yet."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.use_cases.memory.remember_call import RememberCall, RememberCallCommand
from domain.errors import UnavailableError
from domain.ids import VoiceSessionId

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberCalls:
    """Calls are dealt with *settle* after their end: a transcript may still be on its way.

    One that breaks is logged, does not hold up the others, and is tried again, for *give_up_after*.
    """

    unit_of_work: UnitOfWorkFactory
    remember_call: RememberCall
    clock: Clock
    settle: timedelta = timedelta(seconds=3)
    give_up_after: timedelta = timedelta(days=7)

    async def execute(self) -> int:
        """How many were dealt with. Raises UnavailableError when the store does not answer."""
        now = self.clock.now()
        async with self.unit_of_work() as uow:
            pending = await uow.remembered_sessions.find_pending(
                ended_after=now - self.give_up_after, ended_before=now - self.settle
            )
        return sum([await self._attempt(session.id) for session in pending])

    async def _attempt(self, session_id: VoiceSessionId) -> bool:
        try:
            await self.remember_call.execute(RememberCallCommand(session_id=session_id))
        except UnavailableError:
            raise
        except Exception:
            log.exception("call not remembered", extra={"session_id": session_id})
            return False
        return True
