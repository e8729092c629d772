"""How much of a long call the model has in mind."""

import logging

from application.ports.conversation import CallEvent, TurnEnded
from application.use_cases.sessions.live_call.floor import Floor
from domain.errors import UnavailableError
from domain.memory.compaction import ContextBudget, plan_compaction
from domain.memory.context_summary import ContextSummary
from domain.transcript import Turn

log = logging.getLogger(__name__)


class ContextSize:
    """When the conversation outgrows its budget, a summary takes the place of its older turns.

    What the model forgets stays in the transcript.
    """

    def __init__(self, floor: Floor, *, budget: ContextBudget | None = None) -> None:
        self._floor = floor
        self._budget = budget or ContextBudget()
        self._turns: dict[str, Turn] = {}
        self._summary: ContextSummary | None = None
        self._is_compacting = False

    def follow(self, event: CallEvent) -> None:
        """Count a turn; a later report of it takes its place."""
        if not isinstance(event, TurnEnded):
            return
        self._turns[event.item_id] = event.as_turn(self._floor.session.id)
        if not self._is_compacting:
            self._is_compacting = True
            self._floor.run(self._compact_once())

    async def attend(self) -> None:
        """Nothing to do beside the turns."""

    async def _compact_once(self) -> None:
        try:
            await self._compact()
        finally:
            self._is_compacting = False

    async def _compact(self) -> None:
        turns = tuple(self._turns.values())
        plan = plan_compaction(turns, budget=self._budget, previous=self._summary)
        if plan is None:
            return
        try:
            replaced = await self._floor.call.compact(plan.text, keep_last=plan.keep_last)
        except UnavailableError:
            log.warning("context could not be shortened", extra=self._floor.fields)
            return
        self._summary = plan.summary
        kept = {turn.id for turn in plan.kept}
        before = {turn.id for turn in turns}
        self._turns = {
            item: turn
            for item, turn in self._turns.items()
            if turn.id in kept or turn.id not in before
        }
        log.info("context shortened", extra={**self._floor.fields, "items": replaced})
