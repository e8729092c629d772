"""Write a turn down."""

import logging
from dataclasses import dataclass

from application.ports.conversation import TurnEnded
from application.ports.journal import TurnJournal
from application.ports.system import Clock
from domain.errors import UnavailableError
from domain.ids import VoiceSessionId
from domain.transcript import Turn

log = logging.getLogger(__name__)

_FIRST_PAUSE_S = 0.2
_LONGEST_PAUSE_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTurnCommand:
    """A turn that has ended in *session_id*."""

    session_id: VoiceSessionId
    ended: TurnEnded


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTurn:
    """What was said is kept until it is stored: while the store is away, this tries again.

    The same item reported twice is one turn, its last report counts.
    """

    journal: TurnJournal
    clock: Clock

    async def execute(self, command: RecordTurnCommand) -> Turn:
        """Return once the turn is durable; the caller bounds how long that may take."""
        turn = command.ended.as_turn(command.session_id)
        pause = _FIRST_PAUSE_S
        while True:
            try:
                await self.journal.record(turn)
            except UnavailableError:
                log.warning("turn not stored yet", extra={"session_id": command.session_id})
                await self.clock.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE_S)
            else:
                return turn
