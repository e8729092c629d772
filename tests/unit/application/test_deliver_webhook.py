import json
from collections.abc import Awaitable, Callable

import pytest

from adapters.in_memory.webhook_sender import InMemoryWebhookSender
from application.ports.webhooks import WebhookAnswer, WebhookMessage
from application.ports.work_queue import Dead, Done, RetryAfter
from application.use_cases.webhooks.change_webhook import ChangeWebhookCommand
from application.use_cases.webhooks.delete_webhook import DeleteWebhookCommand
from application.use_cases.webhooks.redeliver import RedeliverCommand
from application.use_cases.webhooks.rotate_secret import RotateSecretCommand
from domain.contact_details import ContactField
from domain.errors import RejectedError, UnavailableError
from domain.ids import LeadId, VoiceSessionId, WebhookId
from domain.lead import FieldStatus, Lead
from domain.webhook_delivery import (
    MOST_ATTEMPTS,
    AttemptResult,
    DeliveryState,
    WebhookDelivery,
)
from tests.unit.application.webhooks import Desk, job_of

FIRST = WebhookId("whk_000001")


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def a_delivery(desk: Desk, *, personal_data: bool = False) -> WebhookDelivery:
    await desk.subscribed(personal_data=personal_data)
    await desk.happened("LeadChanged", leadId="led_1", sessionId="ses_1", status="confirmed")
    (delivery,) = await desk.deliveries()
    return delivery


async def now(desk: Desk) -> WebhookDelivery:
    (delivery,) = await desk.deliveries()
    return delivery


async def keep_lead(desk: Desk) -> None:
    lead = Lead(id=LeadId("led_1"), session_id=VoiceSessionId("ses_1"))
    at = desk.clock.now()
    for name, value, status in (
        (ContactField.NAME, "Zoë", FieldStatus.CONFIRMED),
        (ContactField.EMAIL, "zoe@example.com", FieldStatus.SPELLED),
        (ContactField.PHONE, "+4315550134", FieldStatus.CONFIRMED),
    ):
        lead = lead.note(name, value, status=status, evidence=(), now=at)
    async with desk.store.unit_of_work() as uow:
        await uow.leads.save(lead.withdraw(ContactField.PHONE, now=at))
        await uow.commit()


async def test_a_message_says_what_happened_and_nothing_of_the_caller(desk: Desk) -> None:
    await keep_lead(desk)
    delivery = await a_delivery(desk)
    assert await desk.deliver.execute(job_of(delivery)) == Done()
    (message,) = desk.sender.sent
    assert message.id == delivery.id
    assert json.loads(message.body) == {
        "type": "lead.changed",
        "timestamp": "2030-01-01T12:00:00.000Z",
        "data": {"leadId": "led_1", "sessionId": "ses_1", "status": "confirmed"},
    }


async def test_whoever_asked_for_it_is_told_what_was_confirmed_and_still_stands(
    desk: Desk,
) -> None:
    delivery = await a_delivery(desk, personal_data=True)
    await keep_lead(desk)
    await desk.deliver.execute(job_of(delivery))
    assert json.loads(desk.sender.sent[0].body)["data"]["contact"] == {"name": "Zoë"}
    assert "Zoë" not in repr(await now(desk))


async def test_of_a_lead_that_is_gone_nothing_is_told(desk: Desk) -> None:
    delivery = await a_delivery(desk, personal_data=True)
    await desk.deliver.execute(job_of(delivery))
    assert json.loads(desk.sender.sent[0].body)["data"]["contact"] == {}


async def test_what_was_accepted_is_in_the_ledger_and_is_not_sent_again(desk: Desk) -> None:
    delivery = await a_delivery(desk)
    job = job_of(delivery)
    for _ in range(2):
        assert await desk.deliver.execute(job) == Done()
    assert len(desk.sender.sent) == 1
    assert (await now(desk)).state is DeliveryState.DELIVERED
    async with desk.store.unit_of_work() as uow:
        effect = await uow.effects.find(job.effect_key("send"))
    assert effect is not None
    assert effect.target == FIRST
    assert effect.result == {"deliveryId": delivery.id, "status": 204}


