"""Agents and their drafts over the copy that a unit of work holds."""

from collections.abc import Sequence
from dataclasses import replace

from adapters.in_memory.repositories import Repository
from domain.agent_config import Agent
from domain.agent_draft import AgentDraft
from domain.errors import NotFoundError
from domain.ids import AgentId


class InMemoryAgents(Repository):
    """Agents by id and version."""

    async def add(self, agent: Agent) -> None:
        """Raises ConflictError when the id is taken."""
        self._work.change(lambda state: state.add_agent(agent))

    async def save(self, agent: Agent) -> None:
        """Raises StaleVersionError when there is one by that number."""
        self._work.change(lambda state: state.save_agent(agent))

    async def get(self, agent_id: AgentId, *, version: int | None = None) -> Agent:
        """Raises NotFoundError."""
        found = [one for one in self._versions(agent_id) if version in (None, one.version)]
        if not found:
            at = "" if version is None else f" at version {version}"
            raise NotFoundError(f"no agent {agent_id}{at}")
        return found[0]

    async def latest_version(self, agent_id: AgentId) -> int:
        """Raises NotFoundError."""
        return (await self.get(agent_id)).version

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Agent]:
        """By id."""
        ids = sorted({agent_id for agent_id, _ in self._work.state.agents})
        page = [agent_id for agent_id in ids if after is None or agent_id > after][:limit]
        return [self._versions(agent_id)[0] for agent_id in page]

    async def find_versions(
        self, agent_id: AgentId, *, before: int | None, limit: int
    ) -> Sequence[Agent]:
        """Newest first."""
        versions = self._versions(agent_id)
        return [one for one in versions if before is None or one.version < before][:limit]

    def _versions(self, agent_id: AgentId) -> Sequence[Agent]:
        known = (one for one in self._work.state.agents.values() if one.id == agent_id)
        return sorted(known, key=lambda one: one.version, reverse=True)


class InMemoryAgentDrafts(Repository):
    """Drafts by agent."""

    async def save(self, draft: AgentDraft) -> AgentDraft:
        """Raises StaleVersionError when outrun."""
        self._work.change(lambda state: state.save_draft(draft))
        return replace(draft, revision=draft.revision + 1)

    async def remove(self, draft: AgentDraft) -> None:
        """Raises StaleVersionError when outrun."""
        self._work.change(lambda state: state.remove_draft(draft))

    async def find(self, agent_id: AgentId) -> AgentDraft | None:
        """The draft of an agent."""
        return self._work.state.drafts.get(agent_id)
