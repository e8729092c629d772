"""What calls add up to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from domain.call_figures import CallFigures, CallTotals
from domain.ids import AgentId

GRAIN: Final = timedelta(minutes=15)
"""Every time zone's days and hours begin at a multiple of it."""


class Dimension(StrEnum):
    """What calls are told apart by."""

    AGENT = "agent"
    OUTCOME = "outcome"
    LANGUAGE = "language"
    SENTIMENT = "sentiment"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRange:
    """The calls that began at *begin* or later, and before *end*; of one agent, or of all."""

    begin: datetime
    end: datetime
    agent_id: AgentId | None = None


class CallStatistics(Protocol):
    """The figures of calls that are over. Sums are made where they are kept."""

    async def save(self, figures: CallFigures) -> None:
        """Keep them, in place of earlier ones of that session."""
        ...

    async def by(self, dimension: Dimension, calls: CallRange) -> Mapping[str | None, CallTotals]:
        """The totals for each value there is; None collects the calls without one."""
        ...

    async def by_time(self, calls: CallRange) -> Mapping[datetime, CallTotals]:
        """The totals of every `GRAIN` in which a call began, by the moment it starts."""
        ...
