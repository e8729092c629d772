"""How the caller takes it: what calls for attention is noted and reported, while there is time."""

from application.ports.conversation import CallEvent, TurnEnded
from application.use_cases.sessions.live_call.floor import Floor
from application.use_cases.sessions.report_event import ReportEvent
from domain.events import EscalationRaised
from domain.insight.mood import MoodEvent
from domain.insight.sentiment import escalations
from domain.transcript import Role


class Mood:
    """Listens for frustration, complaints, threats to leave, and the wish for a person."""

    def __init__(self, floor: Floor, *, report: ReportEvent) -> None:
        self._floor = floor
        self._report = report

    def follow(self, event: CallEvent) -> None:
        """Listen to a caller's turn."""
        if not isinstance(event, TurnEnded) or event.role is not Role.CALLER:
            return
        for raised in escalations(event.as_turn(self._floor.session.id)):
            self._floor.note(f"escalation: {raised.kind}")
            self._floor.report(self._tell(raised))

    async def attend(self) -> None:
        """Nothing to do beside the turns."""

    async def _tell(self, raised: MoodEvent) -> None:
        await self._report.execute(
            EscalationRaised(
                session_id=self._floor.session.id,
                turn_id=raised.turn_id,
                mood=raised.kind.value,
                occurred_at=self._floor.clock.now(),
            )
        )
