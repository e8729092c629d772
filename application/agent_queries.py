"""Reads: agents, their versions and their drafts."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from domain.agent_config import Agent
from domain.agent_draft import AgentDraft
from domain.errors import NotFoundError
from domain.ids import AgentId


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentQueries:
    """Each answers with what is stored now, or raises NotFoundError."""

    unit_of_work: UnitOfWorkFactory

    async def agent(self, agent_id: AgentId, *, version: int | None = None) -> Agent:
        """The agent at *version*, or as last published."""
        async with self.unit_of_work() as uow:
            return await uow.agents.get(agent_id, version=version)

    async def agents(self, *, after: str | None, limit: int) -> Sequence[Agent]:
        """A page of agents as last published, by id."""
        async with self.unit_of_work() as uow:
            return await uow.agents.find_page(after=after, limit=limit)

    async def versions(
        self, agent_id: AgentId, *, before: int | None, limit: int
    ) -> Sequence[Agent]:
        """A page of an agent's versions, newest first."""
        async with self.unit_of_work() as uow:
            await uow.agents.latest_version(agent_id)
            return await uow.agents.find_versions(agent_id, before=before, limit=limit)

    async def draft(self, agent_id: AgentId) -> AgentDraft:
        """The draft of an agent."""
        async with self.unit_of_work() as uow:
            await uow.agents.latest_version(agent_id)
            draft = await uow.agent_drafts.find(agent_id)
        if draft is None:
            raise NotFoundError(f"agent {agent_id} has no draft")
        return draft
