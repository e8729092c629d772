"""Somebody is to be told something else, somewhere else, or nothing for a while."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from application.ports.unit_of_work import UnitOfWorkFactory
from application.ports.webhooks import WebhookSender
from application.webhook_target import checked_target
from domain.ids import WebhookId
from domain.precondition import Precondition, in_force
from domain.webhook import WebhookSubscription
from domain.webhook_events import parse_events


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWebhookCommand:
    """None leaves as it is."""

    webhook_id: WebhookId
    url: str | None = None
    events: Sequence[str] | None = None
    personal_data: bool | None = None
    enabled: bool | None = None
    precondition: Precondition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWebhook:
    """The secret stays. What happened while it was disabled is not told later."""

    unit_of_work: UnitOfWorkFactory
    sender: WebhookSender

    async def execute(self, command: ChangeWebhookCommand) -> WebhookSubscription:
        """As kept.

        Raises NotFoundError, InvalidValueError, PreconditionFailedError, StaleVersionError.
        """
        url = command.url
        if url is not None:
            url = await checked_target(self.sender, url)
        async with self.unit_of_work() as uow:
            held = await uow.webhook_subscriptions.get(command.webhook_id)
            if command.precondition is not None:
                command.precondition.check(held.tag, what="webhook")
            changed = _changed(replace(held, url=url or held.url), command)
            with in_force(command.precondition):
                kept = await uow.webhook_subscriptions.save(changed)
                await uow.commit()
        return kept


def _changed(held: WebhookSubscription, command: ChangeWebhookCommand) -> WebhookSubscription:
    if command.events is not None:
        held = replace(held, events=parse_events(command.events))
    if command.personal_data is not None:
        held = replace(held, personal_data=command.personal_data)
    if command.enabled is True:
        return held.enable()
    if command.enabled is False and held.enabled:
        return held.disable("switched off")
    return held
