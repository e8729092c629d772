"""However much waits, a runner's look at it follows an index: the databases say so themselves."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from adapters.sql.engine import create_engine
from adapters.sql.migrations_runner import migrate
from adapters.sql.work_claim import along_the_index, claimable
from adapters.sql.work_rows import shared_now


async def plan_of_a_claim(url: str) -> str:
    engine = create_engine(url)
    on_sqlite = engine.dialect.name == "sqlite"
    query = claimable(shared_now(engine), ("ring", "event"), 10)
    compiled = query.compile(engine.sync_engine, compile_kwargs={"literal_binds": True})
    try:
        async with engine.connect() as connection:
            if not on_sqlite:
                await connection.execute(along_the_index())
            explain = "EXPLAIN QUERY PLAN" if on_sqlite else "EXPLAIN (COSTS OFF)"
            found = await connection.execute(sa.text(f"{explain} {compiled}"))
            return "\n".join(row[-1] for row in found)
    finally:
        await engine.dispose()


async def test_sqlite_sorts_nothing_but_what_it_took(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/plan.db"
    await migrate(url)
    plan = await plan_of_a_claim(url)
    assert "SEARCH work USING INDEX ix_work_ready (due<?)" in plan
    assert "SCAN work USING INDEX ix_work_running" in plan
    assert plan.count("TEMP B-TREE") == 1


@pytest.mark.postgres
async def test_postgres_sorts_nothing_but_what_it_took(postgres_url: str) -> None:
    plan = await plan_of_a_claim(postgres_url)
    assert "Index Scan using ix_work_ready on work" in plan
    assert "Index Scan using ix_work_running on work" in plan
    assert plan.count("Sort Key") == 1
