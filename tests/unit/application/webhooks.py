"""What the tests of outgoing webhooks share."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from adapters.in_memory import CountingIds, InMemoryStore, ManualClock
from adapters.in_memory.webhook_sender import CountingSecrets, InMemoryWebhookSender
from application.ports.work_queue import Json
from application.stored_events import StoredEvent
from application.use_cases.webhooks.change_webhook import ChangeWebhook
from application.use_cases.webhooks.create_webhook import CreateWebhook, CreateWebhookCommand
from application.use_cases.webhooks.delete_webhook import DeleteWebhook
from application.use_cases.webhooks.deliver_webhook import DeliverWebhook
from application.use_cases.webhooks.forget_deliveries import ForgetDeliveries
from application.use_cases.webhooks.publish_event import PublishEvent
from application.use_cases.webhooks.redeliver import Redeliver
from application.use_cases.webhooks.rotate_secret import RotateSecret
from application.use_cases.webhooks.send_test import SendTest
from application.webhook_queries import WebhookQueries
from application.webhook_work import DELIVER_WEBHOOK
from domain.ids import WebhookId
from domain.webhook import WebhookSubscription
from domain.webhook_delivery import WebhookDelivery

URL = "https://hooks.example/a"
PRIVATE = "https://10.0.0.1/"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobInHand:
    """A job as a runner hands it over."""

    payload: Mapping[str, Json]
    id: str = "job_1"
    kind: str = DELIVER_WEBHOOK
    key: str = "webhook:whk_000001:evt"
    attempt: int = 1
    cursor: Mapping[str, Json] = field(default_factory=dict)

    def effect_key(self, step: str) -> str:
        """The same over all attempts."""
        return f"{self.id}:{step}"

    async def save_cursor(self, cursor: Mapping[str, Json]) -> None:
        """Nothing here goes in steps."""
        raise AssertionError(cursor)


@dataclass(kw_only=True)
class Desk:
    """The use-cases over adapters in memory; a pause is always the longest."""

    clock: ManualClock = field(default_factory=ManualClock)
    store: InMemoryStore = field(default_factory=InMemoryStore)
    sender: InMemoryWebhookSender = field(
        default_factory=lambda: InMemoryWebhookSender(refused=frozenset({PRIVATE}))
    )
    ids: CountingIds = field(default_factory=CountingIds)
    secrets: CountingSecrets = field(default_factory=CountingSecrets)

    def __post_init__(self) -> None:
        uow, clock, ids = self.store.unit_of_work, self.clock, self.ids
        self.create = CreateWebhook(
            unit_of_work=uow, sender=self.sender, secrets=self.secrets, clock=clock, ids=ids
        )
        self.change = ChangeWebhook(unit_of_work=uow, sender=self.sender)
        self.delete = DeleteWebhook(unit_of_work=uow)
        self.rotate = RotateSecret(unit_of_work=uow, secrets=self.secrets, clock=clock)
        self.test = SendTest(unit_of_work=uow, clock=clock, ids=ids)
        self.redeliver = Redeliver(unit_of_work=uow)
        self.publish = PublishEvent(unit_of_work=uow, clock=clock, ids=ids)
        self.forget = ForgetDeliveries(unit_of_work=uow, clock=clock)
        self.queries = WebhookQueries(unit_of_work=uow)
        self.deliver = DeliverWebhook(
            unit_of_work=uow, sender=self.sender, clock=clock, chance=lambda: 1.0
        )

    async def subscribed(self, *events: str, personal_data: bool = False) -> WebhookSubscription:
        """Somebody who is told of *events*."""
        return await self.create.execute(
            CreateWebhookCommand(url=URL, events=events or ("*",), personal_data=personal_data)
        )

    async def happened(self, kind: str = "SessionEnded", **data: Json) -> None:
        """Tell of an event, whose id is its kind."""
        payload = {"kind": kind, "occurredAt": "2030-01-01T12:00:00+00:00", **data}
        await self.publish.execute(StoredEvent(id=f"event:{kind}", kind=kind, payload=payload))

    async def deliveries(self, webhook_id: str = "whk_000001") -> list[WebhookDelivery]:
        """What they were told, newest first."""
        found = await self.queries.deliveries(WebhookId(webhook_id), after=None, limit=50)
        return list(found)


def job_of(delivery: WebhookDelivery) -> JobInHand:
    """The work of the delivery's present run."""
    return JobInHand(payload={"deliveryId": delivery.id, "run": delivery.run}, key=delivery.key)
