"""Webhooks that go out, over the copy of a unit of work."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from adapters.in_memory.repositories import Repository
from domain.errors import NotFoundError
from domain.ids import DeliveryId, WebhookId
from domain.webhook import WebhookSubscription
from domain.webhook_delivery import WebhookDelivery


class InMemoryWebhookSubscriptions(Repository):
    """Subscriptions by id."""

    async def save(self, subscription: WebhookSubscription) -> WebhookSubscription:
        """Raises StaleVersionError when outrun."""
        self._work.change(lambda state: state.webhooks.save(subscription))
        return replace(subscription, revision=subscription.revision + 1)

    async def get(self, webhook_id: WebhookId) -> WebhookSubscription:
        """Raises NotFoundError."""
        found = self._work.state.webhooks.subscriptions.get(webhook_id)
        if found is None:
            raise NotFoundError(f"no webhook {webhook_id}")
        return found

    async def find_enabled(self) -> Sequence[WebhookSubscription]:
        """Oldest first."""
        return [one for one in self._all() if one.enabled]

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[WebhookSubscription]:
        """Newest first."""
        page = reversed(self._all())
        return [one for one in page if after is None or one.id < after][:limit]

    async def remove(self, subscription: WebhookSubscription) -> None:
        """With its deliveries."""
        self._work.change(lambda state: state.webhooks.remove(subscription))

    def _all(self) -> Sequence[WebhookSubscription]:
        return sorted(self._work.state.webhooks.subscriptions.values(), key=lambda one: one.id)


class InMemoryWebhookDeliveries(Repository):
    """Deliveries by id."""

    async def save(self, delivery: WebhookDelivery) -> WebhookDelivery:
        """Raises StaleVersionError when outrun, ConflictError for a second one of an event."""
        self._work.change(lambda state: state.webhooks.save_delivery(delivery))
        return replace(delivery, revision=delivery.revision + 1)

    async def get(self, delivery_id: DeliveryId) -> WebhookDelivery:
        """Raises NotFoundError."""
        found = self._work.state.webhooks.deliveries.get(delivery_id)
        if found is None:
            raise NotFoundError(f"no delivery {delivery_id}")
        return found

    async def find_by_event(self, webhook_id: WebhookId, event_id: str) -> WebhookDelivery | None:
        """What that subscriber was told of that event."""
        sent = self._of(webhook_id)
        return next((one for one in sent if one.event_id == event_id), None)

    async def find_page(
        self, webhook_id: WebhookId, *, after: str | None, limit: int
    ) -> Sequence[WebhookDelivery]:
        """Newest first."""
        page = sorted(self._of(webhook_id), key=lambda one: one.id, reverse=True)
        return [one for one in page if after is None or one.id < after][:limit]

    async def forget(self, *, created_before: datetime) -> int:
        """How many are gone."""
        before = len(self._work.state.webhooks.deliveries)
        self._work.change(lambda state: state.webhooks.forget(created_before))
        return before - len(self._work.state.webhooks.deliveries)

    def _of(self, webhook_id: WebhookId) -> Sequence[WebhookDelivery]:
        sent = self._work.state.webhooks.deliveries.values()
        return [one for one in sent if one.subscription_id == webhook_id]
