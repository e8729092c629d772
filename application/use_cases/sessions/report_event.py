"""Report something that happened in a session."""

from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from application.session_changes import change_session
from domain.events import SessionEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEvent:
    """The event is kept with the session's own, for those who act on events."""

    unit_of_work: UnitOfWorkFactory

    async def execute(self, event: SessionEvent) -> None:
        """Raises NotFoundError, UnavailableError."""
        await change_session(
            self.unit_of_work, event.session_id, lambda session: session.report(event)
        )
