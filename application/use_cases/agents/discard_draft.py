"""Throw the draft of an agent away."""

from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from domain.errors import NotFoundError
from domain.ids import AgentId
from domain.precondition import Precondition, in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardDraftCommand:
    """*precondition*: which draft the asker has read."""

    agent_id: AgentId
    precondition: Precondition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardDraft:
    """What is published stays as it is; the next edit begins a draft from that."""

    unit_of_work: UnitOfWorkFactory

    async def execute(self, command: DiscardDraftCommand) -> None:
        """Raises NotFoundError (draft), PreconditionFailedError, StaleVersionError."""
        async with self.unit_of_work() as uow:
            draft = await uow.agent_drafts.find(command.agent_id)
            if draft is None:
                raise NotFoundError(f"agent {command.agent_id} has no draft")
            if command.precondition is not None:
                command.precondition.check(draft.tag, what="draft")
            with in_force(command.precondition):
                await uow.agent_drafts.remove(draft)
                await uow.commit()
