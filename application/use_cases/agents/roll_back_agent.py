"""Go back to an earlier version of an agent."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.agent_config import Agent
from domain.ids import AgentId
from domain.precondition import Precondition, in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class RollBackAgentCommand:
    """*version* is whose configuration is wanted; *precondition*: what is published now."""

    agent_id: AgentId
    version: int
    precondition: Precondition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RollBackAgent:
    """An earlier configuration is published again, as a new version: history only grows.

    A draft stays; it rests on a version that is not the last one any more.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: RollBackAgentCommand) -> Agent:
        """The agent as published.

        Raises NotFoundError (agent, version), ConflictError (it is published already),
        PreconditionFailedError, StaleVersionError (somebody published at the same moment).
        """
        async with self.unit_of_work() as uow:
            agent = await uow.agents.get(command.agent_id)
            if command.precondition is not None:
                command.precondition.check(agent.tag, what="agent")
            earlier = await uow.agents.get(command.agent_id, version=command.version)
            published = agent.roll_back(earlier, now=self.clock.now())
            with in_force(command.precondition):
                await uow.agents.save(published)
                await uow.commit()
        return published.without_events()
