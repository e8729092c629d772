"""What calls add up to, summed by the database."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from adapters.sql.analytics_tables import GAP_COLUMNS, call_figures
from adapters.sql.mapping import Row
from adapters.sql.times import from_micros, to_micros
from adapters.sql.transaction import Transaction
from application.acting import tenant
from application.ports.analytics import GRAIN, CallRange, Dimension
from domain.call_figures import CallFigures, CallTotals, ResponseGaps

_columns = call_figures.c
_DIMENSIONS: Mapping[Dimension, sa.Column[Any]] = {
    Dimension.AGENT: _columns.agent_id,
    Dimension.OUTCOME: _columns.outcome,
    Dimension.LANGUAGE: _columns.language,
    Dimension.SENTIMENT: _columns.sentiment,
}
_SUMMED = ("talk_ms", "leads", "confirmed_leads", "cost_micros", *GAP_COLUMNS)
_GRAIN_MICROS = GRAIN // timedelta(microseconds=1)
_SUMS = (
    sa.func.count().label("calls"),
    # Sums of big integers are numerics in Postgres.
    *(sa.cast(sa.func.sum(_columns[name]), sa.BigInteger).label(name) for name in _SUMMED),
)


class SqlCallStatistics:
    """A row a session; response gaps are counted by class, so that they add up."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, figures: CallFigures) -> None:
        """Keep them, in place of earlier ones of that session."""
        await self._transaction.write(
            sa.delete(call_figures).where(_columns.session_id == figures.session_id)
        )
        await self._transaction.write(sa.insert(call_figures).values(_row(figures)))

    async def by(self, dimension: Dimension, calls: CallRange) -> Mapping[str | None, CallTotals]:
        """The totals for each value."""
        rows = await self._transaction.rows(grouped(_DIMENSIONS[dimension], calls))
        return {row["part"]: _totals(row) for row in rows}

    async def by_time(self, calls: CallRange) -> Mapping[datetime, CallTotals]:
        """The totals of every grain."""
        grains = _columns.began_at // sa.literal_column(str(_GRAIN_MICROS), sa.BigInteger)
        rows = await self._transaction.rows(grouped(grains, calls))
        return {from_micros(row["part"] * _GRAIN_MICROS): _totals(row) for row in rows}


def grouped(part: sa.ColumnElement[Any], calls: CallRange) -> sa.Select[Any]:
    """The sums over *calls* for each value of *part*; reads an index by tenant and time."""
    query = sa.select(part.label("part"), *_SUMS).where(
        _columns.tenant_id == tenant(),
        _columns.began_at >= to_micros(calls.begin),
        _columns.began_at < to_micros(calls.end),
    )
    if calls.agent_id is not None:
        query = query.where(_columns.agent_id == calls.agent_id)
    return query.group_by(sa.literal_column("part"))


def _row(figures: CallFigures) -> dict[str, object]:
    return {
        "session_id": figures.session_id,
        "tenant_id": tenant(),
        "agent_id": figures.agent_id,
        "began_at": to_micros(figures.began_at),
        "outcome": figures.outcome,
        "talk_ms": figures.talk_ms,
        "language": figures.language,
        "sentiment": figures.sentiment.value,
        "leads": int(figures.has_lead),
        "confirmed_leads": int(figures.is_lead_confirmed),
        "cost_micros": figures.cost_micros,
        **dict(zip(GAP_COLUMNS, figures.gaps.counts, strict=True)),
    }


def _totals(row: Row) -> CallTotals:
    return CallTotals(
        calls=row["calls"],
        talk_ms=row["talk_ms"],
        leads=row["leads"],
        confirmed_leads=row["confirmed_leads"],
        gaps=ResponseGaps(counts=tuple(row[name] for name in GAP_COLUMNS)),
        cost_micros=row["cost_micros"],
    )
