"""The connection to SQLite or Postgres."""

import secrets
import sqlite3
from pathlib import Path

from sqlalchemy import URL, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random

_COMMAND_TIMEOUT_S = 10
_BUSY_TIMEOUT_MS = 5_000
_TRANSACTION_POOLER_PORT = 6543


def normalised(url: str) -> URL:
    """*url* with our drivers: `postgres://`, `postgresql://` and `sqlite://` are all understood."""
    parsed = make_url(url)
    backend = parsed.get_backend_name() if "+" in parsed.drivername else parsed.drivername
    match backend:
        case "postgres" | "postgresql":
            return parsed.set(drivername="postgresql+asyncpg")
        case "sqlite":
            return parsed.set(drivername="sqlite+aiosqlite")
        case other:
            raise ValueError(
                f"DATABASE_URL must start with sqlite:// or postgresql://, not {other}"
            )


def create_engine(url: str) -> AsyncEngine:
    """An engine that keeps the promises of the unit of work on either database.

    It executes whatever it is told; `keep_tenants_apart` makes one that serves requests.
    """
    parsed = normalised(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    return _postgres(parsed)


def _sqlite(url: URL) -> AsyncEngine:
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(url, pool_size=5, max_overflow=5)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # The driver must not begin transactions by itself: ours begin as IMMEDIATE before a write.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MS}")
    # Several processes that open a new file at once: the switch to WAL does not wait as others do.
    for attempt in Retrying(
        retry=retry_if_exception(_is_locked),
        stop=stop_after_delay(_BUSY_TIMEOUT_MS / 1000),
        wait=wait_random(0.002, 0.02),
        reraise=True,
    ):
        with attempt:
            cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _is_locked(error: BaseException) -> bool:
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


def _postgres(url: URL) -> AsyncEngine:
    arguments: dict[str, object] = {"timeout": 5, "command_timeout": _COMMAND_TIMEOUT_S}
    query = dict(url.query)
    sslmode = query.pop("sslmode", None)
    if sslmode is not None:
        arguments["ssl"] = sslmode
    pooler = query.pop("pooler", None)
    if pooler == "transaction" or url.port == _TRANSACTION_POOLER_PORT:
        # A transaction pooler hands each transaction to another server connection, where a
        # prepared statement of ours does not exist.
        arguments |= {
            "statement_cache_size": 0,
            "prepared_statement_cache_size": 0,
            "prepared_statement_name_func": _unique_statement_name,
        }
    return create_async_engine(
        url.set(query=query),
        connect_args=arguments,
        pool_size=5,
        max_overflow=5,
        pool_timeout=5,
        pool_pre_ping=True,
        pool_recycle=300,
    )


def _unique_statement_name() -> str:
    return f"__va_{secrets.token_hex(16)}__"
