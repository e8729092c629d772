"""Create an agent."""

from dataclasses import dataclass

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.agent_config import Agent, AgentConfig
from domain.ids import AgentId


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateAgentCommand:
    """*agent_id* None lets the service choose one."""

    config: AgentConfig
    agent_id: AgentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateAgent:
    """A new agent is published at once, as version 1. An id is never given twice."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    ids: IdGenerator

    async def execute(self, command: CreateAgentCommand) -> Agent:
        """Raises ConflictError when the id is taken."""
        agent_id = command.agent_id or AgentId(self.ids.new("agt"))
        agent = Agent.publish(agent_id, command.config, now=self.clock.now())
        async with self.unit_of_work() as uow:
            await uow.agents.add(agent)
            await uow.commit()
        return agent.without_events()
