"""Agents read once: a published version never changes, so a process may keep it."""

from collections import OrderedDict
from collections.abc import Sequence

from application.acting import tenant
from application.ports.repositories import Agents
from domain.agent_config import Agent
from domain.ids import AgentId, TenantId

MOST_VERSIONS = 256


class AgentVersions:
    """The versions a process has read, at most *most* of them; the longest unused goes first.

    Each tenant has its own: two may have an agent of the same id.

    It holds no answer to which version is the latest: that is asked of the store each time, so that
    a publication counts everywhere at once.
    """

    def __init__(self, most: int = MOST_VERSIONS) -> None:
        self._most = most
        self._held: OrderedDict[tuple[TenantId, AgentId, int], Agent] = OrderedDict()

    def find(self, agent_id: AgentId, version: int) -> Agent | None:
        """The version, if it was read before."""
        key = (tenant(), agent_id, version)
        agent = self._held.get(key)
        if agent is not None:
            self._held.move_to_end(key)
        return agent

    def hold(self, agent: Agent) -> None:
        """Keep a version that is stored for good."""
        key = (tenant(), agent.id, agent.version)
        self._held[key] = agent
        self._held.move_to_end(key)
        while len(self._held) > self._most:
            self._held.popitem(last=False)


class CachedAgents:
    """Agents of one unit of work, whose versions are read from *versions* where they are known.

    Once the unit of work has written an agent nothing more is cached: it may never be committed.
    """

    def __init__(self, agents: Agents, versions: AgentVersions) -> None:
        self._agents = agents
        self._versions = versions
        self._has_written = False

    async def add(self, agent: Agent) -> None:
        """Keep a new agent."""
        self._has_written = True
        await self._agents.add(agent)

    async def save(self, agent: Agent) -> None:
        """Keep a new version."""
        self._has_written = True
        await self._agents.save(agent)

    async def get(self, agent_id: AgentId, *, version: int | None = None) -> Agent:
        """One version, or the one that is the latest now."""
        if self._has_written:
            return await self._agents.get(agent_id, version=version)
        if version is None:
            version = await self._agents.latest_version(agent_id)
        known = self._versions.find(agent_id, version)
        if known is not None:
            return known
        agent = await self._agents.get(agent_id, version=version)
        self._versions.hold(agent)
        return agent

    async def latest_version(self, agent_id: AgentId) -> int:
        """Asked of the store."""
        return await self._agents.latest_version(agent_id)

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Agent]:
        """By id."""
        return await self._agents.find_page(after=after, limit=limit)

    async def find_versions(
        self, agent_id: AgentId, *, before: int | None, limit: int
    ) -> Sequence[Agent]:
        """Newest first."""
        return await self._agents.find_versions(agent_id, before=before, limit=limit)
