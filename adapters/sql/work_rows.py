"""Jobs and effects as rows, and the time that all runners share."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.sql.mapping import Row
from adapters.sql.times import from_micros, maybe_moment, to_micros
from application.ports.work_queue import Effect, Job, WorkItem, WorkState
from domain.ids import TenantId

Micros = sa.ColumnElement[int]
_EPOCH_AS_JULIAN_DAY = 2_440_587.5


def shared_now(engine: AsyncEngine) -> Micros:
    """Microseconds since 1970: Postgres's own, so that the clocks of machines may differ.

    SQLite is one machine's, and so is its clock.
    """
    if engine.dialect.name == "sqlite":
        milliseconds = (sa.func.julianday("now") - _EPOCH_AS_JULIAN_DAY) * 86_400_000
        return sa.cast(milliseconds, sa.BigInteger) * 1000
    seconds = sa.func.extract("epoch", sa.func.clock_timestamp())
    return sa.cast(seconds * 1_000_000, sa.BigInteger)


def job_to_row(job: Job, engine: AsyncEngine) -> dict[str, object]:
    """A job that nobody has begun, as its row."""
    now = shared_now(engine)
    return {
        "kind": job.kind,
        "key": job.key,
        "payload": dict(job.payload),
        "state": WorkState.READY.value,
        "attempt": 0,
        "claims": 0,
        "max_attempts": job.max_attempts,
        "due": now if job.due is None else to_micros(job.due),
        "order_key": job.order_key,
        "cursor": {},
        "created_at": now,
    }


def item_from_row(row: Row) -> WorkItem:
    """A job as it is stored."""
    return WorkItem(
        id=str(row["id"]),
        kind=row["kind"],
        key=row["key"],
        payload=row["payload"],
        state=WorkState(row["state"]),
        attempt=row["attempt"],
        claims=row["claims"],
        max_attempts=row["max_attempts"],
        due=from_micros(row["due"]),
        created_at=from_micros(row["created_at"]),
        cursor=row["cursor"],
        order_key=row["order_key"],
        owner=row["owner"],
        last_error=row["last_error"],
        finished_at=maybe_moment(row["finished_at"]),
        tenant=TenantId(row["tenant_id"]),
    )


def effect_to_row(effect: Effect) -> dict[str, object]:
    """An effect as its row."""
    return {
        "key": effect.key,
        "kind": effect.kind,
        "target": effect.target,
        "result": dict(effect.result),
        "at": to_micros(effect.at),
    }


def effect_from_row(row: Row) -> Effect:
    """An effect from its row."""
    return Effect(
        key=row["key"],
        kind=row["kind"],
        target=row["target"],
        result=row["result"],
        at=from_micros(row["at"]),
    )
