"""Make an agent's draft its next version."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.agent_config import Agent
from domain.errors import ConflictError
from domain.ids import AgentId
from domain.precondition import Precondition, in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishAgentCommand:
    """*precondition*: which draft the asker has read."""

    agent_id: AgentId
    precondition: Precondition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishAgent:
    """The next call uses it; calls that go on keep the version they began with.

    The draft is gone afterwards. Of two who publish at once one wins, the other is told.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: PublishAgentCommand) -> Agent:
        """The agent as published.

        Raises NotFoundError (agent), ConflictError (no draft, or it changes nothing),
        PreconditionFailedError (another draft was read), StaleVersionError (another version was
        published meanwhile), InvalidValueError (wrong variables in the texts).
        """
        async with self.unit_of_work() as uow:
            agent = await uow.agents.get(command.agent_id)
            draft = await uow.agent_drafts.find(command.agent_id)
            if command.precondition is not None:
                command.precondition.check(draft.tag if draft else None, what="draft")
            if draft is None:
                raise ConflictError(f"agent {agent.id} has no draft to publish")
            published = draft.publish(agent, now=self.clock.now())
            with in_force(command.precondition):
                await uow.agents.save(published)
                await uow.agent_drafts.remove(draft)
                await uow.commit()
        return published.without_events()
