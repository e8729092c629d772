"""The same promises, kept in memory, on SQLite and on Postgres."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.in_memory import InMemoryStore
from adapters.sql.migrations_runner import downgrade, migrate, migration_status
from adapters.sql.store import SqlStore
from domain.errors import ConflictError, UnavailableError
from domain.ids import VoiceSessionId
from tests.contracts.agents import AgentsContract
from tests.contracts.analytics import CallStatisticsContract
from tests.contracts.completed_leads import CompletedLeadsContract
from tests.contracts.contact_merging import ContactMergingContract
from tests.contracts.contacts import ContactsContract
from tests.contracts.crm import CrmContract
from tests.contracts.erasures import ErasuresContract
from tests.contracts.idempotency import KeyedRequestsContract
from tests.contracts.insights import CallInsightsContract
from tests.contracts.remembering import RememberingContract
from tests.contracts.session_commands import SessionCommandsContract
from tests.contracts.store import StoreContract, a_session, a_turn, keep
from tests.contracts.tenant_world import build_world, every_reach
from tests.contracts.tenants import TenantsContract, seen
from tests.contracts.webhooks import WebhooksContract
from tests.contracts.work import WorkContract
from tests.contracts.workflows import WorkflowsContract


class EveryStore(
    StoreContract,
    AgentsContract,
    SessionCommandsContract,
    ContactsContract,
    ContactMergingContract,
    ErasuresContract,
    RememberingContract,
    CallInsightsContract,
    CallStatisticsContract,
    CompletedLeadsContract,
    CrmContract,
    WebhooksContract,
    KeyedRequestsContract,
    WorkContract,
    WorkflowsContract,
    TenantsContract,
):
    """All that is promised of a store."""


class TestInMemoryStore(EveryStore):
    @pytest.fixture
    def store(self) -> InMemoryStore:
        return InMemoryStore()


class SqlContract(EveryStore):
    """What only databases can break."""

    async def test_a_turn_without_a_session_fails_alone(self, store: SqlStore) -> None:
        import asyncio

        await keep(store, a_session())
        stray = replace(a_turn(9), session_id=VoiceSessionId("ses_none"))
        good = [store.journal.record(a_turn(number)) for number in range(3)]
        results = await asyncio.gather(*good, store.journal.record(stray), return_exceptions=True)
        assert [type(result) for result in results] == [type(None)] * 3 + [ConflictError]

    async def test_a_stopped_journal_says_so(self, store: SqlStore) -> None:
        await store.journal.stop()
        with pytest.raises(UnavailableError):
            await store.journal.record(a_turn(1))


class TestSqliteStore(SqlContract):
    @pytest.fixture
    async def store(self, tmp_path: Path) -> AsyncIterator[SqlStore]:
        url = f"sqlite:///{tmp_path}/deep/er/test.db"
        await migrate(url)
        store = SqlStore(url)
        await store.open()
        yield store
        await store.close()

    async def test_what_was_told_stored_survives_kill_9(self, tmp_path: Path) -> None:
        url = f"sqlite:///{tmp_path}/killed.db"
        await migrate(url)
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, url], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        told = [writer.stdout.readline().strip() for _ in range(200)]
        writer.kill()
        told += [line.strip() for line in writer.stdout if line.endswith("\n")]
        writer.wait()
        writer.stdout.close()
        store = SqlStore(url)
        async with store.unit_of_work() as uow:
            kept = {turn.id for turn in (await uow.turns.transcript(a_session().id)).turns}
        await store.close()
        assert set(told) <= kept


@pytest.mark.postgres
class TestPostgresStore(SqlContract):
    @pytest.fixture
    async def store(self, postgres_url: str) -> AsyncIterator[SqlStore]:
        store = SqlStore(postgres_url)
        await store.open()
        yield store
        await store.close()


class MigrationsContract:
    """Up, down and up again."""

    async def test_every_step_goes_up_and_down(self, url: str) -> None:
        await migrate(url)
        assert (await migration_status(url)).is_latest
        await downgrade(url, "base")
        assert (await migration_status(url)).current is None
        await migrate(url)
        assert (await migration_status(url)).is_latest

    async def test_what_was_there_before_tenants_is_the_default_ones(self, url: str) -> None:
        await migrate(url)
        store = SqlStore(url)
        await store.open()
        try:
            await build_world(store)
            reads = [reach for reach in every_reach() if reach.reads]
            before = await seen(store, reads)
            await downgrade(url, "0012")
            await migrate(url)
            assert await seen(store, reads) == before
        finally:
            await store.close()


class TestSqliteMigrations(MigrationsContract):
    @pytest.fixture
    def url(self, tmp_path: Path) -> str:
        return f"sqlite:///{tmp_path}/stairs.db"


@pytest.mark.postgres
class TestPostgresMigrations(MigrationsContract):
    @pytest.fixture
    def url(self, postgres_url: str) -> str:
        return postgres_url


def test_processes_that_open_a_new_file_at_once_all_get_in(tmp_path: Path) -> None:
    for attempt in range(25):
        url = f"sqlite:///{tmp_path}/new-{attempt}.db"
        with ThreadPoolExecutor(max_workers=4) as together:
            opening = [together.submit(asyncio.run, migrate(url)) for _ in range(4)]
            for one in opening:
                one.result()


async def test_a_database_that_is_away_is_unavailable() -> None:
    store = SqlStore("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(UnavailableError):
        async with store.unit_of_work() as uow:
            await uow.sessions.find_page(after=None, limit=1)
    await store.close()


_WRITER = """
import asyncio, sys
from adapters.sql.store import SqlStore
from tests.contracts.session_commands import SessionCommandsContract
from tests.contracts.store import a_session, a_turn, keep

async def write(store, number):
    turn = a_turn(number)
    await store.journal.record(turn)
    print(turn.id, flush=True)

async def main():
    store = SqlStore(sys.argv[1])
    await store.open()
    await keep(store, a_session())
    for start in range(0, 100000, 8):
        await asyncio.gather(*(write(store, start + n) for n in range(8)))

asyncio.run(main())
"""
