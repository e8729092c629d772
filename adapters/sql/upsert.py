"""Insert a row, or change it where its key is taken: the one statement the two dialects share."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine


def unless_there(engine: AsyncEngine, table: sa.Table, row: Mapping[str, object]) -> sa.Insert:
    """Of a tenant's rows with the same `key` the first one stays."""
    dialect = sqlite if engine.dialect.name == "sqlite" else postgresql
    statement: sa.Insert = (
        dialect.insert(table)
        .values(row)
        .on_conflict_do_nothing(index_elements=["tenant_id", "key"])
    )
    return statement


def upsert(
    engine: AsyncEngine, table: sa.Table, *, key: str, keep: Sequence[str] = ()
) -> sa.Insert:
    """Rows are told apart by *key*; of one that is there, all but *keep* is replaced."""
    dialect = sqlite if engine.dialect.name == "sqlite" else postgresql
    insert = dialect.insert(table)
    changed = {
        column.name: insert.excluded[column.name]
        for column in table.columns
        if column.name not in {key, "tenant_id", *keep}
    }
    statement: sa.Insert = insert.on_conflict_do_update(index_elements=[key], set_=changed)
    return statement
