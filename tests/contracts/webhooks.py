"""What every store promises of webhooks that go out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.errors import ConflictError, NotFoundError, StaleVersionError
from domain.ids import DeliveryId, WebhookId
from domain.webhook import SigningSecrets, WebhookSubscription
from domain.webhook_delivery import Attempt, AttemptResult, DeliveryState, WebhookDelivery
from tests.contracts.store import NOW, Store


def a_subscription(number: int = 1, **changes: object) -> WebhookSubscription:
    subscription = WebhookSubscription(
        id=WebhookId(f"whk_{number:03d}"),
        url="https://hooks.example/a?b=c",
        events=("session.ended", "lead.changed"),
        secrets=SigningSecrets(current="whsec_bmV3", previous="whsec_b2xk", previous_until=NOW),
        created_at=NOW,
        personal_data=True,
    )
    return replace(subscription, **changes)  # type: ignore[arg-type]


def a_delivery(number: int = 1, *, subscription: int = 1, **changes: object) -> WebhookDelivery:
    delivery = WebhookDelivery(
        id=DeliveryId(f"msg_{number:03d}"),
        subscription_id=WebhookId(f"whk_{subscription:03d}"),
        event_id=f"event-{number}",
        event_type="session.ended",
        occurred_at=NOW,
        data={"sessionId": "ses_001", "nested": {"reasons": ["ünïcode"]}},
        created_at=NOW,
    )
    return replace(delivery, **changes)  # type: ignore[arg-type]


async def put(store: Store, *things: WebhookSubscription | WebhookDelivery) -> None:
    async with store.unit_of_work() as uow:
        for one in things:
            if isinstance(one, WebhookSubscription):
                assert await uow.webhook_subscriptions.save(one) == replace(
                    one, revision=one.revision + 1
                )
            else:
                assert (await uow.webhook_deliveries.save(one)).revision == one.revision + 1
        await uow.commit()


class WebhooksContract:
    """Subclasses bring a `store` fixture."""

    async def test_a_subscription_comes_back_as_it_was(self, store: Store) -> None:
        await put(store, a_subscription())
        async with store.unit_of_work() as uow:
            kept = await uow.webhook_subscriptions.get(WebhookId("whk_001"))
            assert kept == a_subscription(revision=1)
            await uow.webhook_subscriptions.save(kept.disable("gone"))
            await uow.commit()
        async with store.unit_of_work() as uow:
            kept = await uow.webhook_subscriptions.get(WebhookId("whk_001"))
            assert kept == a_subscription(revision=2, disabled_reason="gone")
            with pytest.raises(NotFoundError):
                await uow.webhook_subscriptions.get(WebhookId("whk_009"))

    async def test_only_enabled_subscriptions_are_told(self, store: Store) -> None:
        off = a_subscription(2, disabled_reason="switched off")
        await put(store, a_subscription(1), off, a_subscription(3))
        async with store.unit_of_work() as uow:
            enabled = await uow.webhook_subscriptions.find_enabled()
            assert [one.id for one in enabled] == ["whk_001", "whk_003"]
            first = await uow.webhook_subscriptions.find_page(after=None, limit=2)
            second = await uow.webhook_subscriptions.find_page(after=first[-1].id, limit=2)
            assert [one.id for one in (*first, *second)] == ["whk_003", "whk_002", "whk_001"]

    async def test_a_subscription_that_was_saved_meanwhile_is_not_overwritten(
        self, store: Store
    ) -> None:
        await put(store, a_subscription(), a_subscription(revision=1).disable("gone"))
        for late in (a_subscription(revision=1), a_subscription(7, revision=4)):
            with pytest.raises(StaleVersionError):
                await put(store, late)
        with pytest.raises(StaleVersionError):
            async with store.unit_of_work() as uow:
                await uow.webhook_subscriptions.remove(a_subscription(revision=1))
                await uow.commit()

    async def test_a_delivery_comes_back_with_its_attempts(self, store: Store) -> None:
        await put(store, a_subscription(), a_delivery())
        refused = Attempt(
            at=NOW, run=1, result=AttemptResult.REFUSED, status=404, excerpt="no such page"
        )
        async with store.unit_of_work() as uow:
            kept = await uow.webhook_deliveries.get(DeliveryId("msg_001"))
            assert kept == a_delivery(revision=1)
            await uow.webhook_deliveries.save(kept.tried(refused).again())
            await uow.commit()
        async with store.unit_of_work() as uow:
            again = await uow.webhook_deliveries.find_by_event(WebhookId("whk_001"), "event-1")
            assert again == a_delivery(revision=2, run=2, attempts=(refused,))
            assert await uow.webhook_deliveries.find_by_event(WebhookId("whk_001"), "x") is None
            with pytest.raises(NotFoundError):
                await uow.webhook_deliveries.get(DeliveryId("msg_009"))

    async def test_a_subscriber_is_told_of_an_event_once(self, store: Store) -> None:
        await put(store, a_subscription(1), a_subscription(2), a_delivery(1))
        await put(store, a_delivery(2, subscription=2, event_id="event-1"))
        with pytest.raises(ConflictError):
            await put(store, a_delivery(3, event_id="event-1"))
        with pytest.raises(ConflictError):
            await put(store, a_delivery(4, subscription=9))

    async def test_a_delivery_that_was_saved_meanwhile_is_not_overwritten(
        self, store: Store
    ) -> None:
        await put(store, a_subscription(), a_delivery(), a_delivery(revision=1).again())
        with pytest.raises(StaleVersionError):
            await put(store, a_delivery(revision=1).cancel())

    async def test_deliveries_are_paged_by_subscription(self, store: Store) -> None:
        await put(store, a_subscription(1), a_subscription(2))
        await put(store, *(a_delivery(number) for number in range(1, 5)))
        await put(store, a_delivery(9, subscription=2))
        async with store.unit_of_work() as uow:
            ours = WebhookId("whk_001")
            first = await uow.webhook_deliveries.find_page(ours, after=None, limit=3)
            second = await uow.webhook_deliveries.find_page(ours, after=first[-1].id, limit=3)
        assert [one.id for one in (*first, *second)] == [f"msg_00{n}" for n in (4, 3, 2, 1)]

    async def test_a_subscription_goes_with_its_deliveries(self, store: Store) -> None:
        await put(store, a_subscription(1), a_subscription(2))
        await put(store, a_delivery(1), a_delivery(2, subscription=2))
        async with store.unit_of_work() as uow:
            await uow.webhook_subscriptions.remove(a_subscription(revision=1))
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert [one.id for one in await uow.webhook_subscriptions.find_enabled()] == ["whk_002"]
            assert (await uow.webhook_deliveries.get(DeliveryId("msg_002"))).event_id == "event-2"
            with pytest.raises(NotFoundError):
                await uow.webhook_deliveries.get(DeliveryId("msg_001"))

    async def test_old_deliveries_are_forgotten_unless_they_are_pending(self, store: Store) -> None:
        old = NOW - timedelta(days=31)
        await put(
            store,
            a_subscription(),
            a_delivery(1, state=DeliveryState.DELIVERED, created_at=old),
            a_delivery(2, state=DeliveryState.PENDING, created_at=old),
            a_delivery(3, state=DeliveryState.DEAD),
        )
        async with store.unit_of_work() as uow:
            assert await uow.webhook_deliveries.forget(created_before=NOW - timedelta(days=30)) == 1
            await uow.commit()
        async with store.unit_of_work() as uow:
            left = await uow.webhook_deliveries.find_page(WebhookId("whk_001"), after=None, limit=9)
        assert [one.id for one in left] == ["msg_003", "msg_002"]
