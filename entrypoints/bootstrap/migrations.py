"""The database's tables, brought to a version."""

from dataclasses import dataclass

from domain.errors import ConflictError
from entrypoints.bootstrap.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrations:
    """Where a database stands; *current* None means that it is empty."""

    current: str | None
    latest: str

    @property
    def is_latest(self) -> bool:
        """Whether nothing is left to do."""
        return self.current == self.latest


async def migrate(settings: Settings, revision: str = "head") -> None:
    """Upgrade; several processes may do it at once. Raises UnavailableError."""
    from adapters.sql.migrations_runner import migrate as run

    await run(settings.database_url, revision)


async def downgrade(settings: Settings, revision: str) -> None:
    """Go back; `base` removes every table. Raises UnavailableError."""
    from adapters.sql.migrations_runner import downgrade as run

    await run(settings.database_url, revision)


async def migrations(settings: Settings) -> Migrations:
    """Where the database stands. Raises UnavailableError."""
    from adapters.sql.migrations_runner import migration_status

    status = await migration_status(settings.database_url)
    return Migrations(current=status.current, latest=status.latest)


async def require_latest(settings: Settings) -> None:
    """Raises ConflictError, saying what to do, when the tables are not those this version needs."""
    found = await migrations(settings)
    if not found.is_latest:
        raise ConflictError(
            f"the database is at {found.current or 'nothing'}, and {found.latest} is needed:"
            " run `voice-agent db upgrade`"
        )
