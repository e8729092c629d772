"""Bring a database to a version of its tables."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from adapters.sql.engine import create_engine
from adapters.sql.errors import translated
from adapters.sql.row_security import lift_policies, secure
from alembic import command
from domain.errors import RejectedError

_IN_WHEEL = Path(__file__).parent / "migrations"
_IN_REPOSITORY = Path(__file__).parents[2] / "alembic"
_LOCK = 7_401_922  # any number, as long as every process uses the same


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrationStatus:
    """*current* None means an empty database."""

    current: str | None
    latest: str

    @property
    def is_latest(self) -> bool:
        """Whether nothing is left to do."""
        return self.current == self.latest


async def migrate(url: str, revision: str = "head") -> None:
    """Upgrade to *revision*. Two processes may do it at once. Raises UnavailableError.

    On Postgres every table is under row level security afterwards.
    """
    await _run(url, lambda config: command.upgrade(config, revision))


async def downgrade(url: str, revision: str = "-1") -> None:
    """Go back to *revision*; `base` empties the database. Raises UnavailableError."""
    await _run(url, lambda config: command.downgrade(config, revision), lifting=True)


async def migration_status(url: str) -> MigrationStatus:
    """Where the database stands. Raises UnavailableError."""
    engine = create_engine(url)
    try:
        with translated():
            async with engine.connect() as connection:
                current = await connection.run_sync(
                    lambda sync: MigrationContext.configure(sync).get_current_revision()
                )
    finally:
        await engine.dispose()
    latest = ScriptDirectory.from_config(_config()).get_current_head()
    return MigrationStatus(current=current, latest=latest or "")


def _config() -> Config:
    config = Config()
    place = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_REPOSITORY
    config.set_main_option("script_location", str(place))
    return config


def _on_sqlite(connection: Connection, step: Callable[[], None]) -> None:
    # A table is changed by making it anew, during which nothing can refer to it; that no reference
    # was lost is looked at before the end. The switch counts outside of a transaction only.
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    step()
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise RejectedError("the migration would leave rows that refer to nothing")
    connection.exec_driver_sql("COMMIT")


async def _run(url: str, step: Callable[[Config], None], *, lifting: bool = False) -> None:
    engine = create_engine(url)

    def locked(connection: Connection) -> None:
        config = _config()
        config.attributes["connection"] = connection
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            if lifting:
                lift_policies(connection)
            step(config)
            secure(connection)
        else:
            _on_sqlite(connection, partial(step, config))

    try:
        with translated():
            async with engine.begin() as connection:
                await connection.run_sync(locked)
    finally:
        await engine.dispose()
