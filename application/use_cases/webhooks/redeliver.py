"""A message is to be sent once more."""

from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from application.webhook_work import have_delivered
from domain.errors import ConflictError
from domain.ids import DeliveryId
from domain.webhook_delivery import WebhookDelivery


@dataclass(frozen=True, slots=True, kw_only=True)
class RedeliverCommand:
    """What."""

    delivery_id: DeliveryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Redeliver:
    """At once, in place of what was still to be tried; the message keeps its id."""

    unit_of_work: UnitOfWorkFactory

    async def execute(self, command: RedeliverCommand) -> WebhookDelivery:
        """As it is now. Raises NotFoundError, ConflictError when the webhook is disabled."""
        async with self.unit_of_work() as uow:
            delivery = await uow.webhook_deliveries.get(command.delivery_id)
            subscription = await uow.webhook_subscriptions.get(delivery.subscription_id)
            if not subscription.enabled:
                raise ConflictError("the webhook is disabled; enable it first")
            kept = await have_delivered(uow, delivery.again())
            await uow.commit()
        return kept
