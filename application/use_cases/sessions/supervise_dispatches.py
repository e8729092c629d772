"""See every dispatch to its end."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from application.ports.rooms import AgentDispatcher
from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.use_cases.sessions.ask_for_agent import AskForAgent
from domain.errors import ConflictError, RejectedError, UnavailableError
from domain.voice_session import VoiceSession

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchPatience:
    """How long one attempt may take, and how many there are."""

    per_attempt: timedelta = timedelta(seconds=5)
    max_attempts: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperviseDispatches:
    """LiveKit tries a dispatch once and forgets it: this tries again, and gives up by name.

    A session whose agent did not join in time is dispatched anew; after the last attempt it fails
    as `agent_did_not_join`. Several supervisors may run at once: whoever saves first acts.
    """

    unit_of_work: UnitOfWorkFactory
    dispatcher: AgentDispatcher
    ask_for_agent: AskForAgent
    clock: Clock
    patience: DispatchPatience

    async def execute(self) -> int:
        """How many dispatches were tried again or given up."""
        before = self.clock.now() - self.patience.per_attempt
        async with self.unit_of_work() as uow:
            waiting = await uow.sessions.find_waiting(attempted_before=before)
        acted = 0
        for session in waiting:
            acted += await self._attend(session)
        return acted

    async def _attend(self, session: VoiceSession) -> bool:
        now = self.clock.now()
        is_last = session.attempt >= self.patience.max_attempts
        next_step = (
            session.fail("agent_did_not_join", now=now) if is_last else session.retry(now=now)
        )
        try:
            async with self.unit_of_work() as uow:
                await uow.sessions.save(next_step)
                await uow.commit()
        except ConflictError:
            return False
        await self._withdraw(session)
        if not is_last:
            await self._ask_again(next_step)
        log.warning(
            "dispatch did not get its agent",
            extra={"session_id": session.id, "attempt": session.attempt, "given_up": is_last},
        )
        return True

    async def _withdraw(self, session: VoiceSession) -> None:
        if session.room_dispatch is None:
            return
        try:
            await self.dispatcher.cancel(session.request.room_name, session.room_dispatch)
        except (UnavailableError, RejectedError):
            # Harmless: should that dispatch still bring an agent, the lease lets only one stay.
            log.warning("old dispatch could not be cancelled", extra={"session_id": session.id})

    async def _ask_again(self, session: VoiceSession) -> None:
        try:
            await self.ask_for_agent.execute(session)
        except (UnavailableError, RejectedError) as error:
            log.warning(
                "dispatch failed again", extra={"session_id": session.id, "code": error.code}
            )
