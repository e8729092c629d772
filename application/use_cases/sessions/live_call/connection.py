"""The speech connection: while it is down, nobody is left in silence."""

import asyncio
from datetime import datetime

from application.ports.conversation import CallEvent, ConnectionLost, ConnectionRestored
from application.use_cases.sessions.live_call.floor import Floor
from domain.phrases import Phrase

BRIDGED_AFTER_S = 2.0
"""A gap up to this long passes for a pause in the conversation."""


class Connection:
    """A gap of over two seconds is bridged by a tone, and excused when it is over."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._lost_at: datetime | None = None
        self._bridge: asyncio.Task[None] | None = None
        self._is_bridged = False

    def follow(self, event: CallEvent) -> None:
        """Take note of a line that goes down or comes back."""
        match event:
            case ConnectionLost():
                self._lost_at = self._floor.clock.now()
                self._floor.note("the speech connection was lost")
                self._stop()
                self._bridge = self._floor.begin(self._bridge_gap())
            case ConnectionRestored() if self._lost_at is not None:
                gap_s = (self._floor.clock.now() - self._lost_at).total_seconds()
                self._lost_at = None
                self._floor.note(f"the speech connection was restored after {gap_s:.1f} s")
                self._stop()
                self._floor.run(self._excuse())
            case _:
                pass

    async def attend(self) -> None:
        """Nothing to do as long as the line holds."""

    async def _bridge_gap(self) -> None:
        await self._floor.clock.sleep(BRIDGED_AFTER_S)
        self._is_bridged = True
        await self._floor.call.hold_tone(on=True)

    async def _excuse(self) -> None:
        if self._is_bridged:
            self._is_bridged = False
            await self._floor.call.hold_tone(on=False)
            await self._floor.say_phrase(Phrase.BRIDGE_BACK)

    def _stop(self) -> None:
        if self._bridge is not None:
            self._bridge.cancel()
