import pytest

from application.use_cases.webhooks.change_webhook import ChangeWebhookCommand
from application.use_cases.webhooks.create_webhook import CreateWebhookCommand
from application.use_cases.webhooks.delete_webhook import DeleteWebhookCommand
from application.use_cases.webhooks.redeliver import RedeliverCommand
from application.use_cases.webhooks.rotate_secret import RotateSecretCommand
from application.use_cases.webhooks.send_test import SendTestCommand
from domain.errors import (
    ConflictError,
    InvalidValueError,
    NotFoundError,
    PreconditionFailedError,
    UnavailableError,
)
from domain.ids import DeliveryId, WebhookId
from domain.precondition import Precondition
from domain.webhook_delivery import DeliveryState
from tests.unit.application.webhooks import PRIVATE, URL, Desk

FIRST = WebhookId("whk_000001")
OUTDATED = Precondition(tags=frozenset({"9"}))
READ = Precondition(tags=frozenset({"1"}))


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_a_subscription_is_kept_with_a_secret_of_its_own(desk: Desk) -> None:
    first, second = await desk.subscribed("session.ended"), await desk.subscribed()
    assert (await desk.queries.webhook(FIRST)) == first
    assert first.secrets.current != second.secrets.current
    assert [one.id for one in await desk.queries.webhooks(after=None, limit=9)] == [
        second.id,
        first.id,
    ]


async def test_an_address_that_nothing_may_be_sent_to_is_not_subscribed(desk: Desk) -> None:
    for url in (PRIVATE, "nonsense"):
        with pytest.raises(InvalidValueError, match="url"):
            await desk.create.execute(CreateWebhookCommand(url=url, events=("*",)))
    with pytest.raises(InvalidValueError, match="events"):
        await desk.create.execute(CreateWebhookCommand(url=URL, events=("x",)))
    assert await desk.queries.webhooks(after=None, limit=9) == []


async def test_a_host_that_nobody_knows_may_be_known_later(desk: Desk) -> None:
    for error in (UnavailableError("unknown"), TimeoutError()):
        desk.sender.fail_next(error)
        assert (await desk.subscribed()).url == URL


async def test_there_are_so_many_subscriptions_and_no_more(desk: Desk) -> None:
    for _ in range(100):
        await desk.subscribed()
    with pytest.raises(ConflictError, match="100"):
        await desk.subscribed()


async def test_what_is_not_named_stays_as_it_is(desk: Desk) -> None:
    created = await desk.subscribed("session.ended")
    same = await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST))
    assert (same.url, same.events, same.secrets) == (URL, created.events, created.secrets)
    changed = await desk.change.execute(
        ChangeWebhookCommand(
            webhook_id=FIRST, url="https://other.example/", events=("*",), personal_data=True
        )
    )
    assert (changed.url, changed.events) == ("https://other.example/", ("*",))
    assert changed.personal_data
    assert changed.enabled


async def test_a_subscription_is_switched_off_and_on(desk: Desk) -> None:
    await desk.subscribed()
    off = await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST, enabled=False))
    assert off.disabled_reason == "switched off"
    await desk.happened()
    assert await desk.deliveries() == []
    on = await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST, enabled=True))
    assert on.enabled


async def test_why_it_is_disabled_is_not_overwritten(desk: Desk) -> None:
    created = await desk.subscribed()
    async with desk.store.unit_of_work() as uow:
        await uow.webhook_subscriptions.save(created.disable("gone"))
        await uow.commit()
    off = await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST, enabled=False))
    assert off.disabled_reason == "gone"


async def test_nobody_changes_or_deletes_what_they_have_not_seen(desk: Desk) -> None:
    await desk.subscribed()
    with pytest.raises(PreconditionFailedError):
        await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST, precondition=OUTDATED))
    with pytest.raises(PreconditionFailedError):
        await desk.delete.execute(DeleteWebhookCommand(webhook_id=FIRST, precondition=OUTDATED))
    await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST, precondition=READ))


async def test_a_change_is_checked_like_a_new_subscription(desk: Desk) -> None:
    await desk.subscribed()
    with pytest.raises(InvalidValueError):
        await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST, url=PRIVATE))
    with pytest.raises(InvalidValueError):
        await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST, url=""))
    with pytest.raises(InvalidValueError):
        await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST, events=()))


async def test_a_deleted_subscription_is_gone_with_what_it_was_told(desk: Desk) -> None:
    await desk.subscribed()
    await desk.happened()
    (told,) = await desk.deliveries()
    await desk.delete.execute(DeleteWebhookCommand(webhook_id=FIRST))
    for asked in (desk.queries.webhook(FIRST), desk.deliveries()):
        with pytest.raises(NotFoundError):
            await asked
    with pytest.raises(NotFoundError):
        await desk.redeliver.execute(RedeliverCommand(delivery_id=told.id))


async def test_a_rotation_keeps_the_old_secret_for_a_day(desk: Desk) -> None:
    created = await desk.subscribed()
    rotated = await desk.rotate.execute(RotateSecretCommand(webhook_id=FIRST))
    both = (rotated.secrets.current, created.secrets.current)
    assert rotated.secrets.valid_at(desk.clock.now()) == both
    await desk.clock.advance(seconds=24 * 3600)
    assert rotated.secrets.valid_at(desk.clock.now()) == both[:1]


async def test_each_subscriber_is_told_of_what_it_wants_once(desk: Desk) -> None:
    await desk.subscribed("session.ended")
    await desk.subscribed("lead.changed")
    await desk.subscribed("*")
    for _ in range(2):
        await desk.happened("SessionEnded", sessionId="ses_1", reason="task_completed")
    told = [await desk.deliveries(f"whk_00000{number}") for number in (1, 2, 3)]
    assert [len(one) for one in told] == [1, 0, 1]
    assert told[0][0].event_type == "session.ended"
    assert told[0][0].data == {"sessionId": "ses_1", "reason": "task_completed"}
    assert told[0][0].occurred_at == desk.clock.now()


async def test_a_test_goes_to_whoever_is_enabled_whatever_they_want(desk: Desk) -> None:
    await desk.subscribed("session.ended")
    sent = await desk.test.execute(SendTestCommand(webhook_id=FIRST))
    assert (sent.event_type, sent.data) == ("webhook.test", {"webhookId": FIRST})
    assert await desk.deliveries() == [sent]
    await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST, enabled=False))
    with pytest.raises(ConflictError, match="enable it first"):
        await desk.test.execute(SendTestCommand(webhook_id=FIRST))
    with pytest.raises(ConflictError, match="enable it first"):
        await desk.redeliver.execute(RedeliverCommand(delivery_id=sent.id))


async def test_a_redelivery_is_pending_again(desk: Desk) -> None:
    await desk.subscribed()
    await desk.happened()
    (told,) = await desk.deliveries()
    again = await desk.redeliver.execute(RedeliverCommand(delivery_id=told.id))
    assert (again.id, again.run, again.state) == (told.id, 2, DeliveryState.PENDING)
    with pytest.raises(NotFoundError):
        await desk.redeliver.execute(RedeliverCommand(delivery_id=DeliveryId("msg_9")))


async def test_old_deliveries_are_forgotten(desk: Desk) -> None:
    await desk.subscribed()
    await desk.happened()
    (told,) = await desk.deliveries()
    async with desk.store.unit_of_work() as uow:
        await uow.webhook_deliveries.save(told.cancel())
        await uow.commit()
    assert await desk.forget.execute() == 0
    await desk.clock.advance(seconds=31 * 24 * 3600)
    assert await desk.forget.execute() == 1
    assert await desk.deliveries() == []