async def test_every_attempt_is_signed_anew_under_the_same_id(desk: Desk) -> None:
    delivery = await a_delivery(desk)
    desk.sender.answer_next(WebhookAnswer(status=503))
    await desk.deliver.execute(job_of(delivery))
    await desk.clock.advance(seconds=60)
    await desk.rotate.execute(RotateSecretCommand(webhook_id=FIRST))
    await desk.deliver.execute(job_of(delivery))
    first, second = desk.sender.sent
    assert (first.id, first.body) == (second.id, second.body)
    assert (second.at - first.at).total_seconds() == 60
    assert (len(first.secrets), len(second.secrets)) == (1, 2)
    assert second.secrets[1:] == first.secrets


async def test_a_busy_receiver_is_asked_again_for_about_a_day_and_then_no_more(
    desk: Desk,
) -> None:
    delivery = await a_delivery(desk)
    desk.sender.answer_next(*[WebhookAnswer(status=503)] * MOST_ATTEMPTS)
    pauses = []
    for _ in range(MOST_ATTEMPTS - 1):
        outcome = await desk.deliver.execute(job_of(delivery))
        assert isinstance(outcome, RetryAfter)
        assert outcome.reason == "busy 503"
        pauses.append(outcome.seconds)
    assert pauses == sorted(pauses, key=lambda pause: pause or 0.0)
    assert await desk.deliver.execute(job_of(delivery)) == Dead(reason="busy 503")
    dead = await now(desk)
    assert dead.state is DeliveryState.DEAD
    assert [one.status for one in dead.attempts] == [503] * MOST_ATTEMPTS


async def test_a_receiver_who_says_when_is_asked_then(desk: Desk) -> None:
    delivery = await a_delivery(desk)
    desk.sender.answer_next(WebhookAnswer(status=429, retry_after_s=120))
    outcome = await desk.deliver.execute(job_of(delivery))
    assert outcome == RetryAfter(reason="busy 429", seconds=120)


@pytest.mark.parametrize(
    ("error", "reason"),
    [(UnavailableError("away"), "unreachable"), (TimeoutError(), "timed_out")],
)
async def test_when_there_is_no_answer_it_is_sent_again(
    desk: Desk, error: Exception, reason: str
) -> None:
    delivery = await a_delivery(desk)
    desk.sender.fail_next(error)
    outcome = await desk.deliver.execute(job_of(delivery))
    assert outcome == RetryAfter(reason=reason, seconds=10.0)
    assert await desk.deliver.execute(job_of(delivery)) == Done()
    assert {message.id for message in desk.sender.sent} == {delivery.id}


async def test_a_receiver_who_is_left_alone_is_tried_when_that_is_over(desk: Desk) -> None:
    delivery = await a_delivery(desk)
    desk.sender.fail_next(UnavailableError("it failed again and again", retry_after=29))
    outcome = await desk.deliver.execute(job_of(delivery))
    assert outcome == RetryAfter(reason="unreachable", seconds=29)


@pytest.mark.parametrize(("status", "reason"), [(400, "refused 400"), (302, "redirected 302")])
async def test_a_refusal_is_final_and_how_it_began_is_kept(
    desk: Desk, status: int, reason: str
) -> None:
    delivery = await a_delivery(desk)
    desk.sender.answer_next(WebhookAnswer(status=status, excerpt="no such page"))
    assert await desk.deliver.execute(job_of(delivery)) == Dead(reason=reason)
    (attempt,) = (await now(desk)).attempts
    assert (attempt.status, attempt.excerpt) == (status, "no such page")


async def test_of_an_answer_to_personal_data_no_word_is_kept(desk: Desk) -> None:
    delivery = await a_delivery(desk, personal_data=True)
    desk.sender.answer_next(WebhookAnswer(status=400, excerpt="Zoë is unknown"))
    await desk.deliver.execute(job_of(delivery))
    assert (await now(desk)).attempts[0].excerpt == ""


