"""What calls add up to: how many, how long, with what outcome, how quick, at what cost."""

from datetime import UTC, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime

from application.analytics_queries import AnalyticsQueries
from application.ports.analytics import CallRange
from domain.ids import AgentId
from domain.time_buckets import TimeBucket
from entrypoints.http.access import READ
from entrypoints.http.dependencies import ContainerDep
from entrypoints.http.schemas.agent_config.time_zone import parse_time_zone
from entrypoints.http.schemas.analytics import SummaryOut, TimeseriesOut
from entrypoints.http.schemas.base import NAME_PATTERN

router = APIRouter(prefix="/analytics", tags=["analytics"])

_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_LATEST = datetime(2200, 1, 1, tzinfo=UTC)
_A_MONTH = timedelta(days=30)

Moment = Annotated[AwareDatetime | None, Query(ge=_EARLIEST, le=_LATEST)]


async def _queries(container: ContainerDep) -> AnalyticsQueries:
    return container.analytics_queries()


async def _range(
    container: ContainerDep,
    begin: Annotated[
        Moment, Query(alias="from", description="30 days before `to`, where it is not given")
    ] = None,
    end: Annotated[Moment, Query(alias="to", description="now, where it is not given")] = None,
    agent_id: Annotated[
        str | None, Query(alias="agentId", pattern=NAME_PATTERN, description="one agent's calls")
    ] = None,
) -> CallRange:
    until = end or container.clock().now()
    return CallRange(
        begin=begin or until - _A_MONTH,
        end=until,
        agent_id=None if agent_id is None else AgentId(agent_id),
    )


QueriesDep = Annotated[AnalyticsQueries, Depends(_queries)]
RangeDep = Annotated[CallRange, Depends(_range)]


@router.get("/summary", dependencies=[READ])
async def get_analytics_summary(calls: RangeDep, queries: QueriesDep) -> SummaryOut:
    """The calls that began in a range, of at most 400 days, and were wrapped up since."""
    return SummaryOut.of(await queries.summary(calls))


@router.get("/timeseries", dependencies=[READ])
async def get_analytics_timeseries(
    calls: RangeDep,
    queries: QueriesDep,
    bucket: TimeBucket = TimeBucket.DAY,
    time_zone: Annotated[
        str, Query(alias="timeZone", max_length=64, description="whose days and hours they are")
    ] = "UTC",
) -> TimeseriesOut:
    """The same calls by hour, day, week or month of a time zone; at most 1000 of them."""
    zone = parse_time_zone(time_zone)
    series = await queries.timeseries(calls, bucket, ZoneInfo(zone))
    return TimeseriesOut.of(bucket, zone, series)
