"""Which jobs a runner takes, found without a look at those that wait behind them."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from adapters.sql.work_rows import Micros
from adapters.sql.work_tables import is_in, work
from application.ports.work_queue import WorkState


def claimable(now: Micros, kinds: Sequence[str], at_most: int) -> sa.Select[tuple[int]]:
    """The ids of jobs that are due or were left behind, oldest due first.

    Two searches, each along an index of its own until it has enough: one search for either would
    have to sort all that waits. `now` is asked once, or no index could be searched by it.
    """
    moment = sa.select(now).scalar_subquery()
    ready = is_in(work, WorkState.READY), work.c.due <= moment, work.c.kind.in_(kinds)
    left = is_in(work, WorkState.RUNNING), work.c.lease_until <= moment, work.c.kind.in_(kinds)
    either = sa.union_all(
        sa.select(_first(at_most, *ready)),
        sa.select(_first(at_most, *left)),
    ).subquery("either")
    return sa.select(either.c.id).order_by(either.c.due, either.c.id).limit(at_most)


def along_the_index() -> sa.Select[Any]:
    """Asked of Postgres first, for the transaction: a plan that was made when little waited, and
    sorts it, would be kept when much does. What sorts the few that were found now looks so costly
    that Postgres would compile it.
    """
    off = [sa.func.set_config(name, "off", sa.true()) for name in ("enable_sort", "jit")]
    return sa.select(*off)


def one_of(ids: sa.Select[tuple[int]], *, on_postgres: bool) -> sa.ColumnElement[bool]:
    """Jobs of *ids*. As an array they are looked up in Postgres, where a list may be joined."""
    if on_postgres:
        return work.c.id == sa.any_(sa.func.array(ids.scalar_subquery()))
    return work.c.id.in_(ids)


def _first(at_most: int, *which: sa.ColumnElement[bool]) -> sa.Subquery:
    free = sa.or_(work.c.order_key.is_(None), sa.not_(_waits()))
    return (
        sa.select(work.c.id, work.c.due)
        .where(*which, free)
        .order_by(work.c.due, work.c.id)
        .limit(at_most)
        .with_for_update(skip_locked=True)
        .subquery()
    )


def _waits() -> sa.ColumnElement[bool]:
    earlier, running = work.alias("earlier"), work.alias("running")
    return sa.or_(
        sa.exists().where(
            earlier.c.tenant_id == work.c.tenant_id,
            earlier.c.order_key == work.c.order_key,
            is_in(earlier, WorkState.READY),
            earlier.c.id < work.c.id,
        ),
        # Any other: a later one may be running already where this one was dead and was revived.
        sa.exists().where(
            running.c.tenant_id == work.c.tenant_id,
            running.c.order_key == work.c.order_key,
            is_in(running, WorkState.RUNNING),
            running.c.id != work.c.id,
        ),
    )
