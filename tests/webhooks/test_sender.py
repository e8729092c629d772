import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from aiohttp import web
from standardwebhooks import Webhook, WebhookVerificationError

from adapters.net.addresses import AddressGuard, Origin
from adapters.system.clock import SystemClock
from adapters.webhooks.secrets import RandomSecrets
from adapters.webhooks.sender import HttpWebhookSender
from application.ports.webhooks import WebhookAnswer, WebhookMessage
from domain.errors import RejectedError, UnavailableError
from domain.ids import DeliveryId
from tests.webhooks.receiver import Receiver, receiving

BODY = '{"type":"session.ended","data":{"caller":"Zoë"}}'
OLD, NEW = RandomSecrets().new(), RandomSecrets().new()
PORTS = frozenset({443, 8443})


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as somebody:
        somebody.secret = NEW
        yield somebody


def a_sender(receiver: Receiver, deadline_s: float = 5.0) -> HttpWebhookSender:
    guard = AddressGuard(allowed_hosts=frozenset({receiver.host}), ports=PORTS)
    return HttpWebhookSender(guard=guard, deadline_s=deadline_s)


def a_message(url: str, *secrets: str, at: datetime | None = None) -> WebhookMessage:
    return WebhookMessage(
        id=DeliveryId("msg_1"),
        url=url,
        body=BODY,
        at=at or SystemClock().now(),
        secrets=secrets or (NEW,),
    )


async def sent(receiver: Receiver, *secrets: str) -> WebhookAnswer:
    return await a_sender(receiver).send(a_message(receiver.url, *secrets))


async def test_a_receiver_can_tell_that_it_is_us(receiver: Receiver) -> None:
    assert (await sent(receiver)).status == 204
    (arrived,) = receiver.arrived
    assert arrived.path == "/hooks?to=us"
    assert arrived.headers["Content-Type"] == "application/json"
    assert arrived.headers["webhook-id"] == "msg_1"
    assert arrived.body == BODY
    assert receiver.kept == {"msg_1": {"type": "session.ended", "data": {"caller": "Zoë"}}}


async def test_during_a_rotation_the_old_secret_and_the_new_one_verify(receiver: Receiver) -> None:
    for held in (OLD, NEW):
        receiver.secret = held
        assert (await sent(receiver, NEW, OLD)).status == 204
    assert len(receiver.arrived[0].headers["webhook-signature"].split()) == 2
    receiver.secret = OLD
    assert (await sent(receiver, NEW)).status == 401


async def test_a_changed_message_does_not_verify(receiver: Receiver) -> None:
    await sent(receiver)
    (arrived,) = receiver.arrived
    for changes in (
        {"webhook-id": "msg_2"},
        {"webhook-timestamp": str(int(arrived.headers["webhook-timestamp"]) + 1)},
    ):
        with pytest.raises(WebhookVerificationError):
            Webhook(NEW).verify(arrived.body, {**arrived.headers, **changes})
    with pytest.raises(WebhookVerificationError):
        Webhook(NEW).verify(arrived.body.replace("ended", "begun"), arrived.headers)


async def test_an_old_message_does_not_verify(receiver: Receiver) -> None:
    late = a_message(receiver.url, at=SystemClock().now() - timedelta(seconds=301))
    assert (await a_sender(receiver).send(late)).status == 401


async def test_a_redirect_is_an_answer_and_is_not_followed(receiver: Receiver) -> None:
    receiver.replies = [web.Response(status=307, headers={"Location": "/elsewhere"})]
    assert (await sent(receiver)).status == 307
    assert len(receiver.arrived) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://2130706433/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://127.0.0.1:{port}/",
    ],
)
async def test_nothing_is_sent_into_the_private_network(receiver: Receiver, url: str) -> None:
    sender = HttpWebhookSender(guard=AddressGuard(ports=PORTS))
    target = url.format(port=receiver.port)
    with pytest.raises(RejectedError):
        await sender.check(target)
    with pytest.raises(RejectedError):
        await sender.send(a_message(target))
    assert receiver.arrived == []


class Changing:
    """A name server that says something else each time it is asked."""

    def __init__(self, *addresses: str) -> None:
        self.asked = 0
        self._addresses = addresses

    async def getaddrinfo(
        self, host: str, port: int, **_: object
    ) -> list[tuple[object, object, int, str, tuple[str, int]]]:
        address = self._addresses[min(self.asked, len(self._addresses) - 1)]
        self.asked += 1
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]


