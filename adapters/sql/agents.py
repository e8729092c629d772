"""Agents, version by version."""

from collections.abc import Sequence

import sqlalchemy as sa

from adapters.sql import mapping, tables
from adapters.sql.transaction import Transaction
from domain.agent_config import Agent
from domain.errors import ConflictError, NotFoundError, StaleVersionError
from domain.ids import AgentId

_agents = tables.agent_versions


class SqlAgents:
    """Agent versions; none is ever changed. Their key lets only one of two publishers win."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, agent: Agent) -> None:
        """Keep a new agent."""
        await self._transaction.write(sa.insert(_agents).values(mapping.agent_to_row(agent)))
        await self._transaction.publish(agent.events)

    async def save(self, agent: Agent) -> None:
        """Keep a new version."""
        try:
            await self.add(agent)
        except ConflictError:
            raise StaleVersionError(
                f"version {agent.version} of agent {agent.id} is published already"
            ) from None

    async def get(self, agent_id: AgentId, *, version: int | None = None) -> Agent:
        """One version, the latest unless told."""
        query = sa.select(_agents).where(_agents.c.agent_id == agent_id)
        if version is not None:
            query = query.where(_agents.c.version == version)
        row = await self._transaction.row(query.order_by(_agents.c.version.desc()))
        if row is None:
            at = "" if version is None else f" at version {version}"
            raise NotFoundError(f"no agent {agent_id}{at}")
        return mapping.agent_from_row(row)

    async def latest_version(self, agent_id: AgentId) -> int:
        """The number alone, without the configuration."""
        latest = sa.func.max(_agents.c.version).label("version")
        row = await self._transaction.row(sa.select(latest).where(_agents.c.agent_id == agent_id))
        if row is None or row["version"] is None:
            raise NotFoundError(f"no agent {agent_id}")
        return int(row["version"])

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Agent]:
        """By id."""
        latest = (
            sa.select(_agents.c.agent_id, sa.func.max(_agents.c.version).label("version"))
            .where(_agents.c.agent_id > (after or ""))
            .group_by(_agents.c.agent_id)
            .order_by(_agents.c.agent_id)
            .limit(limit)
            .subquery()
        )
        same = sa.and_(
            latest.c.agent_id == _agents.c.agent_id, latest.c.version == _agents.c.version
        )
        query = sa.select(_agents).join(latest, same).order_by(_agents.c.agent_id)
        return [mapping.agent_from_row(row) for row in await self._transaction.rows(query)]

    async def find_versions(
        self, agent_id: AgentId, *, before: int | None, limit: int
    ) -> Sequence[Agent]:
        """Newest first."""
        query = sa.select(_agents).where(_agents.c.agent_id == agent_id)
        if before is not None:
            query = query.where(_agents.c.version < before)
        query = query.order_by(_agents.c.version.desc()).limit(limit)
        return [mapping.agent_from_row(row) for row in await self._transaction.rows(query)]
