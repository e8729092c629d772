"""Turns, stored by a group commit: whatever has queued up goes into one transaction."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.sql import tables
from adapters.sql.mapping import turn_to_row
from adapters.sql.tenancy import seeing_every_tenant
from adapters.sql.transaction import Transaction
from adapters.sql.upsert import upsert
from application.acting import tenant
from domain.errors import ServiceError, UnavailableError
from domain.ids import TenantId
from domain.transcript import Turn

_MOST_PER_BATCH = 500

Waiting = tuple[Turn, TenantId, "asyncio.Future[None]"]


class SqlTurnJournal:
    """One writer task; everybody waits for the commit that holds their turn.

    Nothing waits for company: a turn that comes alone is written at once, and those that come while
    a commit is under way share the next one (group commit, as in database write-ahead logs).
    """

    def __init__(self, engine: AsyncEngine) -> None:
        # One batch holds turns of several tenants, each by the one it was recorded for.
        self._engine = seeing_every_tenant(engine)
        self._upsert = upsert(engine, tables.turns, key="id", keep=["session_id"])
        self._queue: asyncio.Queue[Waiting] = asyncio.Queue()
        self._writer: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to write; in the running event loop."""
        self._writer = asyncio.create_task(self._write_forever())

    async def stop(self) -> None:
        """Write what has queued up, then stop."""
        if self._writer is None:
            return
        await self._queue.join()
        self._writer.cancel()
        with suppress(asyncio.CancelledError):
            await self._writer
        self._writer = None

    async def record(self, turn: Turn) -> None:
        """Return once *turn* is committed."""
        if self._writer is None:
            raise UnavailableError("the turn journal is not running")
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait((turn, tenant(), stored))
        await stored

    async def _write_forever(self) -> None:
        while True:
            batch = [await self._queue.get()]
            while not self._queue.empty() and len(batch) < _MOST_PER_BATCH:
                batch.append(self._queue.get_nowait())
            await self._write(batch)
            for _ in batch:
                self._queue.task_done()

    async def _write(self, batch: Sequence[Waiting]) -> None:
        try:
            await self._commit(batch)
        except UnavailableError as error:
            _answer(batch, error)
        except ServiceError as error:
            if len(batch) == 1:
                _answer(batch, error)
                return
            # One turn that cannot be stored must not take the others with it.
            for waiting in batch:
                await self._write([waiting])
        except Exception as error:
            _answer(batch, error)
        else:
            _answer(batch, None)

    async def _commit(self, batch: Sequence[Waiting]) -> None:
        latest = {turn.id: {**turn_to_row(turn), "tenant_id": owner} for turn, owner, _ in batch}
        transaction = Transaction(self._engine)
        try:
            await transaction.write(self._upsert, list(latest.values()))
            await transaction.commit()
        finally:
            await transaction.close()


def _answer(batch: Sequence[Waiting], error: Exception | None) -> None:
    for *_, stored in batch:
        if stored.done():
            continue
        if error is None:
            stored.set_result(None)
        else:
            stored.set_exception(error)
