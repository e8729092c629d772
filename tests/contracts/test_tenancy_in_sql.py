"""The one choke-point: what it does to statements, however they are nested."""

import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.sql import store as every_table  # noqa: F401
from adapters.sql.contact_tables import erasure_receipts
from adapters.sql.engine import create_engine
from adapters.sql.migrations_runner import migrate
from adapters.sql.store import SqlStore
from adapters.sql.tables import leads, metadata, remembered_sessions, turns, voice_sessions
from adapters.sql.tenancy import (
    TenancyError,
    keep_tenants_apart,
    scope_of,
    seeing_every_tenant,
)
from application.acting import act_for
from domain.ids import TenantId
from tests.contracts.store import a_session
from tests.contracts.tenant_world import build_world

SYSTEM_TABLES = {
    # Workers serve all tenants.
    "worker_beats",
}
NORTH, SOUTH = TenantId("north"), TenantId("south")


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """A database in which all that there is belongs to the north."""
    url = f"sqlite:///{tmp_path}/apart.db"
    await migrate(url)
    store = SqlStore(url)
    await store.open()
    with act_for(NORTH):
        await build_world(store)
    await store.close()
    engine = create_engine(url)
    keep_tenants_apart(engine)
    yield engine
    await engine.dispose()


def test_every_table_is_a_tenants_or_named_here() -> None:
    without = {name for name, table in metadata.tables.items() if "tenant_id" not in table.c}
    assert without == SYSTEM_TABLES


async def found(engine: AsyncEngine, query: sa.Select[Any]) -> list[Any]:
    async with engine.connect() as connection:
        with scope_of(engine):
            return list((await connection.execute(query)).scalars())


async def test_a_cached_statement_asks_anew_who_acts(engine: AsyncEngine) -> None:
    query = sa.select(leads.c.id)
    for _ in range(2):
        with act_for(NORTH):
            assert await found(engine, query) == ["led_1"]
        with act_for(SOUTH):
            assert await found(engine, query) == []
        assert await found(seeing_every_tenant(engine), query) == ["led_1"]


async def test_an_outer_join_keeps_rows_whose_partner_is_another_tenants(
    engine: AsyncEngine,
) -> None:
    async with seeing_every_tenant(engine).connect() as connection:
        with scope_of(seeing_every_tenant(engine)):
            moved = sa.update(remembered_sessions).values(tenant_id="south")
            await connection.execute(moved)
            await connection.commit()
    joined = (
        sa.select(voice_sessions.c.id)
        .outerjoin(remembered_sessions, remembered_sessions.c.session_id == voice_sessions.c.id)
        .where(remembered_sessions.c.session_id.is_(None))
        .order_by(voice_sessions.c.id)
    )
    with act_for(NORTH):
        assert await found(engine, joined) == ["ses_001", "ses_002", "ses_003"]


def nested(chance: random.Random, depth: int) -> sa.Select[tuple[str]]:
    """A query for ids of sessions or of what belongs to them, nested at random."""
    table = chance.choice([voice_sessions, leads, turns])
    column = table.c.id if table is voice_sessions else table.c.session_id
    if depth == 0:
        return sa.select(column)
    inner = nested(chance, depth - 1)
    shapes = {
        "in": lambda: sa.select(column).where(column.in_(inner)),
        "subquery": lambda: sa.select(inner.subquery().c[0]),
        "cte": lambda: sa.select(inner.cte().c[0]),
        "alias": lambda: sa.select(table.alias().c.id),
        "union": lambda: sa.select(sa.union(inner, nested(chance, depth - 1)).subquery().c[0]),
        "exists": lambda: sa.select(column).where(inner.exists()),
        "join": lambda: sa.select(column).join(
            voice_sessions.alias("v"), sa.literal(True), isouter=chance.random() < 0.5
        ),
        "scalar": lambda: sa.select(inner.limit(1).scalar_subquery()).where(inner.exists()),
        "beside": lambda: sa.select(column).select_from(table, inner.subquery()),
    }
    return shapes[chance.choice(sorted(shapes))]()


