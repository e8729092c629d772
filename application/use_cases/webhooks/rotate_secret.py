"""A subscriber gets a new signing secret."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.ports.webhooks import WebhookSecrets
from domain.ids import WebhookId
from domain.webhook import WebhookSubscription


@dataclass(frozen=True, slots=True, kw_only=True)
class RotateSecretCommand:
    """Whose."""

    webhook_id: WebhookId


@dataclass(frozen=True, slots=True, kw_only=True)
class RotateSecret:
    """For a day messages are signed with both, so that the receiver can change in peace."""

    unit_of_work: UnitOfWorkFactory
    secrets: WebhookSecrets
    clock: Clock

    async def execute(self, command: RotateSecretCommand) -> WebhookSubscription:
        """The subscription with its new secret. Raises NotFoundError, StaleVersionError."""
        async with self.unit_of_work() as uow:
            held = await uow.webhook_subscriptions.get(command.webhook_id)
            rotated = held.rotate(self.secrets.new(), now=self.clock.now())
            kept = await uow.webhook_subscriptions.save(rotated)
            await uow.commit()
        return kept
