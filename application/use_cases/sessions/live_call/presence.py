"""Who is on the call: people are greeted, awaited when they drop out, and missed in the end."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from application.ports.conversation import CallerJoined, CallerLeft, CallEvent
from application.use_cases.sessions.live_call.floor import Floor
from domain.ids import ParticipantIdentity
from domain.phrases import Phrase
from domain.voice_session import CloseReason

NO_SHOW_S = 120.0
"""How long the agent waits in a room that nobody ever enters."""


class Presence:
    """The first person is greeted by *greet*, one who comes back is welcomed back.

    Who comes in their place is welcomed, and told nothing that was meant for them.

    Once nobody is left, the call waits as long as the agent's limits say, and ends.
    """

    def __init__(
        self, floor: Floor, *, greet: Callable[[CallerJoined], Coroutine[Any, Any, None]]
    ) -> None:
        self._floor = floor
        self._greet = greet
        self._known: set[ParticipantIdentity] = set()
        self._here: set[ParticipantIdentity] = set()
        self._absence: asyncio.Task[None] | None = None

    def follow(self, event: CallEvent) -> None:
        """Take note of people who come and go."""
        match event:
            case CallerJoined() if event.identity not in self._here:
                self._welcome(event)
            case CallerLeft():
                self._here.discard(event.identity)
                if not event.others_remain:
                    self._expect(self._floor.agent.limits.rejoin_grace_s)
            case _:
                pass

    async def attend(self) -> None:
        """Wait for somebody to come at all."""
        if not self._known:
            self._expect(NO_SHOW_S)

    def stop(self) -> None:
        """Expect nobody any more."""
        if self._absence is not None:
            self._absence.cancel()

    def _welcome(self, joined: CallerJoined) -> None:
        self.stop()
        is_first = not self._known
        is_known = joined.identity in self._known
        is_alone = not self._here
        self._known.add(joined.identity)
        self._here.add(joined.identity)
        floor = self._floor
        if is_first:
            floor.run(self._greet(joined))
        elif is_alone and is_known:
            floor.note(f"{joined.identity} is back")
            floor.run(floor.say_phrase(Phrase.WELCOME_BACK))
        else:
            floor.note(f"{joined.identity} joined")
            # Whoever comes into a room where nobody is left would wait in silence.
            if is_alone or floor.agent.group.greet_late_joiners:
                floor.run(floor.say_phrase(Phrase.LATE_JOINER, name=joined.name))

    def _expect(self, within_s: float) -> None:
        self.stop()
        self._absence = asyncio.create_task(self._give_up(within_s))

    async def _give_up(self, after_s: float) -> None:
        await self._floor.clock.sleep(after_s)
        self._floor.finish(CloseReason.PARTICIPANT_LEFT)
