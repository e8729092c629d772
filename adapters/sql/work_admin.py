"""Durable work as people see it, and what they can do about it."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.sql.signal import Signal
from adapters.sql.transaction import Transaction
from adapters.sql.work_rows import item_from_row, shared_now
from adapters.sql.work_tables import is_in, work
from application.ports.work_queue import WorkItem, WorkState, WorkStats
from domain.errors import ConflictError, NotFoundError

_REVIVABLE = (WorkState.DEAD.value, WorkState.CANCELLED.value)
_FINISHED = (WorkState.DONE, WorkState.DEAD, WorkState.CANCELLED)
_CANCELLABLE = (WorkState.READY.value, WorkState.RUNNING.value, WorkState.DEAD.value)


class SqlWorkAdmin:
    """Each call is a transaction of its own."""

    def __init__(self, engine: AsyncEngine, signal: Signal) -> None:
        self._engine = engine
        self._signal = signal

    async def find_page(
        self, *, state: WorkState | None, kind: str | None, after: str | None, limit: int
    ) -> Sequence[WorkItem]:
        """Newest first."""
        query = sa.select(work).order_by(work.c.id.desc()).limit(limit)
        if state is not None:
            query = query.where(is_in(work, state))
            if state in _FINISHED:
                query = query.where(work.c.finished_at.is_not(None))
        if kind is not None:
            query = query.where(work.c.kind == kind)
        if after is not None:
            query = query.where(work.c.id < _number(after))
        transaction = Transaction(self._engine)
        try:
            return [item_from_row(row) for row in await transaction.rows(query)]
        finally:
            await transaction.close()

    async def get(self, item_id: str) -> WorkItem:
        """One job."""
        transaction = Transaction(self._engine)
        try:
            row = await transaction.row(sa.select(work).where(work.c.id == _number(item_id)))
        finally:
            await transaction.close()
        if row is None:
            raise NotFoundError(f"no job {item_id}")
        return item_from_row(row)

    async def revive(self, item_id: str) -> WorkItem:
        """From its first attempt, at the place its cursor shows."""
        values: dict[str, object] = {
            "state": WorkState.READY.value,
            "attempt": 0,
            "due": shared_now(self._engine),
            "finished_at": None,
        }
        item = await self._change(item_id, _REVIVABLE, values)
        self._signal.set()
        return item

    async def cancel(self, item_id: str) -> WorkItem:
        """Never do it; a runner that has it now loses it."""
        values = {"state": WorkState.CANCELLED.value, "finished_at": shared_now(self._engine)}
        return await self._change(item_id, _CANCELLABLE, values)

    async def stats(self) -> WorkStats:
        """How much there is to do."""
        lateness = shared_now(self._engine) - sa.func.min(work.c.due)
        late = sa.select(lateness.label("late")).where(is_in(work, WorkState.READY))
        transaction = Transaction(self._engine)
        try:
            by_state = {WorkState(r["state"]): r["jobs"] for r in await transaction.rows(_counts())}
            oldest = await transaction.row(late)
        finally:
            await transaction.close()
        late_us = (oldest["late"] if oldest else None) or 0
        return WorkStats(by_state=by_state, oldest_due_s=max(0.0, late_us / 1_000_000))

    async def _change(
        self, item_id: str, states: Sequence[str], values: Mapping[str, object]
    ) -> WorkItem:
        statement = (
            sa.update(work)
            .where(work.c.id == _number(item_id), work.c.state.in_(states))
            .values(**values)
            .returning(work)
        )
        transaction = Transaction(self._engine)
        try:
            rows = await transaction.returning(statement)
            await transaction.commit()
        finally:
            await transaction.close()
        if rows:
            return item_from_row(rows[0])
        held = await self.get(item_id)
        raise ConflictError(f"job {item_id} is {held.state}")


def _counts() -> sa.Select[tuple[str, int]]:
    # Each part is answered by an index alone; in one statement, or a job that changes its state
    # meanwhile would be counted nowhere.
    counted = sa.select(work.c.state, sa.func.count().label("jobs")).group_by(work.c.state)
    parts = sa.union_all(
        counted.where(is_in(work, WorkState.READY)),
        counted.where(is_in(work, WorkState.RUNNING)),
        counted.where(work.c.finished_at.is_not(None)),
    ).subquery("parts")
    return sa.select(parts.c.state, parts.c.jobs)


def _number(item_id: str) -> int:
    if not (item_id.isascii() and item_id.isdigit() and len(item_id) < 19):
        raise NotFoundError(f"no job {item_id}")
    return int(item_id)
