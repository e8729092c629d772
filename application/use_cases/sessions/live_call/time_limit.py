"""How long a call may last."""

from application.ports.conversation import CallEvent
from application.use_cases.sessions.live_call.floor import Floor
from domain.phrases import Phrase
from domain.voice_session import CloseReason


class TimeLimit:
    """People are told before the time is up, and when it is."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def follow(self, event: CallEvent) -> None:
        """Time goes by whatever happens."""

    async def attend(self) -> None:
        """Warn, then end the call."""
        floor, limits = self._floor, self._floor.agent.limits
        warning_s = limits.warn_before_end_s
        if 0 < warning_s < limits.max_duration_s:
            await floor.clock.sleep(limits.max_duration_s - warning_s)
            await floor.say_phrase(Phrase.TIME_WARNING, minutes=max(1, round(warning_s / 60)))
            await floor.clock.sleep(warning_s)
        else:
            await floor.clock.sleep(limits.max_duration_s)
        if floor.people:
            await floor.say_phrase(Phrase.TIME_OVER)
        floor.finish(CloseReason.TIME_LIMIT)
