"""Webhooks that go out, as rows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from adapters.sql import webhook_tables
from adapters.sql.times import to_micros
from adapters.sql.transaction import Transaction
from adapters.sql.webhook_rows import (
    delivery_from_row,
    delivery_to_row,
    subscription_from_row,
    subscription_to_row,
)
from domain.errors import NotFoundError, StaleVersionError
from domain.ids import DeliveryId, WebhookId
from domain.webhook import WebhookSubscription
from domain.webhook_delivery import DeliveryState, WebhookDelivery

_subscriptions = webhook_tables.webhook_subscriptions
_deliveries = webhook_tables.webhook_deliveries


class SqlWebhookSubscriptions:
    """A save or a removal counts only on the revision that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, subscription: WebhookSubscription) -> WebhookSubscription:
        """Keep a new or changed one."""
        kept = replace(subscription, revision=subscription.revision + 1)
        row = {**subscription_to_row(kept), "revision": kept.revision}
        if subscription.revision:
            await self._write(sa.update(_subscriptions).where(*_same(subscription)).values(row))
        else:
            await self._write(sa.insert(_subscriptions).values(row))
        return kept

    async def get(self, webhook_id: WebhookId) -> WebhookSubscription:
        """One subscription."""
        query = sa.select(_subscriptions).where(_subscriptions.c.id == webhook_id)
        row = await self._transaction.row(query)
        if row is None:
            raise NotFoundError(f"no webhook {webhook_id}")
        return subscription_from_row(row)

    async def find_enabled(self) -> Sequence[WebhookSubscription]:
        """Oldest first."""
        enabled = _subscriptions.c.disabled_reason.is_(None)
        query = sa.select(_subscriptions).where(enabled).order_by(_subscriptions.c.id)
        return [subscription_from_row(row) for row in await self._transaction.rows(query)]

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[WebhookSubscription]:
        """Newest first."""
        query = sa.select(_subscriptions)
        if after is not None:
            query = query.where(_subscriptions.c.id < after)
        query = query.order_by(_subscriptions.c.id.desc()).limit(limit)
        return [subscription_from_row(row) for row in await self._transaction.rows(query)]

    async def remove(self, subscription: WebhookSubscription) -> None:
        """With its deliveries."""
        of_it = _deliveries.c.subscription_id == subscription.id
        await self._transaction.write(sa.delete(_deliveries).where(of_it))
        await self._write(sa.delete(_subscriptions).where(*_same(subscription)))

    async def _write(self, statement: sa.Insert | sa.Update | sa.Delete) -> None:
        if not await self._transaction.write(statement):
            raise StaleVersionError("the webhook was saved meanwhile")


class SqlWebhookDeliveries:
    """A save counts only on the revision that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, delivery: WebhookDelivery) -> WebhookDelivery:
        """Keep a new or changed one."""
        kept = replace(delivery, revision=delivery.revision + 1)
        row = {**delivery_to_row(kept), "revision": kept.revision}
        statement: sa.Insert | sa.Update = sa.insert(_deliveries).values(row)
        if delivery.revision:
            read = _deliveries.c.revision == delivery.revision
            statement = (
                sa.update(_deliveries).where(_deliveries.c.id == delivery.id, read).values(row)
            )
        if not await self._transaction.write(statement):
            raise StaleVersionError(f"delivery {delivery.id} was saved meanwhile")
        return kept

    async def get(self, delivery_id: DeliveryId) -> WebhookDelivery:
        """One delivery."""
        found = await self._find(_deliveries.c.id == delivery_id)
        if found is None:
            raise NotFoundError(f"no delivery {delivery_id}")
        return found

    async def find_by_event(self, webhook_id: WebhookId, event_id: str) -> WebhookDelivery | None:
        """What that subscriber was told of that event."""
        return await self._find(
            _deliveries.c.subscription_id == webhook_id, _deliveries.c.event_id == event_id
        )

    async def find_page(
        self, webhook_id: WebhookId, *, after: str | None, limit: int
    ) -> Sequence[WebhookDelivery]:
        """Newest first."""
        query = sa.select(_deliveries).where(_deliveries.c.subscription_id == webhook_id)
        if after is not None:
            query = query.where(_deliveries.c.id < after)
        query = query.order_by(_deliveries.c.id.desc()).limit(limit)
        return [delivery_from_row(row) for row in await self._transaction.rows(query)]

    async def forget(self, *, created_before: datetime) -> int:
        """How many are gone."""
        return await self._transaction.write(
            sa.delete(_deliveries).where(
                _deliveries.c.created_at < to_micros(created_before),
                _deliveries.c.state != DeliveryState.PENDING.value,
            )
        )

    async def _find(self, *which: sa.ColumnElement[bool]) -> WebhookDelivery | None:
        row = await self._transaction.row(sa.select(_deliveries).where(*which))
        return None if row is None else delivery_from_row(row)


def _same(one: WebhookSubscription) -> tuple[sa.ColumnElement[bool], ...]:
    return _subscriptions.c.id == one.id, _subscriptions.c.revision == one.revision
