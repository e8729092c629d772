"""Who has anything in the database."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.sql.tables import contacts, voice_sessions
from adapters.sql.tenancy import seeing_every_tenant
from adapters.sql.transaction import Transaction
from adapters.sql.webhook_tables import webhook_subscriptions
from domain.ids import TenantId
from domain.voice_session import SessionStatus

_LIVE = tuple(status.value for status in SessionStatus if status is not SessionStatus.ENDED)


class SqlTenants:
    """Looks past the acting tenant, in a transaction of its own, and sees ids only."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = seeing_every_tenant(engine)

    async def find_live(self) -> Sequence[TenantId]:
        """By id."""
        of_sessions = sa.select(voice_sessions.c.tenant_id).distinct()
        return await self._found(of_sessions.where(voice_sessions.c.status.in_(_LIVE)).subquery())

    async def find_all(self) -> Sequence[TenantId]:
        """By id."""
        tables = (voice_sessions, contacts, webhook_subscriptions)
        either = sa.union(*(sa.select(table.c.tenant_id) for table in tables))
        return await self._found(either.subquery())

    async def _found(self, which: sa.Subquery) -> Sequence[TenantId]:
        transaction = Transaction(self._engine)
        try:
            query = sa.select(which.c.tenant_id).order_by(which.c.tenant_id)
            return [TenantId(row["tenant_id"]) for row in await transaction.rows(query)]
        finally:
            await transaction.close()
