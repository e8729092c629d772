"""Where runners fetch durable work: a lease a row, in the database's own time."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.sql.mapping import Row
from adapters.sql.signal import Signal
from adapters.sql.tenancy import seeing_every_tenant
from adapters.sql.times import to_micros
from adapters.sql.transaction import Transaction
from adapters.sql.work_claim import along_the_index, claimable, one_of
from adapters.sql.work_rows import item_from_row, shared_now
from adapters.sql.work_tables import work
from application.ports.work_queue import Json, WorkItem, WorkState
from domain.errors import LeaseLostError

_MICROSECOND = timedelta(microseconds=1)
_LONGEST_ERROR = 500


class SqlWorkDesk:
    """Postgres lets claims pass each other by (SKIP LOCKED); SQLite takes one after the other.

    Jobs of every tenant are fetched here; each says whose it is.
    """

    def __init__(self, engine: AsyncEngine, signal: Signal) -> None:
        self._engine = seeing_every_tenant(engine)
        self._signal = signal

    async def claim(
        self, *, owner: str, kinds: Sequence[str], lease: timedelta, at_most: int
    ) -> Sequence[WorkItem]:
        """Due jobs, and those whose lease ran out."""
        # Before the look, not after it: what is put in between must not wait for the next poll.
        self._signal.clear()
        now = shared_now(self._engine)
        on_postgres = self._engine.dialect.name == "postgresql"
        ids = sa.select(claimable(now, kinds, at_most).cte("chosen").c.id)
        statement = (
            sa.update(work)
            .where(one_of(ids, on_postgres=on_postgres))
            .values(
                state=WorkState.RUNNING.value,
                owner=owner,
                attempt=work.c.attempt + 1,
                claims=work.c.claims + 1,
                lease_until=now + lease // _MICROSECOND,
            )
            .returning(work)
        )
        rows = await self._changed(statement, first=along_the_index() if on_postgres else None)
        return sorted((item_from_row(row) for row in rows), key=lambda item: (item.due, item.id))

    async def beat(self, item: WorkItem, *, lease: timedelta) -> None:
        """Keep it for another lease."""
        now = shared_now(self._engine)
        await self._mine(item, lease_until=now + lease // _MICROSECOND)

    async def save_cursor(self, item: WorkItem, cursor: Mapping[str, Json]) -> None:
        """Keep how far it came."""
        await self._mine(item, cursor=dict(cursor))

    async def finish(self, item: WorkItem) -> None:
        """It is done."""
        await self._end(item, WorkState.DONE, reason=None)

    async def give_up(self, item: WorkItem, *, reason: str) -> None:
        """It is dead."""
        await self._end(item, WorkState.DEAD, reason=reason)

    async def retry(self, item: WorkItem, *, after: timedelta, reason: str) -> None:
        """Once more, after a while."""
        due = shared_now(self._engine) + after // _MICROSECOND
        await self._give_back(item, due=due, last_error=reason[:_LONGEST_ERROR])

    async def put_off(self, item: WorkItem, *, until: datetime | None = None) -> None:
        """As if the attempt had not been."""
        due = to_micros(item.due if until is None else until)
        await self._give_back(item, due=due, attempt=item.attempt - 1)

    async def wait(self, *, at_most_s: float) -> None:
        """For what is put in this process."""
        await self._signal.wait(at_most_s)

    async def _end(self, item: WorkItem, state: WorkState, *, reason: str | None) -> None:
        error = None if reason is None else reason[:_LONGEST_ERROR]
        now = shared_now(self._engine)
        await self._mine(
            item, state=state.value, finished_at=now, last_error=error, owner=None, lease_until=None
        )
        if item.order_key is not None:
            self._signal.set()

    async def _give_back(self, item: WorkItem, **values: object) -> None:
        await self._mine(item, state=WorkState.READY.value, owner=None, lease_until=None, **values)

    async def _mine(self, item: WorkItem, **values: object) -> None:
        statement = (
            sa.update(work)
            .where(
                work.c.id == int(item.id),
                work.c.state == WorkState.RUNNING.value,
                work.c.owner == item.owner,
                work.c.claims == item.claims,
            )
            .values(**values)
            .returning(work.c.id)
        )
        if not await self._changed(statement):
            raise LeaseLostError(f"job {item.id} is somebody else's by now")

    async def _changed(
        self, statement: sa.Executable, *, first: sa.Select[tuple[str]] | None = None
    ) -> list[Row]:
        transaction = Transaction(self._engine)
        try:
            if first is not None:
                await transaction.rows(first)
            rows = await transaction.returning(statement)
            await transaction.commit()
        finally:
            await transaction.close()
        return rows
