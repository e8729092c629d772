from datetime import UTC, datetime

import pytest

from domain.ids import DeliveryId, WebhookId
from domain.webhook_delivery import (
    MOST_ATTEMPTS,
    Attempt,
    AttemptResult,
    DeliveryState,
    WebhookDelivery,
    pause_s,
    result_of,
)

NOW = datetime(2030, 1, 1, tzinfo=UTC)
DAY = 24 * 3600


def a_delivery() -> WebhookDelivery:
    return WebhookDelivery(
        id=DeliveryId("msg_1"),
        subscription_id=WebhookId("whk_1"),
        event_id="evt_1",
        event_type="session.ended",
        occurred_at=NOW,
        data={"sessionId": "ses_1"},
        created_at=NOW,
    )


def tried(delivery: WebhookDelivery, *results: AttemptResult) -> WebhookDelivery:
    for result in results:
        delivery = delivery.tried(Attempt(at=NOW, run=delivery.run, result=result))
    return delivery


@pytest.mark.parametrize(
    ("status", "result"),
    [
        (200, AttemptResult.ACCEPTED),
        (204, AttemptResult.ACCEPTED),
        (301, AttemptResult.REDIRECTED),
        (400, AttemptResult.REFUSED),
        (404, AttemptResult.REFUSED),
        (408, AttemptResult.BUSY),
        (410, AttemptResult.GONE),
        (425, AttemptResult.BUSY),
        (429, AttemptResult.BUSY),
        (500, AttemptResult.BUSY),
        (503, AttemptResult.BUSY),
    ],
)
def test_a_status_says_what_came_of_an_attempt(status: int, result: AttemptResult) -> None:
    assert result_of(status) is result


def test_an_accepted_message_is_delivered() -> None:
    assert tried(a_delivery(), AttemptResult.ACCEPTED).state is DeliveryState.DELIVERED


@pytest.mark.parametrize(
    "result",
    [
        AttemptResult.REFUSED,
        AttemptResult.GONE,
        AttemptResult.REDIRECTED,
        AttemptResult.ADDRESS_REFUSED,
    ],
)
def test_what_will_not_change_is_dead_at_once(result: AttemptResult) -> None:
    assert tried(a_delivery(), result).state is DeliveryState.DEAD


@pytest.mark.parametrize(
    "result", [AttemptResult.BUSY, AttemptResult.TIMED_OUT, AttemptResult.UNREACHABLE]
)
def test_what_may_pass_is_dead_after_the_last_attempt(result: AttemptResult) -> None:
    delivery = tried(a_delivery(), *[result] * (MOST_ATTEMPTS - 1))
    assert delivery.state is DeliveryState.PENDING
    assert tried(delivery, result).state is DeliveryState.DEAD


def test_the_attempts_take_about_a_day() -> None:
    delivery, total = a_delivery(), 0.0
    for _ in range(MOST_ATTEMPTS - 1):
        delivery = tried(delivery, AttemptResult.BUSY)
        total += pause_s(delivery, chance=0.5, asked_for_s=None)
    assert 0.9 * DAY < total < 1.1 * DAY
    assert pause_s(delivery, chance=0.0, asked_for_s=None) == 0


def test_a_receiver_may_ask_for_more_time_but_not_for_more_than_a_day() -> None:
    delivery = tried(a_delivery(), AttemptResult.BUSY)
    assert pause_s(delivery, chance=0.1, asked_for_s=120) == 120
    assert pause_s(delivery, chance=1.0, asked_for_s=2) == delivery.longest_pause_s
    assert pause_s(delivery, chance=0.1, asked_for_s=10 * DAY) == DAY


def test_a_redelivery_is_the_same_message_with_all_its_attempts_before_it() -> None:
    dead = tried(a_delivery(), *[AttemptResult.BUSY] * MOST_ATTEMPTS)
    again = dead.again()
    assert (again.id, again.state) == (dead.id, DeliveryState.PENDING)
    assert again.attempts == dead.attempts
    assert again.attempts_of_run == 0
    assert tried(again, AttemptResult.BUSY).state is DeliveryState.PENDING


def test_each_run_is_work_of_its_own() -> None:
    assert a_delivery().key == "webhook:whk_1:evt_1"
    assert a_delivery().again().key == "webhook:whk_1:evt_1:2"


def test_only_the_newest_attempts_are_kept() -> None:
    delivery = a_delivery()
    for _ in range(10):
        delivery = tried(delivery, *[AttemptResult.BUSY] * MOST_ATTEMPTS).again()
    assert len(delivery.attempts) == 3 * MOST_ATTEMPTS
    assert delivery.attempts[-1].run == 10


def test_an_attempt_made_by_hand_at_a_dead_delivery_counts_like_any_other() -> None:
    refused = tried(a_delivery(), AttemptResult.REFUSED)
    assert tried(refused, AttemptResult.BUSY).state is DeliveryState.PENDING
    spent = tried(a_delivery(), *[AttemptResult.BUSY] * MOST_ATTEMPTS)
    assert tried(spent, AttemptResult.BUSY).state is DeliveryState.DEAD
    assert tried(spent, AttemptResult.ACCEPTED).state is DeliveryState.DELIVERED


def test_a_cancelled_delivery_is_over() -> None:
    assert a_delivery().cancel().state is DeliveryState.CANCELLED
