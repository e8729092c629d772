"""What calls add up to, over HTTP."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import Field

from application.analytics_queries import AnalyticsSummary
from application.ports.analytics import Dimension
from domain.call_figures import CallTotals, ResponseGaps
from domain.time_buckets import TimeBucket
from entrypoints.http.schemas.base import Out

_MICROS = 1_000_000
_MS_A_MINUTE = 60_000


class ResponseGapOut(Out):
    """How long callers waited for the agent, in milliseconds; null where nothing was measured."""

    measured: int = Field(description="how many turns of the agent answered the caller")
    p50: int | None = Field(examples=[640])
    p95: int | None = Field(examples=[1180])

    @classmethod
    def of(cls, gaps: ResponseGaps) -> "ResponseGapOut":
        """Show *gaps*."""
        return cls(measured=gaps.measured, p50=gaps.percentile(0.5), p95=gaps.percentile(0.95))


class TotalsOut(Out):
    """What some calls add up to."""

    calls: int = Field(examples=[42])
    minutes: float = Field(description="with an agent in the room", examples=[131.5])
    leads: int = Field(description="calls that brought one", examples=[17])
    confirmed_leads: int = Field(examples=[12])
    response_gap_ms: ResponseGapOut
    cost: float | None = Field(
        description="in the price table's currency; null where no call's cost is known",
        examples=[9.31],
    )

    @classmethod
    def of(cls, totals: CallTotals) -> "TotalsOut":
        """Show *totals*."""
        cost = totals.cost_micros
        return cls(
            calls=totals.calls,
            minutes=round(totals.talk_ms / _MS_A_MINUTE, 2),
            leads=totals.leads,
            confirmed_leads=totals.confirmed_leads,
            response_gap_ms=ResponseGapOut.of(totals.gaps),
            cost=None if cost is None else cost / _MICROS,
        )


class PartOut(TotalsOut):
    """The calls with one value in common."""

    value: str | None = Field(description="null: the calls without one", examples=["reception"])


class SummaryOut(Out):
    """All calls of a range, and the same calls told apart; the most frequent values first."""

    begin: datetime = Field(alias="from")
    end: datetime = Field(alias="to")
    totals: TotalsOut
    by_agent: Sequence[PartOut]
    by_outcome: Sequence[PartOut] = Field(
        description="close reasons, and why no agent joined where none did"
    )
    by_language: Sequence[PartOut]
    by_sentiment: Sequence[PartOut]

    @classmethod
    def of(cls, summary: AnalyticsSummary) -> "SummaryOut":
        """Show *summary*."""
        return cls(
            begin=summary.calls.begin,
            end=summary.calls.end,
            totals=TotalsOut.of(summary.totals),
            by_agent=_parts(summary.by[Dimension.AGENT]),
            by_outcome=_parts(summary.by[Dimension.OUTCOME]),
            by_language=_parts(summary.by[Dimension.LANGUAGE]),
            by_sentiment=_parts(summary.by[Dimension.SENTIMENT]),
        )


class PointOut(TotalsOut):
    """The calls that began in one stretch of time."""

    start: datetime


class TimeseriesOut(Out):
    """Every stretch of the range in order, those without calls too."""

    bucket: TimeBucket
    time_zone: str = Field(examples=["Europe/Madrid"])
    items: Sequence[PointOut]

    @classmethod
    def of(
        cls, bucket: TimeBucket, zone: str, series: Sequence[tuple[datetime, CallTotals]]
    ) -> "TimeseriesOut":
        """Show *series*."""
        items = [PointOut(start=start, **_fields(totals)) for start, totals in series]
        return cls(bucket=bucket, time_zone=zone, items=items)


def _parts(found: Mapping[str | None, CallTotals]) -> Sequence[PartOut]:
    ranked = sorted(found.items(), key=lambda one: (-one[1].calls, one[0] or ""))
    return [PartOut(value=value, **_fields(totals)) for value, totals in ranked]


def _fields(totals: CallTotals) -> dict[str, Any]:
    shown = TotalsOut.of(totals)
    return {name: getattr(shown, name) for name in TotalsOut.model_fields}