@pytest.mark.filterwarnings("ignore:SELECT statement has a cartesian product")
async def test_no_nesting_of_queries_reaches_past_the_tenant(engine: AsyncEngine) -> None:
    chance = random.Random(6)
    by_owner = 0
    for depth in (0, 1, 2, 3, 4):
        for _ in range(40):
            query = nested(chance, depth).limit(5)
            counted = sa.select(sa.func.count().label("id")).select_from(query.subquery())
            with act_for(SOUTH):
                assert await found(engine, query) == [], str(query)
                assert await found(engine, counted) == [0], str(counted)
            with act_for(NORTH):
                by_owner += bool(await found(engine, query))
    assert by_owner > 150


@pytest.mark.parametrize(
    "statement",
    [
        sa.text("SELECT * FROM turns"),
        sa.select(sa.text("text")).select_from(sa.text("TURNS")),
        sa.select(sa.column("text")).select_from(sa.table("turns")),
        sa.select(sa.literal_column("(SELECT max(text) FROM turns)")),
        sa.update(leads).values(revision=9).where(leads.c.session_id == voice_sessions.c.id),
        sa.delete(leads).where(leads.c.session_id == voice_sessions.c.id),
    ],
)
async def test_what_cannot_be_kept_apart_is_refused(
    engine: AsyncEngine, statement: sa.Executable
) -> None:
    async with engine.connect() as connection:
        with pytest.raises(TenancyError):
            await connection.execute(statement)


async def test_sql_for_the_driver_is_refused_too(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.exec_driver_sql("SELECT 1")
        with pytest.raises(TenancyError):
            await connection.exec_driver_sql("SELECT * FROM turns")


async def test_a_row_taken_from_a_query_is_the_acting_tenants(engine: AsyncEngine) -> None:
    names = ["id", "session_id", "fields", "revision"]
    copied = sa.select(sa.literal("led_9"), sa.literal("ses_002"), sa.literal("{}"), sa.literal(1))
    async with engine.connect() as connection:
        with act_for(SOUTH):
            await connection.exec_driver_sql("BEGIN")
            await connection.execute(sa.insert(leads).from_select(names, copied))
            assert list((await connection.execute(sa.select(leads.c.id))).scalars()) == ["led_9"]
        with act_for(NORTH):
            assert list((await connection.execute(sa.select(leads.c.id))).scalars()) == ["led_1"]


async def test_scopes_are_never_mixed_up(engine: AsyncEngine) -> None:
    query = sa.select(turns.c.id).where(turns.c.session_id == a_session().id)
    async with seeing_every_tenant(engine).connect() as connection:
        with pytest.raises(TenancyError):
            await connection.execute(query)


@pytest.mark.parametrize("at_once", [False, True])
async def test_a_row_is_the_acting_tenants_whatever_it_says(
    engine: AsyncEngine, at_once: bool
) -> None:
    row = {"id": "led_9", "session_id": "ses_002", "fields": {}, "revision": 1} | {
        "tenant_id": "north"
    }
    async with engine.connect() as connection:
        await connection.exec_driver_sql("BEGIN")
        with act_for(SOUTH):
            if at_once:
                await connection.execute(sa.insert(leads), [row])
            else:
                await connection.execute(sa.insert(leads).values(row))
            assert list((await connection.execute(sa.select(leads.c.id))).scalars()) == ["led_9"]


async def test_several_rows_in_one_statement_cannot_say_whose_they_are(
    engine: AsyncEngine,
) -> None:
    rows = [{"id": "era_9", "at": 1, "erased": {}, "exceptions": [], "tenant_id": "north"}]
    async with engine.connect() as connection:
        with pytest.raises(sa.exc.InvalidRequestError):
            await connection.execute(sa.insert(erasure_receipts).values(rows))


async def test_who_sees_every_tenant_says_whose_a_row_is(engine: AsyncEngine) -> None:
    wide = seeing_every_tenant(engine)
    async with wide.connect() as connection:
        with scope_of(wide), pytest.raises(TenancyError):
            await connection.execute(
                sa.insert(leads), [{"id": "l", "session_id": "s", "fields": {}, "revision": 1}]
            )
