"""Tell subscribers that something happened."""

from dataclasses import dataclass

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWorkFactory
from application.stored_events import StoredEvent
from application.webhook_work import have_delivered
from domain.ids import DeliveryId, WebhookId
from domain.webhook_delivery import WebhookDelivery
from domain.webhook_events import event_type

# They are told beside the data.
_ENVELOPE = frozenset({"kind", "occurredAt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishEvent:
    """One delivery for each enabled subscriber that wants the event; the same event is told once.

    What is kept and sent are the event's own ids and statuses.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    ids: IdGenerator

    async def execute(self, event: StoredEvent) -> None:
        """Whoever is told already is passed over.

        Raises ConflictError when *event* is published twice at the same moment: once more finds
        nothing left to do.
        """
        told = event_type(event.kind)
        async with self.unit_of_work() as uow:
            for subscription in await uow.webhook_subscriptions.find_enabled():
                if not subscription.wants(told):
                    continue
                if await uow.webhook_deliveries.find_by_event(subscription.id, event.id) is None:
                    await have_delivered(uow, self._delivery(subscription.id, told, event))
            await uow.commit()

    def _delivery(self, webhook_id: WebhookId, told: str, event: StoredEvent) -> WebhookDelivery:
        return WebhookDelivery(
            id=DeliveryId(self.ids.new("msg")),
            subscription_id=webhook_id,
            event_id=event.id,
            event_type=told,
            occurred_at=event.occurred_at,
            data={name: value for name, value in event.payload.items() if name not in _ENVELOPE},
            created_at=self.clock.now(),
        )
