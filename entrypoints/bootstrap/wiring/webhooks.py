"""Webhooks that go out."""

from dependency_injector import providers

from application.ports.webhooks import WebhookSecrets, WebhookSender
from application.use_cases.webhooks.change_webhook import ChangeWebhook
from application.use_cases.webhooks.create_webhook import CreateWebhook
from application.use_cases.webhooks.delete_webhook import DeleteWebhook
from application.use_cases.webhooks.deliver_webhook import DeliverWebhook
from application.use_cases.webhooks.forget_deliveries import ForgetDeliveries
from application.use_cases.webhooks.publish_event import PublishEvent
from application.use_cases.webhooks.redeliver import Redeliver
from application.use_cases.webhooks.rotate_secret import RotateSecret
from application.use_cases.webhooks.send_test import SendTest
from application.webhook_queries import WebhookQueries
from entrypoints.bootstrap.settings import Settings
from entrypoints.bootstrap.tool_settings import listed
from entrypoints.bootstrap.wiring.foundation import Foundation

_PORTS = frozenset({443, 8443})


def make_webhook_sender(settings: Settings) -> WebhookSender:
    """What sends messages to those who asked for them."""
    from adapters.net.addresses import AddressGuard
    from adapters.webhooks.sender import HttpWebhookSender

    allowed = listed(settings.webhook_allowed_hosts.lower())
    return HttpWebhookSender(guard=AddressGuard(allowed_hosts=allowed, ports=_PORTS))


def make_webhook_secrets() -> WebhookSecrets:
    """Where signing secrets come from."""
    from adapters.webhooks.secrets import RandomSecrets

    return RandomSecrets()


class WebhooksWiring(Foundation):
    """Subscriptions, and what it takes to tell them."""

    webhook_sender = providers.Singleton[WebhookSender](make_webhook_sender, Foundation.settings)
    webhook_secrets = providers.Singleton[WebhookSecrets](make_webhook_secrets)

    webhook_queries = providers.Singleton[WebhookQueries](
        WebhookQueries, unit_of_work=Foundation.unit_of_work
    )
    create_webhook = providers.Singleton[CreateWebhook](
        CreateWebhook,
        unit_of_work=Foundation.unit_of_work,
        sender=webhook_sender,
        secrets=webhook_secrets,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )
    change_webhook = providers.Singleton[ChangeWebhook](
        ChangeWebhook, unit_of_work=Foundation.unit_of_work, sender=webhook_sender
    )
    delete_webhook = providers.Singleton[DeleteWebhook](
        DeleteWebhook, unit_of_work=Foundation.unit_of_work
    )
    rotate_secret = providers.Singleton[RotateSecret](
        RotateSecret,
        unit_of_work=Foundation.unit_of_work,
        secrets=webhook_secrets,
        clock=Foundation.clock,
    )
    send_test_webhook = providers.Singleton[SendTest](
        SendTest,
        unit_of_work=Foundation.unit_of_work,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )
    redeliver_webhook = providers.Singleton[Redeliver](
        Redeliver, unit_of_work=Foundation.unit_of_work
    )
    publish_event = providers.Singleton[PublishEvent](
        PublishEvent,
        unit_of_work=Foundation.unit_of_work,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )
    deliver_webhook = providers.Singleton[DeliverWebhook](
        DeliverWebhook,
        unit_of_work=Foundation.unit_of_work,
        sender=webhook_sender,
        clock=Foundation.clock,
    )
    forget_deliveries = providers.Singleton[ForgetDeliveries](
        ForgetDeliveries, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
