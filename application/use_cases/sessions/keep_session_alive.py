"""Show, again and again, that a session's agent is there."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.session_changes import change_session
from domain.errors import ConflictError, NotFoundError, StaleVersionError, UnavailableError
from domain.ids import VoiceSessionId
from domain.voice_session import CloseReason

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepAlive:
    """The session is given up *lease* after the last of the beats, one every *beat_every*."""

    lease: timedelta = timedelta(seconds=15)
    beat_every: timedelta = timedelta(seconds=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepSessionAlive:
    """Renew the lease of *owner* until the session is no longer theirs."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    owner: str
    keep_alive: KeepAlive

    async def execute(self, session_id: VoiceSessionId) -> CloseReason:
        """Return, with the reason to close the call, once somebody else has ended the session."""
        while True:
            await self.clock.sleep(self.keep_alive.beat_every.total_seconds())
            try:
                await change_session(
                    self.unit_of_work,
                    session_id,
                    lambda session: session.beat(
                        self.owner, now=self.clock.now(), lease_for=self.keep_alive.lease
                    ),
                )
            except (UnavailableError, StaleVersionError, NotFoundError):
                log.warning("sign of life not stored", extra={"session_id": session_id})
            except ConflictError:
                return CloseReason.USER_INITIATED
