"""Who reaches which rows past the service: as Supabase's roles would, on a real Postgres."""

import json
from collections.abc import AsyncIterator

import asyncpg
import pytest

from adapters.sql.migrations_runner import migrate
from adapters.sql.row_security import USERS_MAY_READ
from adapters.sql.store import SqlStore
from application.acting import act_for
from domain.ids import TenantId
from tests.contracts.store import an_agent

pytestmark = pytest.mark.postgres

_ROLES = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'anon') THEN
    CREATE ROLE anon NOLOGIN;
    CREATE ROLE authenticated NOLOGIN;
    CREATE ROLE service_role NOLOGIN BYPASSRLS;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO anon, authenticated, service_role;
"""
# As a project of Supabase begins: whatever is created in `public` is everybody's.
_GENEROUS = (
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public"
    " GRANT ALL ON TABLES TO anon, authenticated, service_role;"
)
_TABLES = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
)


@pytest.fixture(params=["new", "from elsewhere"])
async def project(
    request: pytest.FixtureRequest, postgres_cluster: str, postgres_url: str
) -> AsyncIterator[asyncpg.Connection]:
    """A database with Supabase's roles: our tables came after them, or were there before."""
    url = postgres_url
    if request.param == "new":
        url = f"{postgres_cluster}/project_{postgres_url.rpartition('_')[2]}"
        await _run(f"{postgres_cluster}/postgres", f"CREATE DATABASE {url.rpartition('/')[2]}")
        await _run(url, _ROLES + _GENEROUS)
    else:
        everything = "GRANT ALL ON ALL TABLES IN SCHEMA public TO anon, authenticated;"
        await _run(url, _ROLES + everything)
    await migrate(url)
    await _two_tenants(url)
    connection = await asyncpg.connect(url)
    yield connection
    await connection.close()


async def _run(url: str, sql: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(sql)
    await connection.close()


async def _two_tenants(url: str) -> None:
    store = SqlStore(url)
    for tenant in ("north", "south"):
        with act_for(TenantId(tenant)):
            async with store.unit_of_work() as uow:
                await uow.agents.add(an_agent(f"agent-of-{tenant}"))
                await uow.commit()
    await store.close()


async def tables(project: asyncpg.Connection) -> list[str]:
    return sorted(row["relname"] for row in await project.fetch(_TABLES))


async def readable(project: asyncpg.Connection) -> set[str]:
    """What the role that is set may read, row or no row."""
    found = set()
    for table in await tables(project):
        try:
            await project.fetch(f'TABLE "{table}"')
        except asyncpg.InsufficientPrivilegeError:
            continue
        found.add(table)
    return found


async def test_every_table_is_under_row_level_security(project: asyncpg.Connection) -> None:
    bare = await project.fetch(_TABLES + " AND NOT relrowsecurity")
    assert [row["relname"] for row in bare] == []
    assert len(await tables(project)) > 20


async def test_strangers_read_no_table(project: asyncpg.Connection) -> None:
    await project.execute("SET ROLE anon")
    assert await readable(project) == set()


async def test_users_read_what_is_their_tenants(project: asyncpg.Connection) -> None:
    await project.execute("SET ROLE authenticated")
    assert await readable(project) == USERS_MAY_READ
    assert await project.fetch("SELECT * FROM agent_versions") == []
    for claims, seen in (
        ({"app_metadata": {"tenant_id": "north"}}, ["agent-of-north"]),
        ({"app_metadata": {"tenant_id": "east"}}, []),
        ({"user_metadata": {"tenant_id": "north"}, "tenant_id": "north"}, []),
    ):
        await project.execute(
            "SELECT set_config('request.jwt.claims', $1, false)", json.dumps(claims)
        )
        rows = await project.fetch("SELECT agent_id FROM agent_versions")
        assert [row["agent_id"] for row in rows] == seen, claims


@pytest.mark.parametrize(
    "write",
    ["UPDATE agent_versions SET version = 9", "DELETE FROM turns", "TRUNCATE leads CASCADE"],
)
async def test_users_write_nothing(project: asyncpg.Connection, write: str) -> None:
    await project.execute("SET ROLE authenticated")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await project.execute(write)


async def test_the_service_role_reaches_everything(project: asyncpg.Connection) -> None:
    everything = set(await tables(project))
    await project.execute("SET ROLE service_role")
    assert await readable(project) == everything
    rows = await project.fetch("SELECT agent_id FROM agent_versions ORDER BY agent_id")
    assert [row["agent_id"] for row in rows] == ["agent-of-north", "agent-of-south"]
