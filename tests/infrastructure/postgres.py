"""A throw-away Postgres cluster from the machine's own binaries: one a run, a database a test."""

import asyncio
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import asyncpg
import pytest

from adapters.sql.migrations_runner import migrate

_START_WITHIN_S = 30
_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[str]:
    """Where a server of our own answers; its template database has our tables."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="voice-agent-pg-"))
    user = _unprivileged(folder)
    port = _free_port()
    data = folder / "data"
    _run(user, programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8")
    server = subprocess.Popen(
        [programs / "postgres", "-D", data, "-p", str(port), "-k", folder, "-h", "127.0.0.1"],
        user=user,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"postgresql://postgres@127.0.0.1:{port}"
        asyncio.run(_prepare(url))
        yield url
    finally:
        server.terminate()
        server.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
async def postgres_url(postgres_cluster: str) -> str:
    """A fresh database with our tables."""
    name = f"test_{next(_numbers)}"
    connection = await asyncpg.connect(f"{postgres_cluster}/postgres")
    await connection.execute(f"CREATE DATABASE {name} TEMPLATE migrated")
    await connection.close()
    return f"{postgres_cluster}/{name}"


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    if on_path:
        return Path(on_path).parent
    pytest.fail("these tests need PostgreSQL's programs: apt-get install postgresql")


def _unprivileged(folder: Path) -> str | None:
    if os.geteuid() != 0:
        return None
    user = "postgres" if any(one.pw_name == "postgres" for one in pwd.getpwall()) else "nobody"
    shutil.chown(folder, user)
    return user


def _run(user: str | None, *command: object) -> None:
    subprocess.run([str(part) for part in command], user=user, check=True, capture_output=True)


async def _prepare(url: str) -> None:
    async with asyncio.timeout(_START_WITHIN_S):
        connection = await _connected(f"{url}/postgres")
    await connection.execute("CREATE DATABASE migrated")
    await connection.close()
    await migrate(f"{url}/migrated")


async def _connected(url: str) -> asyncpg.Connection:
    while True:
        try:
            return await asyncpg.connect(url)
        except (OSError, asyncpg.PostgresError):
            await asyncio.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
