"""Runs migrations on the connection it is handed; see adapters/sql/migrations_runner.py."""

from adapters.sql.tables import metadata
from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the runner holds the transaction
)
context.run_migrations()
