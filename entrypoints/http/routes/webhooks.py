"""Webhooks that go out: who is told of what happens, and what they were told."""

from http import HTTPStatus

from fastapi import APIRouter, Response

from application.use_cases.webhooks.delete_webhook import DeleteWebhookCommand
from application.use_cases.webhooks.redeliver import RedeliverCommand
from application.use_cases.webhooks.rotate_secret import RotateSecretCommand
from application.use_cases.webhooks.send_test import SendTestCommand
from entrypoints.http.access import CONFIGURE, READ
from entrypoints.http.dependencies import Cursor, Limit
from entrypoints.http.paging import page_of
from entrypoints.http.preconditions import PreconditionDep, set_etag
from entrypoints.http.problems import responses
from entrypoints.http.schemas.webhooks import (
    DeliveryOut,
    DeliveryPage,
    WebhookIn,
    WebhookOut,
    WebhookPage,
    WebhookPatch,
    WebhookWithSecretOut,
)
from entrypoints.http.webhook_dependencies import (
    ChangeWebhookDep,
    CreateWebhookDep,
    DeleteWebhookDep,
    DeliveryIdPath,
    RedeliverDep,
    RotateSecretDep,
    SendTestDep,
    WebhookIdPath,
    WebhookQueriesDep,
)

router = APIRouter(prefix="/webhooks", tags=["webhooks"])

_BODY = (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
_OUTRUN = (HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED)


@router.post(
    "",
    dependencies=[CONFIGURE],
    status_code=HTTPStatus.CREATED,
    responses=responses(HTTPStatus.CONFLICT, *_BODY),
)
async def create_webhook(
    body: WebhookIn, create: CreateWebhookDep, response: Response
) -> WebhookWithSecretOut:
    """Have somebody told of what happens. The answer has the signing secret, this once."""
    created = await create.execute(body.to_command())
    response.headers["Location"] = f"/api/webhooks/{created.id}"
    set_etag(response, created.tag)
    response.headers["Cache-Control"] = "no-store"
    return WebhookWithSecretOut.of(created)


@router.get("", dependencies=[READ])
async def list_webhooks(
    queries: WebhookQueriesDep, cursor: Cursor = None, limit: Limit = 50
) -> WebhookPage:
    """Who is told, newest first."""
    page = await page_of(
        lambda after, count: queries.webhooks(after=after, limit=count), cursor=cursor, limit=limit
    )
    return WebhookPage.of(page)


@router.get("/{webhookId}", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND))
async def get_webhook(
    webhook_id: WebhookIdPath, queries: WebhookQueriesDep, response: Response
) -> WebhookOut:
    """One subscription."""
    found = await queries.webhook(webhook_id)
    set_etag(response, found.tag)
    return WebhookOut.of(found)


@router.patch("/{webhookId}", dependencies=[CONFIGURE], responses=responses(*_OUTRUN, *_BODY))
async def change_webhook(
    webhook_id: WebhookIdPath,
    body: WebhookPatch,
    if_match: PreconditionDep,
    change: ChangeWebhookDep,
    response: Response,
) -> WebhookOut:
    """Change parts of a subscription. What happens while it is disabled is not told later."""
    changed = await change.execute(body.to_command(webhook_id, if_match))
    set_etag(response, changed.tag)
    return WebhookOut.of(changed)


@router.delete(
    "/{webhookId}",
    dependencies=[CONFIGURE],
    status_code=HTTPStatus.NO_CONTENT,
    responses=responses(*_OUTRUN),
)
async def delete_webhook(
    webhook_id: WebhookIdPath, if_match: PreconditionDep, delete: DeleteWebhookDep
) -> None:
    """Tell them no more; what they were told is forgotten."""
    await delete.execute(DeleteWebhookCommand(webhook_id=webhook_id, precondition=if_match))


@router.post(
    "/{webhookId}/rotate-secret",
    dependencies=[CONFIGURE],
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def rotate_secret(
    webhook_id: WebhookIdPath, rotate: RotateSecretDep, response: Response
) -> WebhookWithSecretOut:
    """A new secret, shown this once. For a day messages are signed with the old one, too."""
    rotated = await rotate.execute(RotateSecretCommand(webhook_id=webhook_id))
    set_etag(response, rotated.tag)
    response.headers["Cache-Control"] = "no-store"
    return WebhookWithSecretOut.of(rotated)


@router.post(
    "/{webhookId}/test",
    dependencies=[CONFIGURE],
    status_code=HTTPStatus.ACCEPTED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def send_test(webhook_id: WebhookIdPath, send: SendTestDep) -> DeliveryOut:
    """Send a `webhook.test`, the way that every other message takes."""
    return DeliveryOut.of(await send.execute(SendTestCommand(webhook_id=webhook_id)))


@router.get(
    "/{webhookId}/deliveries", dependencies=[READ], responses=responses(HTTPStatus.NOT_FOUND)
)
async def list_deliveries(
    webhook_id: WebhookIdPath, queries: WebhookQueriesDep, cursor: Cursor = None, limit: Limit = 50
) -> DeliveryPage:
    """What they were told in the last 30 days, newest first, with every attempt."""
    page = await page_of(
        lambda after, count: queries.deliveries(webhook_id, after=after, limit=count),
        cursor=cursor,
        limit=limit,
    )
    return DeliveryPage.of(page)


@router.post(
    "/deliveries/{deliveryId}/redeliver",
    dependencies=[CONFIGURE],
    status_code=HTTPStatus.ACCEPTED,
    responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)
async def redeliver(delivery_id: DeliveryIdPath, again: RedeliverDep) -> DeliveryOut:
    """Send a message once more, now; it keeps its `webhook-id`."""
    return DeliveryOut.of(await again.execute(RedeliverCommand(delivery_id=delivery_id)))
