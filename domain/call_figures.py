"""What is counted of a call once it is over: no words, no names, nothing personal."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from domain.ids import AgentId, VoiceSessionId
from domain.insight.sentiment import Sentiment
from domain.language import Language
from domain.transcript import Role, Transcript

GAP_BOUNDS_MS = (
    200,
    300,
    400,
    500,
    600,
    800,
    1000,
    1300,
    1600,
    2000,
    2500,
    3000,
    4000,
    6000,
    10000,
)
"""The upper ends of the classes that response gaps are counted in; the last class has none."""

_CLASSES = len(GAP_BOUNDS_MS) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseGaps:
    """How long callers waited for the agent, counted by class: those of many calls add up."""

    counts: tuple[int, ...] = (0,) * _CLASSES

    @classmethod
    def of(cls, gaps_ms: Iterable[int]) -> "ResponseGaps":
        """Count *gaps_ms*."""
        counts = [0] * _CLASSES
        for gap in gaps_ms:
            counts[bisect_left(GAP_BOUNDS_MS, gap)] += 1
        return cls(counts=tuple(counts))

    def __add__(self, other: "ResponseGaps") -> "ResponseGaps":
        return ResponseGaps(counts=tuple(map(sum, zip(self.counts, other.counts, strict=True))))

    @property
    def measured(self) -> int:
        """How many there were."""
        return sum(self.counts)

    def percentile(self, share: float) -> int | None:
        """What *share* of the gaps are not longer than, in ms; exact to the width of its class."""
        if not self.measured:
            return None
        wanted, before = share * self.measured, 0
        for bounds, count in zip(pairwise((0, *GAP_BOUNDS_MS)), self.counts, strict=False):
            if count and before + count >= wanted:
                low, high = bounds
                return round(low + (high - low) * (wanted - before) / count)
            before += count
        return GAP_BOUNDS_MS[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFigures:
    """One call. *outcome* is its close reason, or why no agent joined; *began_at* its dispatch.

    *cost_micros* is a millionth of the currency of the price table; None where nobody knows.
    """

    session_id: VoiceSessionId
    agent_id: AgentId
    began_at: datetime
    outcome: str
    talk_ms: int = 0
    language: Language | None = None
    sentiment: Sentiment = Sentiment.UNKNOWN
    has_lead: bool = False
    is_lead_confirmed: bool = False
    gaps: ResponseGaps = ResponseGaps()
    cost_micros: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTotals:
    """What the figures of some calls add up to."""

    calls: int = 0
    talk_ms: int = 0
    leads: int = 0
    confirmed_leads: int = 0
    gaps: ResponseGaps = ResponseGaps()
    cost_micros: int | None = None

    @classmethod
    def of(cls, call: CallFigures) -> "CallTotals":
        """Those of a single call."""
        return cls(
            calls=1,
            talk_ms=call.talk_ms,
            leads=int(call.has_lead),
            confirmed_leads=int(call.is_lead_confirmed),
            gaps=call.gaps,
            cost_micros=call.cost_micros,
        )

    def __add__(self, other: "CallTotals") -> "CallTotals":
        costs = [one for one in (self.cost_micros, other.cost_micros) if one is not None]
        return CallTotals(
            calls=self.calls + other.calls,
            talk_ms=self.talk_ms + other.talk_ms,
            leads=self.leads + other.leads,
            confirmed_leads=self.confirmed_leads + other.confirmed_leads,
            gaps=self.gaps + other.gaps,
            cost_micros=sum(costs) if costs else None,
        )


def response_gaps(transcript: Transcript) -> ResponseGaps:
    """From the end of each caller turn to the start of the agent's that follows it."""
    spoken = [one for one in transcript.turns if one.role in (Role.CALLER, Role.AGENT)]
    return ResponseGaps.of(
        after.start_ms - before.end_ms
        for before, after in pairwise(spoken)
        if before.role is Role.CALLER and after.role is Role.AGENT
        # One who spoke into the other's words did not wait for them.
        if after.start_ms >= before.end_ms
    )


def main_language(transcript: Transcript) -> Language | None:
    """The one that most of the caller's turns were in."""
    heard = [one.language for one in transcript.by(Role.CALLER) if one.language is not None]
    return max(sorted(set(heard)), key=heard.count, default=None)
