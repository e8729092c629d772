"""Hours, days, weeks and months, where people are."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.errors import InvalidValueError
from domain.time_buckets import TimeBucket

MADRID = ZoneInfo("Europe/Madrid")
KATHMANDU = ZoneInfo("Asia/Kathmandu")


def _starts(bucket: TimeBucket, begin: datetime, end: datetime, zone: ZoneInfo) -> list[str]:
    return [one.isoformat() for one in bucket.starts(begin, end, zone)]


def test_the_day_the_clocks_are_changed_has_23_hours() -> None:
    begin = datetime(2026, 3, 28, 23, tzinfo=UTC)
    end = datetime(2026, 3, 29, 22, tzinfo=UTC)

    assert len(_starts(TimeBucket.HOUR, begin, end, MADRID)) == 23
    assert _starts(TimeBucket.DAY, begin, end, MADRID) == ["2026-03-29T00:00:00+01:00"]


def test_the_hour_that_comes_twice_is_two_hours() -> None:
    begin = datetime(2026, 10, 25, 0, tzinfo=UTC)
    end = datetime(2026, 10, 25, 2, tzinfo=UTC)

    assert _starts(TimeBucket.HOUR, begin, end, MADRID) == [
        "2026-10-25T02:00:00+02:00",
        "2026-10-25T02:00:00+01:00",
    ]


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    begin = datetime(2026, 2, 11, 12, tzinfo=UTC)
    end = datetime(2026, 4, 1, 0, tzinfo=UTC)

    assert _starts(TimeBucket.WEEK, begin, datetime(2026, 2, 17, tzinfo=UTC), MADRID) == [
        "2026-02-09T00:00:00+01:00",
        "2026-02-16T00:00:00+01:00",
    ]
    assert _starts(TimeBucket.MONTH, begin, end, MADRID) == [
        "2026-02-01T00:00:00+01:00",
        "2026-03-01T00:00:00+01:00",
        "2026-04-01T00:00:00+02:00",
    ]


def test_hours_may_begin_at_a_quarter() -> None:
    moment = datetime(2026, 3, 1, 12, 20, tzinfo=UTC)

    start = TimeBucket.HOUR.start_of(moment, KATHMANDU)

    assert start.astimezone(UTC) == datetime(2026, 3, 1, 12, 15, tzinfo=UTC)


def test_too_many_are_refused() -> None:
    with pytest.raises(InvalidValueError):
        list(
            TimeBucket.HOUR.starts(
                datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC), MADRID
            )
        )