async def test_a_name_that_leads_elsewhere_by_now_is_looked_at_again(
    monkeypatch: pytest.MonkeyPatch, receiver: Receiver
) -> None:
    names = Changing("93.184.216.34", "127.0.0.1")
    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", names.getaddrinfo)
    sender = HttpWebhookSender(guard=AddressGuard())
    url = f"https://rebinding.example:{receiver.port}/"
    await sender.check(url)
    with pytest.raises(RejectedError, match="private network"):
        await sender.send(a_message(url))
    assert receiver.arrived == []


class Checked(AddressGuard):
    """Finds every host at the loopback address, as a resolver asked later would not."""

    async def resolve(self, url: str) -> Origin:
        parts = urlsplit(url)
        return Origin(parts.scheme, parts.hostname or "", parts.port or 0, ("127.0.0.1",))


async def test_the_connection_goes_to_the_address_that_was_checked(receiver: Receiver) -> None:
    url = f"http://hooks.invalid:{receiver.port}/"
    answer = await HttpWebhookSender(guard=Checked()).send(a_message(url))
    assert answer.status == 204
    assert receiver.arrived[0].headers["Host"] == f"hooks.invalid:{receiver.port}"


async def test_no_proxy_of_the_environment_is_asked(
    monkeypatch: pytest.MonkeyPatch, receiver: Receiver
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert (await sent(receiver)).status == 204


async def test_a_receiver_that_says_nothing_has_its_time(receiver: Receiver) -> None:
    receiver.gate = asyncio.Event()
    with pytest.raises(TimeoutError):
        await a_sender(receiver, deadline_s=0.05).send(a_message(receiver.url))


async def test_a_receiver_that_is_away_is_unavailable() -> None:
    async with receiving() as gone:
        message, sender = a_message(gone.url), a_sender(gone)
    with pytest.raises(UnavailableError, match="cannot be reached"):
        await sender.send(message)


async def test_an_answer_that_is_lost_is_no_answer(receiver: Receiver) -> None:
    receiver.drop_next = True
    with pytest.raises(UnavailableError):
        await sent(receiver)
    assert list(receiver.kept) == ["msg_1"]


async def test_of_an_endless_answer_only_the_beginning_is_read(receiver: Receiver) -> None:
    receiver.replies = [web.Response(status=500, text="no " * 5_000_000)]
    async with asyncio.timeout(5):
        answer = await sent(receiver)
    assert answer.status == 500
    assert len(answer.excerpt) == 200


@pytest.mark.parametrize(
    ("words", "excerpt"),
    [
        ("no\n such\tpage", "no such page"),
        ("sarah@example.com is unknown", "[...] is unknown"),
        ("call +43 (660) 123-4567 now", "call [...] now"),
        ("bad key " + "k" * 30, "bad key [...]"),
        ("\x00\x1b[31mred", " [31mred"),
    ],
)
async def test_what_may_be_personal_is_not_in_the_excerpt(
    receiver: Receiver, words: str, excerpt: str
) -> None:
    receiver.replies = [web.Response(status=400, text=words)]
    assert (await sent(receiver)).excerpt.strip() == excerpt.strip()


async def test_nothing_is_kept_of_words_of_consent(receiver: Receiver) -> None:
    receiver.replies = [web.Response(text="thank you, Sarah")]
    assert await sent(receiver) == WebhookAnswer(status=200)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("Tue, 01 Jan 2030 00:02:00 GMT", 120.0),
        ("Mon, 31 Dec 2029 23:00:00 GMT", 0.0),
        ("soon", None),
        ("-7", None),
        ("²", None),
    ],
)
async def test_a_busy_receiver_says_when(
    receiver: Receiver, header: str, seconds: float | None
) -> None:
    receiver.replies = [web.Response(status=429, headers={"Retry-After": header})]
    message = a_message(receiver.url, at=datetime(2030, 1, 1, tzinfo=UTC))
    assert (await a_sender(receiver).send(message)).retry_after_s == seconds


async def test_no_secret_and_no_address_is_logged_or_told(
    receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    receiver.drop_next = True
    with pytest.raises(UnavailableError) as caught:
        await sent(receiver)
    told = caplog.text + str(caught.value) + repr(a_message(receiver.url, OLD))
    assert "whsec_" not in told
    assert "to=us" not in caplog.text + str(caught.value)


def test_secrets_are_long_and_each_is_another() -> None:
    assert OLD != NEW
    assert len(Webhook(NEW)._whsecret) == 32
