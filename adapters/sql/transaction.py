"""One transaction on one connection, begun as late as possible."""

import logging
import secrets
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.sql.errors import translated
from adapters.sql.finishing import finished
from adapters.sql.mapping import Row
from adapters.sql.tenancy import scope_of
from adapters.sql.upsert import unless_there
from adapters.sql.work_rows import job_to_row
from adapters.sql.work_tables import work
from application.stored_events import event_job
from domain.events import DomainEvent

log = logging.getLogger(__name__)

T = TypeVar("T")


class Transaction:
    """Connects at the first statement; on SQLite a write takes the write lock before it looks.

    Reads before a write are repeated by nobody: optimistic revisions guard them.
    """

    def __init__(self, engine: AsyncEngine, *, on_work: Callable[[], None] | None = None) -> None:
        self._engine = engine
        self._on_work = on_work
        self._brings_work = False
        self._connection: AsyncConnection | None = None
        self._is_sqlite = engine.dialect.name == "sqlite"
        self._writing = False

    async def rows(self, query: sa.Select[Any]) -> Sequence[Row]:
        """The rows *query* finds."""
        with translated():
            connection = await self._connected()
            with scope_of(self._engine):
                result = await self._ended(connection.execute(query))
            return list(result.mappings())

    async def row(self, query: sa.Select[Any]) -> Row | None:
        """The first row *query* finds."""
        found = await self.rows(query.limit(1))
        return found[0] if found else None

    async def write(
        self,
        statement: sa.Insert | sa.Update | sa.Delete,
        values: Sequence[Mapping[str, object]] = (),
    ) -> int:
        """How many rows *statement* wrote or removed."""
        with translated():
            connection = await self._for_writing()
            with scope_of(self._engine):
                result = await self._ended(connection.execute(statement, values or None))
            return result.rowcount

    async def insert_unless_there(self, table: sa.Table, row: Mapping[str, object]) -> int:
        """How many rows were inserted: none where the `key` of *row* is taken."""
        return await self.write(unless_there(self._engine, table, row))

    async def returning(self, statement: sa.Executable) -> list[Row]:
        """What *statement* wrote, as it is now."""
        with translated():
            connection = await self._for_writing()
            with scope_of(self._engine):
                result = await self._ended(connection.execute(statement))
            return [*result.mappings()]

    def brings_work(self) -> None:
        """Say so to who waits for work, once it is durable."""
        self._brings_work = True

    async def publish(self, events: Sequence[DomainEvent]) -> None:
        """Put *events* on the queue of durable work."""
        for event in events:
            job = event_job(event, secrets.token_hex(16))
            await self.write(unless_there(self._engine, work, job_to_row(job, self._engine)))
            self.brings_work()

    async def commit(self) -> None:
        """Make it durable."""
        if self._connection is None:
            return
        with translated():
            await self._ended(self._committed(self._connection))

    async def _committed(self, connection: AsyncConnection) -> None:
        if self._is_sqlite and self._writing:
            await connection.exec_driver_sql("COMMIT")
        await connection.commit()
        self._writing = False
        if self._brings_work and self._on_work is not None:
            self._on_work()
        self._brings_work = False

    async def close(self) -> None:
        """Give the connection back; what was not committed did not happen."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            await self._ended(self._given_back(connection))
        except (DBAPIError, OSError, TimeoutError) as error:
            # Whoever uses the transaction was told of what counts: to say more here would take the
            # place of that, of a cancellation too.
            log.warning("connection not given back", extra={"error": type(error).__name__})

    async def _given_back(self, connection: AsyncConnection) -> None:
        try:
            if self._is_sqlite and self._writing:
                await connection.exec_driver_sql("ROLLBACK")
        finally:
            self._writing = False
            await connection.close()

    async def _for_writing(self) -> AsyncConnection:
        connection = await self._connected()
        if self._is_sqlite and not self._writing:
            await self._ended(self._begun(connection))
        self._writing = True
        return connection

    async def _begun(self, connection: AsyncConnection) -> None:
        await connection.exec_driver_sql("BEGIN IMMEDIATE")
        # Here, where no cancellation comes between: what has begun must be rolled back.
        self._writing = True

    async def _connected(self) -> AsyncConnection:
        if self._connection is None:
            return await self._ended(self._connect())
        return self._connection

    async def _connect(self) -> AsyncConnection:
        # Kept here: were it kept by who asked, a cancellation would lose it.
        self._connection = await self._engine.connect()
        return self._connection

    async def _ended(self, work: Coroutine[Any, Any, T]) -> T:
        return await (finished(work) if self._is_sqlite else work)
