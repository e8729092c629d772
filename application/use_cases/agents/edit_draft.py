"""Write the draft of an agent's next version."""

from collections.abc import Callable
from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from domain.agent_config import AgentConfig
from domain.agent_draft import AgentDraft
from domain.errors import PreconditionRequiredError
from domain.ids import AgentId
from domain.precondition import Precondition, in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class EditDraftCommand:
    """*edit* makes the draft's configuration of the one before: the draft's, or the published one.

    *replaces*: it keeps nothing of the one before.
    """

    agent_id: AgentId
    edit: Callable[[AgentConfig], AgentConfig]
    replaces: bool
    precondition: Precondition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditDraft:
    """The first edit after a publication begins a draft.

    Who replaces a draft has to say which one they have read, so that nobody's work is lost
    unseen; who changes parts of it may. Replaced as a whole, it rests on what is published now.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: EditDraftCommand) -> AgentDraft:
        """The draft as kept.

        Raises NotFoundError (agent), PreconditionFailedError and PreconditionRequiredError,
        StaleVersionError when somebody saved at the same moment, and what *edit* raises.
        """
        async with self.unit_of_work() as uow:
            draft = await self._edited(uow, command)
            with in_force(command.precondition):
                kept = await uow.agent_drafts.save(draft)
                await uow.commit()
        return kept

    async def _edited(self, uow: UnitOfWork, command: EditDraftCommand) -> AgentDraft:
        agent = await uow.agents.get(command.agent_id)
        known = await uow.agent_drafts.find(command.agent_id)
        if command.precondition is not None:
            command.precondition.check(known.tag if known else None, what="draft")
        elif known is not None and command.replaces:
            raise PreconditionRequiredError(
                "there is a draft already: send its ETag in If-Match, or If-Match: *"
            )
        now = self.clock.now()
        config = command.edit(known.config if known else agent.config)
        if known is None:
            return AgentDraft.begin(agent, config, now=now)
        if command.replaces:
            return known.rewrite(agent, config, now=now)
        return known.change(config, now=now)
