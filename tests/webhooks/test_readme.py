"""The receiver in the README verifies what we send, and takes each message once."""

import re
from pathlib import Path
from typing import Any

from adapters.net.addresses import AddressGuard
from adapters.system.clock import SystemClock
from adapters.webhooks.secrets import RandomSecrets
from adapters.webhooks.sender import HttpWebhookSender
from application.ports.webhooks import WebhookMessage
from domain.ids import DeliveryId
from tests.webhooks.receiver import receiving

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BODY = '{"type":"webhook.test","data":{"webhookId":"whk_1"}}'


async def test_the_receiver_in_the_readme_works(capsys: Any) -> None:
    (lines,) = re.findall(r"```py\n(.*?)```", README, flags=re.DOTALL)
    names: dict[str, Any] = {}
    exec(lines, names)  # noqa: S102 - our own README
    names["SECRET"] = RandomSecrets().new()
    async with receiving() as somebody:
        somebody.secret = names["SECRET"]
        sender = HttpWebhookSender(guard=AddressGuard(allowed_hosts=frozenset({somebody.host})))
        message = WebhookMessage(
            id=DeliveryId("msg_1"),
            url=somebody.url,
            body=BODY,
            at=SystemClock().now(),
            secrets=(names["SECRET"],),
        )
        await sender.send(message)
    (arrived,) = somebody.arrived
    answers = [names["receive"](arrived.body.encode(), arrived.headers) for _ in range(2)]
    forged = names["receive"](arrived.body.replace("whk_1", "whk_2").encode(), arrived.headers)
    assert (answers, forged) == ([204, 204], 401)
    assert capsys.readouterr().out == "webhook.test {'webhookId': 'whk_1'}\n"
