"""Somebody is to be told of what happens."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWorkFactory
from application.ports.webhooks import WebhookSecrets, WebhookSender
from application.webhook_target import checked_target
from domain.errors import ConflictError
from domain.ids import WebhookId
from domain.webhook import SigningSecrets, WebhookSubscription
from domain.webhook_events import parse_events

_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateWebhookCommand:
    """*events* are names, `*` being all."""

    url: str
    events: Sequence[str]
    personal_data: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateWebhook:
    """Nobody subscribes an address that nothing may be sent to; there are 100 at most."""

    unit_of_work: UnitOfWorkFactory
    sender: WebhookSender
    secrets: WebhookSecrets
    clock: Clock
    ids: IdGenerator

    async def execute(self, command: CreateWebhookCommand) -> WebhookSubscription:
        """The subscription with its secret. Raises InvalidValueError, ConflictError."""
        subscription = WebhookSubscription(
            id=WebhookId(self.ids.new("whk")),
            url=await checked_target(self.sender, command.url),
            events=parse_events(command.events),
            secrets=SigningSecrets(current=self.secrets.new()),
            created_at=self.clock.now(),
            personal_data=command.personal_data,
        )
        async with self.unit_of_work() as uow:
            if len(await uow.webhook_subscriptions.find_page(after=None, limit=_MOST)) == _MOST:
                raise ConflictError(f"there are {_MOST} webhooks already; delete one first")
            kept = await uow.webhook_subscriptions.save(subscription)
            await uow.commit()
        return kept
