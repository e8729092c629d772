"""Subscriptions to webhooks and deliveries, in memory, and the rules by which they change."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.errors import ConflictError, StaleVersionError
from domain.ids import DeliveryId, WebhookId
from domain.webhook import WebhookSubscription
from domain.webhook_delivery import DeliveryState, WebhookDelivery


@dataclass(slots=True, kw_only=True)
class Webhooks:
    """Who is told, and what they were told."""

    subscriptions: dict[WebhookId, WebhookSubscription] = field(default_factory=dict)
    deliveries: dict[DeliveryId, WebhookDelivery] = field(default_factory=dict)

    def copy(self) -> "Webhooks":
        """The same content in containers of its own."""
        return Webhooks(subscriptions=dict(self.subscriptions), deliveries=dict(self.deliveries))

    def save(self, one: WebhookSubscription) -> None:
        """Raises StaleVersionError when outrun."""
        self._check(one)
        self.subscriptions[one.id] = replace(one, revision=one.revision + 1)

    def remove(self, one: WebhookSubscription) -> None:
        """With its deliveries. Raises StaleVersionError when outrun."""
        self._check(one)
        if self.subscriptions.pop(one.id, None) is None:
            raise StaleVersionError(f"webhook {one.id} was never saved")
        self.deliveries = {
            key: sent for key, sent in self.deliveries.items() if sent.subscription_id != one.id
        }

    def save_delivery(self, one: WebhookDelivery) -> None:
        """Raises StaleVersionError when outrun, ConflictError for a second one of an event."""
        held = self.deliveries.get(one.id)
        if (held.revision if held else 0) != one.revision:
            raise StaleVersionError(f"delivery {one.id} was saved meanwhile")
        if one.subscription_id not in self.subscriptions:
            raise ConflictError("there is no such subscription")
        if any(_rivals(one, other) for other in self.deliveries.values()):
            raise ConflictError("that event is being delivered already")
        self.deliveries[one.id] = replace(one, revision=one.revision + 1)

    def forget(self, created_before: datetime) -> None:
        """What is old and not pending."""
        self.deliveries = {
            key: one
            for key, one in self.deliveries.items()
            if one.state is DeliveryState.PENDING or one.created_at >= created_before
        }

    def _check(self, one: WebhookSubscription) -> None:
        held = self.subscriptions.get(one.id)
        if (held.revision if held else 0) != one.revision:
            raise StaleVersionError(f"webhook {one.id} was saved meanwhile")


def _rivals(one: WebhookDelivery, other: WebhookDelivery) -> bool:
    same_event = (one.subscription_id, one.event_id) == (other.subscription_id, other.event_id)
    return same_event and one.id != other.id
