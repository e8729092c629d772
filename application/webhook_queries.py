"""Reads: who is told of what happens, and what they were told."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from domain.ids import WebhookId
from domain.webhook import WebhookSubscription
from domain.webhook_delivery import WebhookDelivery


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookQueries:
    """Each answers with what is stored now, or raises NotFoundError."""

    unit_of_work: UnitOfWorkFactory

    async def webhook(self, webhook_id: WebhookId) -> WebhookSubscription:
        """One subscription."""
        async with self.unit_of_work() as uow:
            return await uow.webhook_subscriptions.get(webhook_id)

    async def webhooks(self, *, after: str | None, limit: int) -> Sequence[WebhookSubscription]:
        """A page of subscriptions, newest first."""
        async with self.unit_of_work() as uow:
            return await uow.webhook_subscriptions.find_page(after=after, limit=limit)

    async def deliveries(
        self, webhook_id: WebhookId, *, after: str | None, limit: int
    ) -> Sequence[WebhookDelivery]:
        """A page of what one subscriber was told, newest first."""
        async with self.unit_of_work() as uow:
            subscription = await uow.webhook_subscriptions.get(webhook_id)
            return await uow.webhook_deliveries.find_page(subscription.id, after=after, limit=limit)
