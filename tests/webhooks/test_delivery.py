"""From an event to a receiver: through the durable queue, over HTTP, whoever dies meanwhile."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import web

from adapters.sql.migrations_runner import migrate
from adapters.sql.store import SqlStore
from adapters.system.clock import SystemClock
from adapters.system.ids import TimeOrderedIds
from adapters.webhooks.secrets import RandomSecrets
from application.ports.work_queue import WorkState
from application.stored_events import StoredEvent
from application.use_cases.webhooks.publish_event import PublishEvent
from application.webhook_work import DELIVER_WEBHOOK
from domain.errors import ConflictError
from domain.ids import WebhookId
from domain.webhook import SigningSecrets, WebhookSubscription
from domain.webhook_delivery import DeliveryState, WebhookDelivery
from tests.webhooks.delivering import BOUNDARIES, delivering
from tests.webhooks.receiver import Receiver, receiving

ROOT = Path(__file__).parents[2]
WEBHOOK = WebhookId("whk_1")
EVENT = StoredEvent(
    id="event:evt_1",
    kind="SessionEnded",
    payload={"kind": "SessionEnded", "occurredAt": "2030-01-01T12:00:00+00:00", "sessionId": "s"},
)


@dataclass(frozen=True, slots=True)
class World:
    """A store with one subscriber, who is there."""

    url: str
    store: SqlStore
    receiver: Receiver

    async def publish(self) -> None:
        """Tell of the event."""
        publish = PublishEvent(
            unit_of_work=self.store.unit_of_work, clock=SystemClock(), ids=TimeOrderedIds()
        )
        await publish.execute(EVENT)

    async def delivered(self, *, within_s: float = 20.0) -> WebhookDelivery:
        """The delivery, once its work has come to an end."""
        over = {WorkState.DONE, WorkState.DEAD}
        async with asyncio.timeout(within_s), delivering(self.store, self.receiver.host):
            while True:
                (item,) = await self.store.work_admin.find_page(
                    state=None, kind=DELIVER_WEBHOOK, after=None, limit=2
                )
                if item.state in over:
                    break
                await asyncio.sleep(0.05)
        async with self.store.unit_of_work() as uow:
            found = await uow.webhook_deliveries.find_by_event(WEBHOOK, EVENT.id)
        assert found is not None
        return found

    async def die(self, boundary: str) -> None:
        """Have another process deliver, which kills itself at *boundary*."""
        program = (sys.executable, "-m", "tests.webhooks.delivering")
        process = await asyncio.create_subprocess_exec(
            *program, self.url, self.receiver.host, boundary, cwd=ROOT
        )
        async with asyncio.timeout(30):
            assert await process.wait() == -signal.SIGKILL


class DeliveryContract:
    """Subclasses bring a `url` fixture: a database with our tables."""

    @pytest.fixture
    async def world(self, url: str) -> AsyncIterator[World]:
        store = SqlStore(url)
        await store.open()
        secret = RandomSecrets().new()
        async with receiving() as receiver:
            receiver.secret = secret
            async with store.unit_of_work() as uow:
                await uow.webhook_subscriptions.save(
                    WebhookSubscription(
                        id=WEBHOOK,
                        url=receiver.url,
                        events=("*",),
                        secrets=SigningSecrets(current=secret),
                        created_at=SystemClock().now(),
                    )
                )
                await uow.commit()
            yield World(url, store, receiver)
        await store.close()

    async def test_an_event_that_is_published_twice_is_delivered_once(self, world: World) -> None:
        await world.publish()
        await world.publish()
        delivery = await world.delivered()
        assert delivery.state is DeliveryState.DELIVERED
        assert world.receiver.kept == {
            delivery.id: {
                "type": "session.ended",
                "timestamp": "2030-01-01T12:00:00.000Z",
                "data": {"sessionId": "s"},
            }
        }
        assert len(world.receiver.arrived) == 1

    async def test_of_several_publishers_at_once_one_is_enough(self, world: World) -> None:
        ends = await asyncio.gather(*(world.publish() for _ in range(4)), return_exceptions=True)
        assert None in ends
        assert all(end is None or isinstance(end, ConflictError) for end in ends)
        delivery = await world.delivered()
        assert [one.headers["webhook-id"] for one in world.receiver.arrived] == [delivery.id]

    @pytest.mark.parametrize("boundary", BOUNDARIES)
    async def test_whoever_is_killed_the_receiver_takes_one_message(
        self, world: World, boundary: str
    ) -> None:
        await world.publish()
        await world.die(boundary)
        delivery = await world.delivered()
        assert delivery.state is DeliveryState.DELIVERED
        assert list(world.receiver.kept) == [delivery.id]
        times = 2 if boundary == "before it is noted" else 1
        ids = [arrived.headers["webhook-id"] for arrived in world.receiver.arrived]
        assert ids == [delivery.id] * times

    async def test_after_a_lost_answer_the_same_message_comes_again(self, world: World) -> None:
        world.receiver.drop_next = True
        await world.publish()
        delivery = await world.delivered()
        assert [one.result for one in delivery.attempts] == ["unreachable", "accepted"]
        assert list(world.receiver.kept) == [delivery.id]
        assert len(world.receiver.arrived) == 2

    async def test_a_receiver_that_is_busy_is_asked_when_it_said(self, world: World) -> None:
        world.receiver.replies = [web.Response(status=429, headers={"Retry-After": "1"})]
        await world.publish()
        delivery = await world.delivered()
        assert [one.status for one in delivery.attempts] == [429, 204]
        first, second = delivery.attempts
        assert 1.0 <= (second.at - first.at).total_seconds() < 10.0

    async def test_a_receiver_that_is_gone_is_disabled(self, world: World) -> None:
        world.receiver.replies = [web.Response(status=410)]
        await world.publish()
        assert (await world.delivered()).state is DeliveryState.DEAD
        async with world.store.unit_of_work() as uow:
            subscription = await uow.webhook_subscriptions.get(WEBHOOK)
        assert subscription.disabled_reason == "gone"

    async def test_a_redirect_is_the_end(self, world: World) -> None:
        world.receiver.replies = [web.Response(status=308, headers={"Location": "/elsewhere"})]
        await world.publish()
        delivery = await world.delivered()
        assert delivery.state is DeliveryState.DEAD
        assert [one.result for one in delivery.attempts] == ["redirected"]
        assert len(world.receiver.arrived) == 1


class TestDeliveryOnSqlite(DeliveryContract):
    @pytest.fixture
    async def url(self, tmp_path: Path) -> str:
        url = f"sqlite:///{tmp_path}/webhooks.db"
        await migrate(url)
        return url


@pytest.mark.postgres
class TestDeliveryOnPostgres(DeliveryContract):
    @pytest.fixture
    def url(self, postgres_url: str) -> str:
        return postgres_url
