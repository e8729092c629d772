"""Reads: what calls add up to, by what they were and over time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from application.ports.analytics import CallRange, Dimension
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.call_figures import CallTotals
from domain.errors import InvalidValueError
from domain.time_buckets import TimeBucket

_LONGEST = timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyticsSummary:
    """All calls of a range, and the same calls told apart by each dimension."""

    calls: CallRange
    totals: CallTotals
    by: Mapping[Dimension, Mapping[str | None, CallTotals]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyticsQueries:
    """Calls count at the moment they were asked for, once the work after them is done."""

    unit_of_work: UnitOfWorkFactory

    async def summary(self, calls: CallRange) -> AnalyticsSummary:
        """Raises InvalidValueError for a range that is empty or too long."""
        _check(calls)
        async with self.unit_of_work() as uow:
            found = {one: await uow.call_statistics.by(one, calls) for one in Dimension}
        totals = sum(found[Dimension.OUTCOME].values(), CallTotals())
        return AnalyticsSummary(calls=calls, totals=totals, by=found)

    async def timeseries(
        self, calls: CallRange, bucket: TimeBucket, zone: tzinfo
    ) -> Sequence[tuple[datetime, CallTotals]]:
        """Every stretch of the range, those without calls too. Raises InvalidValueError."""
        _check(calls)
        series = {
            start: CallTotals() for start in _utc(bucket.starts(calls.begin, calls.end, zone))
        }
        async with self.unit_of_work() as uow:
            found = await uow.call_statistics.by_time(calls)
        for moment, totals in found.items():
            # The first grain may begin before the range does, its calls do not.
            start = bucket.start_of(max(moment, calls.begin), zone).astimezone(UTC)
            series[start] += totals
        return sorted(series.items(), key=lambda one: one[0])


def _utc(starts: Iterable[datetime]) -> Iterable[datetime]:
    return (start.astimezone(UTC) for start in starts)


def _check(calls: CallRange) -> None:
    if calls.begin >= calls.end:
        raise InvalidValueError("`from` must be before `to`")
    if calls.end - calls.begin > _LONGEST:
        raise InvalidValueError(f"a range may be {_LONGEST.days} days long at most")
