"""Somebody is not to be told any more."""

from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from domain.ids import WebhookId
from domain.precondition import Precondition, in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteWebhookCommand:
    """*precondition*: what the asker has read."""

    webhook_id: WebhookId
    precondition: Precondition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteWebhook:
    """What was told, and what was still to be told, goes with the subscription."""

    unit_of_work: UnitOfWorkFactory

    async def execute(self, command: DeleteWebhookCommand) -> None:
        """Raises NotFoundError, PreconditionFailedError, StaleVersionError."""
        async with self.unit_of_work() as uow:
            held = await uow.webhook_subscriptions.get(command.webhook_id)
            if command.precondition is not None:
                command.precondition.check(held.tag, what="webhook")
            with in_force(command.precondition):
                await uow.webhook_subscriptions.remove(held)
                await uow.commit()
