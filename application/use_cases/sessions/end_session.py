"""End a session."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.session_changes import change_session
from domain.ids import VoiceSessionId
from domain.voice_session import CloseReason, SessionStatus, VoiceSession


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSessionCommand:
    """*failure* names what broke, if something did.

    *only_if_abandoned* spares a session whose agent has beaten again meanwhile.
    """

    session_id: VoiceSessionId
    reason: CloseReason
    failure: str | None = None
    only_if_abandoned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSession:
    """The first reason to end a session counts; ending it again changes nothing."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: EndSessionCommand) -> VoiceSession:
        """The session as it ended. Raises NotFoundError."""

        def end(session: VoiceSession) -> VoiceSession:
            now = self.clock.now()
            if session.status is not SessionStatus.ACTIVE:
                return session
            if command.only_if_abandoned and not session.is_abandoned(now):
                return session
            return session.end(command.reason, failure=command.failure, now=now)

        return await change_session(self.unit_of_work, command.session_id, end)
