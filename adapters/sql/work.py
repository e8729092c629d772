"""Durable work and effects inside a transaction."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.sql.transaction import Transaction
from adapters.sql.upsert import unless_there
from adapters.sql.work_rows import effect_from_row, effect_to_row, job_to_row
from adapters.sql.work_tables import effects, work
from application.ports.work_queue import Effect, Job


class SqlWorkQueue:
    """A row a job; the first of a key stays."""

    def __init__(self, transaction: Transaction, engine: AsyncEngine) -> None:
        self._transaction = transaction
        self._engine = engine

    async def put(self, job: Job) -> None:
        """Have it done after the commit."""
        row = job_to_row(job, self._engine)
        await self._transaction.write(unless_there(self._engine, work, row))
        self._transaction.brings_work()


class SqlEffects:
    """A row an effect; the first of a key stays."""

    def __init__(self, transaction: Transaction, engine: AsyncEngine) -> None:
        self._transaction = transaction
        self._engine = engine

    async def find(self, key: str) -> Effect | None:
        """The effect done under *key*."""
        row = await self._transaction.row(sa.select(effects).where(effects.c.key == key))
        return None if row is None else effect_from_row(row)

    async def add(self, effect: Effect) -> None:
        """Keep that it was done."""
        row = effect_to_row(effect)
        await self._transaction.write(unless_there(self._engine, effects, row))
