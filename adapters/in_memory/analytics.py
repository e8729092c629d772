"""What calls add up to, in memory."""

from collections.abc import Mapping
from datetime import UTC, datetime

from adapters.in_memory.repositories import Repository
from adapters.in_memory.state import State
from application.ports.analytics import GRAIN, CallRange, Dimension
from domain.call_figures import CallFigures, CallTotals

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class InMemoryCallStatistics(Repository):
    """Figures by session, added up one by one."""

    async def save(self, figures: CallFigures) -> None:
        """Keep them, in place of earlier ones of that session."""
        self._work.change(lambda state: _put(state, figures))

    async def by(self, dimension: Dimension, calls: CallRange) -> Mapping[str | None, CallTotals]:
        """The totals for each value."""
        found: dict[str | None, CallTotals] = {}
        for one in self._in(calls):
            value = _value(one, dimension)
            found[value] = found.get(value, CallTotals()) + CallTotals.of(one)
        return found

    async def by_time(self, calls: CallRange) -> Mapping[datetime, CallTotals]:
        """The totals of every grain."""
        found: dict[datetime, CallTotals] = {}
        for one in self._in(calls):
            start = _EPOCH + (one.began_at - _EPOCH) // GRAIN * GRAIN
            found[start] = found.get(start, CallTotals()) + CallTotals.of(one)
        return found

    def _in(self, calls: CallRange) -> list[CallFigures]:
        return [
            one
            for one in self._work.state.figures.values()
            if calls.begin <= one.began_at < calls.end and calls.agent_id in (None, one.agent_id)
        ]


def _put(state: State, figures: CallFigures) -> None:
    state.figures[figures.session_id] = figures


def _value(one: CallFigures, dimension: Dimension) -> str | None:
    match dimension:
        case Dimension.AGENT:
            return one.agent_id
        case Dimension.OUTCOME:
            return one.outcome
        case Dimension.LANGUAGE:
            return one.language
        case Dimension.SENTIMENT:
            return one.sentiment.value
