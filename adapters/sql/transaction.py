"""One transaction on one connection, begun as late as possible."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.sql import tables
from adapters.sql.errors import translated
from adapters.sql.mapping import Row, event_to_row
from domain.events import DomainEvent


class Transaction:
    """Connects at the first statement; on SQLite a write takes the write lock before it looks.

    Reads before a write are repeated by nobody: optimistic revisions guard them.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._connection: AsyncConnection | None = None
        self._is_sqlite = engine.dialect.name == "sqlite"
        self._writing = False

    async def rows(self, query: sa.Select[Any]) -> Sequence[Row]:
        """The rows *query* finds."""
        with translated():
            result = await (await self._connected()).execute(query)
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
            connection = await self._connected()
            if self._is_sqlite and not self._writing:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            self._writing = True
            if values:
                return (await connection.execute(statement, values)).rowcount
            return (await connection.execute(statement)).rowcount

    async def publish(self, events: Sequence[DomainEvent]) -> None:
        """Put *events* in the outbox."""
        if events:
            await self.write(sa.insert(tables.outbox), [event_to_row(event) for event in events])

    async def commit(self) -> None:
        """Make it durable."""
        if self._connection is None:
            return
        with translated():
            if self._is_sqlite and self._writing:
                await self._connection.exec_driver_sql("COMMIT")
            await self._connection.commit()
        self._writing = False

    async def close(self) -> None:
        """Give the connection back; what was not committed did not happen."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        with translated():
            try:
                if self._is_sqlite and self._writing:
                    await connection.exec_driver_sql("ROLLBACK")
            finally:
                self._writing = False
                await connection.close()

    async def _connected(self) -> AsyncConnection:
        if self._connection is None:
            self._connection = await self._engine.connect()
        return self._connection
