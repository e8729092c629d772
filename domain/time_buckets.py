"""Stretches of time as people count them, where they are."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum

from domain.errors import InvalidValueError

MOST_BUCKETS = 1_000


class TimeBucket(StrEnum):
    """How long a stretch is; weeks begin on Monday."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def start_of(self, moment: datetime, zone: tzinfo) -> datetime:
        """The beginning of the stretch that *moment* is in, in *zone*."""
        local = moment.astimezone(zone)
        if self is TimeBucket.HOUR:
            return local.replace(minute=0, second=0, microsecond=0)
        day = local.date()
        if self is TimeBucket.WEEK:
            day -= timedelta(days=day.weekday())
        if self is TimeBucket.MONTH:
            day = day.replace(day=1)
        return datetime.combine(day, time(), tzinfo=zone)

    def starts(self, begin: datetime, end: datetime, zone: tzinfo) -> Iterator[datetime]:
        """Every stretch between *begin* and *end*. Raises InvalidValueError for too many."""
        start = self.start_of(begin, zone)
        for _ in range(MOST_BUCKETS):
            if start >= end:
                return
            yield start
            start = self._after(start, zone)
        raise InvalidValueError(
            f"at most {MOST_BUCKETS} buckets: ask for less time, or longer ones"
        )

    def _after(self, start: datetime, zone: tzinfo) -> datetime:
        # Well into the next one, whatever the clocks were changed by, and back to its beginning.
        over = {
            TimeBucket.HOUR: timedelta(hours=1, minutes=1),
            TimeBucket.DAY: timedelta(hours=36),
            TimeBucket.WEEK: timedelta(days=10),
            TimeBucket.MONTH: timedelta(days=40),
        }[self]
        return self.start_of(start.astimezone(UTC) + over, zone)
