"""The database as one thing to open and close."""

from adapters.sql.engine import create_engine
from adapters.sql.journal import SqlTurnJournal
from adapters.sql.signal import Signal
from adapters.sql.tenancy import keep_tenants_apart
from adapters.sql.unit_of_work import SqlUnitOfWork
from adapters.sql.work_admin import SqlWorkAdmin
from adapters.sql.work_desk import SqlWorkDesk
from adapters.sql.worker_beats import SqlWorkerBeats
from application.cached_agents import AgentVersions


class SqlStore:
    """SQLite or Postgres, as *url* says; `open` in the event loop that uses it."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url)
        keep_tenants_apart(self._engine)
        self._agent_versions = AgentVersions()
        self._signal = Signal()
        self.work_desk = SqlWorkDesk(self._engine, self._signal)
        self.work_admin = SqlWorkAdmin(self._engine, self._signal)
        self.journal = SqlTurnJournal(self._engine)
        self.worker_beats = SqlWorkerBeats(self._engine)

    def unit_of_work(self) -> SqlUnitOfWork:
        """A new transaction."""
        return SqlUnitOfWork(self._engine, self._agent_versions, on_work=self._signal.set)

    async def open(self) -> None:
        """Start the journal's writer."""
        self.journal.start()

    async def close(self) -> None:
        """Write what is still queued, and give back every connection."""
        await self.journal.stop()
        await self._engine.dispose()
