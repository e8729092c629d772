from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from adapters.net.addresses import AddressGuard
from adapters.system.clock import SystemClock
from adapters.webhooks.breaker import HostBreaker
from adapters.webhooks.secrets import RandomSecrets
from adapters.webhooks.sender import HttpWebhookSender
from application.ports.webhooks import WebhookMessage
from domain.errors import UnavailableError
from domain.ids import DeliveryId
from tests.webhooks.receiver import Receiver, receiving


class Stopwatch:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def failing(breaker: HostBreaker, host: str, times: int = 5) -> None:
    for _ in range(times):
        breaker.check(host)
        breaker.failed(host)


def test_a_host_that_fails_again_and_again_rests() -> None:
    breaker = HostBreaker(Stopwatch())
    failing(breaker, "one")
    with pytest.raises(UnavailableError) as caught:
        breaker.check("one")
    assert caught.value.retry_after == 30
    breaker.check("another")


def test_an_answer_in_between_makes_up_for_everything() -> None:
    breaker = HostBreaker(Stopwatch())
    failing(breaker, "one", times=4)
    breaker.answered("one")
    failing(breaker, "one", times=4)
    breaker.check("one")


def test_after_the_rest_one_goes_first() -> None:
    watch = Stopwatch()
    breaker = HostBreaker(watch)
    failing(breaker, "one")
    watch.now = 30.0
    breaker.check("one")
    with pytest.raises(UnavailableError):
        breaker.check("one")
    breaker.answered("one")
    breaker.check("one")


def test_one_more_failure_after_the_rest_is_another_rest() -> None:
    watch = Stopwatch()
    breaker = HostBreaker(watch)
    failing(breaker, "one")
    watch.now = 31.0
    failing(breaker, "one", times=1)
    watch.now = 60.0
    with pytest.raises(UnavailableError):
        breaker.check("one")


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as somebody:
        yield somebody


@pytest.mark.parametrize(("status", "arrive"), [(500, 5), (404, 8)])
async def test_only_a_receivers_own_failures_count(
    receiver: Receiver, status: int, arrive: int
) -> None:
    receiver.replies = [web.Response(status=status) for _ in range(8)]
    sender = HttpWebhookSender(guard=AddressGuard(allowed_hosts=frozenset({receiver.host})))
    message = WebhookMessage(
        id=DeliveryId("msg_1"),
        url=receiver.url,
        body="{}",
        at=SystemClock().now(),
        secrets=(RandomSecrets().new(),),
    )
    refused = 0
    for _ in range(8):
        try:
            await sender.send(message)
        except UnavailableError:
            refused += 1
    assert (len(receiver.arrived), refused) == (arrive, 8 - arrive)