async def test_an_address_that_became_private_is_final(desk: Desk) -> None:
    delivery = await a_delivery(desk)
    desk.sender.fail_next(RejectedError("the address leads into a private network"))
    assert await desk.deliver.execute(job_of(delivery)) == Dead(reason="address_refused")
    assert (await now(desk)).attempts[0].result is AttemptResult.ADDRESS_REFUSED


async def test_a_receiver_that_is_gone_is_told_nothing_more(desk: Desk) -> None:
    first = await a_delivery(desk)
    await desk.happened("SessionEnded", sessionId="ses_1")
    waiting = (await desk.deliveries())[0]
    desk.sender.answer_next(WebhookAnswer(status=410))
    assert await desk.deliver.execute(job_of(first)) == Dead(reason="gone 410")
    assert (await desk.queries.webhook(FIRST)).disabled_reason == "gone"
    assert await desk.deliver.execute(job_of(waiting)) == Done()
    assert (await desk.deliveries())[0].state is DeliveryState.CANCELLED
    assert len(desk.sender.sent) == 1


async def test_work_for_what_was_deleted_is_done(desk: Desk) -> None:
    delivery = await a_delivery(desk)
    await desk.delete.execute(DeleteWebhookCommand(webhook_id=FIRST))
    assert await desk.deliver.execute(job_of(delivery)) == Done()
    assert desk.sender.sent == []


async def test_a_redelivery_takes_the_place_of_what_was_still_to_be_tried(desk: Desk) -> None:
    delivery = await a_delivery(desk)
    desk.sender.answer_next(WebhookAnswer(status=500))
    await desk.deliver.execute(job_of(delivery))
    again = await desk.redeliver.execute(RedeliverCommand(delivery_id=delivery.id))
    assert await desk.deliver.execute(job_of(delivery)) == Done()
    assert len(desk.sender.sent) == 1
    assert await desk.deliver.execute(job_of(again)) == Done()
    assert [one.run for one in (await now(desk)).attempts] == [1, 2]


async def test_dead_work_that_is_taken_up_by_hand_is_tried_once(desk: Desk) -> None:
    delivery = await a_delivery(desk)
    desk.sender.answer_next(WebhookAnswer(status=404))
    await desk.deliver.execute(job_of(delivery))
    assert await desk.deliver.execute(job_of(delivery)) == Done()
    assert (await now(desk)).state is DeliveryState.DELIVERED


class SenderDuringWhich(InMemoryWebhookSender):
    """Something happens between a message and its answer."""

    deed: Callable[[], Awaitable[object]] | None = None

    async def send(self, message: WebhookMessage) -> WebhookAnswer:
        """The first message is answered after the deed."""
        deed, self.deed = self.deed, None
        if deed is not None:
            await deed()
        return await super().send(message)


async def test_a_change_in_the_middle_of_an_attempt_is_seen_the_next_time() -> None:
    sender = SenderDuringWhich()
    desk = Desk(sender=sender)
    delivery = await a_delivery(desk)
    sender.deed = lambda: desk.redeliver.execute(RedeliverCommand(delivery_id=delivery.id))
    outcome = await desk.deliver.execute(job_of(delivery))
    assert outcome == RetryAfter(reason="changed meanwhile", seconds=1.0)
    assert await desk.deliver.execute(job_of(delivery)) == Done()
    assert (await now(desk)).state is DeliveryState.PENDING


async def test_a_store_that_is_away_is_no_attempt(desk: Desk) -> None:
    delivery = await a_delivery(desk)
    desk.store.fail_next(UnavailableError("the database did not answer"))
    with pytest.raises(UnavailableError):
        await desk.deliver.execute(job_of(delivery))
    assert (await now(desk)).attempts == ()


async def test_a_subscription_that_is_switched_off_cancels_what_is_pending(desk: Desk) -> None:
    delivery = await a_delivery(desk)
    await desk.change.execute(ChangeWebhookCommand(webhook_id=FIRST, enabled=False))
    assert await desk.deliver.execute(job_of(delivery)) == Done()
    assert (await now(desk)).state is DeliveryState.CANCELLED
