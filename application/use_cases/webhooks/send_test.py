"""A subscriber is told that it would be told."""

from dataclasses import dataclass

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWorkFactory
from application.webhook_work import have_delivered
from domain.errors import ConflictError
from domain.ids import DeliveryId, WebhookId
from domain.webhook_delivery import WebhookDelivery
from domain.webhook_events import TEST_EVENT


@dataclass(frozen=True, slots=True, kw_only=True)
class SendTestCommand:
    """To whom."""

    webhook_id: WebhookId


@dataclass(frozen=True, slots=True, kw_only=True)
class SendTest:
    """A test takes the way of every other message, whatever the subscriber asked to be told of."""

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    ids: IdGenerator

    async def execute(self, command: SendTestCommand) -> WebhookDelivery:
        """What is being delivered. Raises NotFoundError, ConflictError when it is disabled."""
        now = self.clock.now()
        async with self.unit_of_work() as uow:
            subscription = await uow.webhook_subscriptions.get(command.webhook_id)
            if not subscription.enabled:
                raise ConflictError("the webhook is disabled; enable it first")
            kept = await have_delivered(
                uow,
                WebhookDelivery(
                    id=DeliveryId(self.ids.new("msg")),
                    subscription_id=subscription.id,
                    event_id=self.ids.new("evt"),
                    event_type=TEST_EVENT,
                    occurred_at=now,
                    data={"webhookId": subscription.id},
                    created_at=now,
                ),
            )
            await uow.commit()
        return kept
