"""Workers' signs of life in the database."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.sql import tables
from adapters.sql.times import from_micros, to_micros
from adapters.sql.transaction import Transaction
from adapters.sql.upsert import upsert
from application.ports.health import WorkerBeat
from domain.ids import WorkerId

_beats = tables.worker_beats


class SqlWorkerBeats:
    """One row a worker."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def beat(self, beat: WorkerBeat) -> None:
        """Replace the worker's last beat."""
        row = {
            "worker_id": beat.worker_id,
            "active": beat.active,
            "capacity": beat.capacity,
            "draining": beat.draining,
            "at": to_micros(beat.at),
        }
        transaction = Transaction(self._engine)
        try:
            await transaction.write(upsert(self._engine, _beats, key="worker_id"), [row])
            await transaction.commit()
        finally:
            await transaction.close()

    async def find_since(self, since: datetime) -> tuple[WorkerBeat, ...]:
        """The workers heard of since then."""
        transaction = Transaction(self._engine)
        try:
            rows = await transaction.rows(
                sa.select(_beats)
                .where(_beats.c.at >= to_micros(since))
                .order_by(_beats.c.worker_id)
            )
        finally:
            await transaction.close()
        return tuple(
            WorkerBeat(
                worker_id=WorkerId(row["worker_id"]),
                active=row["active"],
                capacity=row["capacity"],
                draining=row["draining"],
                at=from_micros(row["at"]),
            )
            for row in rows
        )
