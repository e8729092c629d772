"""The transcript of a live call, on its way to the store."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from application.ports.conversation import TurnEnded
from application.use_cases.sessions.live_call.floor import Floor
from application.use_cases.sessions.record_turn import RecordTurn, RecordTurnCommand
from domain.transcript import Role

log = logging.getLogger(__name__)

TOOL_WAITS_S = 1.0
"""How long a tool waits for turns on their way to the store; a caller is waiting too."""


class Writing:
    """Writes every turn as it ends, marked with its language by *mark*.

    What a person who has taken over says is the agent's side of the call.
    """

    def __init__(
        self,
        floor: Floor,
        *,
        record_turn: RecordTurn,
        mark: Callable[[TurnEnded], Awaitable[TurnEnded]],
    ) -> None:
        self._floor = floor
        self._record_turn = record_turn
        self._mark = mark
        self._underway: set[asyncio.Task[None]] = set()

    def write(self, turn: TurnEnded) -> None:
        """Begin to store *turn*."""
        if turn.participant is not None and turn.participant == self._floor.handed_to:
            turn = replace(turn, role=Role.AGENT)
        task = asyncio.create_task(self._record(turn))
        self._underway.add(task)
        task.add_done_callback(self._done)

    async def settle(self) -> None:
        """Wait a little for what is underway: a tool looks for its evidence in what is stored."""
        await self._floor.clock.sleep(0)
        if self._underway:
            await asyncio.wait(self._underway, timeout=TOOL_WAITS_S)

    async def flush(self, *, within_s: float) -> None:
        """Wait for everything that is underway, at most that long."""
        if self._underway:
            _, late = await asyncio.wait(self._underway, timeout=within_s)
            for task in late:
                task.cancel()

    async def _record(self, turn: TurnEnded) -> None:
        command = RecordTurnCommand(session_id=self._floor.session.id, ended=await self._mark(turn))
        await self._record_turn.execute(command)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._underway.discard(task)
        if task.cancelled() or task.exception() is not None:
            log.error("turn could not be stored", extra=self._floor.fields)
