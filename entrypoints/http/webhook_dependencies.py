"""What the routes of webhooks ask for, taken from the container."""

from typing import Annotated

from fastapi import Depends, Path

from application.use_cases.webhooks.change_webhook import ChangeWebhook
from application.use_cases.webhooks.create_webhook import CreateWebhook
from application.use_cases.webhooks.delete_webhook import DeleteWebhook
from application.use_cases.webhooks.redeliver import Redeliver
from application.use_cases.webhooks.rotate_secret import RotateSecret
from application.use_cases.webhooks.send_test import SendTest
from application.webhook_queries import WebhookQueries
from domain.ids import DeliveryId, WebhookId
from entrypoints.http.dependencies import ContainerDep
from entrypoints.http.schemas.base import NAME_PATTERN


async def _queries(container: ContainerDep) -> WebhookQueries:
    return container.webhook_queries()


async def _create(container: ContainerDep) -> CreateWebhook:
    return container.create_webhook()


async def _change(container: ContainerDep) -> ChangeWebhook:
    return container.change_webhook()


async def _delete(container: ContainerDep) -> DeleteWebhook:
    return container.delete_webhook()


async def _rotate(container: ContainerDep) -> RotateSecret:
    return container.rotate_secret()


async def _send_test(container: ContainerDep) -> SendTest:
    return container.send_test_webhook()


async def _redeliver(container: ContainerDep) -> Redeliver:
    return container.redeliver_webhook()


WebhookQueriesDep = Annotated[WebhookQueries, Depends(_queries)]
CreateWebhookDep = Annotated[CreateWebhook, Depends(_create)]
ChangeWebhookDep = Annotated[ChangeWebhook, Depends(_change)]
DeleteWebhookDep = Annotated[DeleteWebhook, Depends(_delete)]
RotateSecretDep = Annotated[RotateSecret, Depends(_rotate)]
SendTestDep = Annotated[SendTest, Depends(_send_test)]
RedeliverDep = Annotated[Redeliver, Depends(_redeliver)]

WebhookIdPath = Annotated[WebhookId, Path(alias="webhookId", pattern=NAME_PATTERN)]
DeliveryIdPath = Annotated[DeliveryId, Path(alias="deliveryId", pattern=NAME_PATTERN)]
