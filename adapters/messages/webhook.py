"""Messages that somebody else's service sends for us."""

import json
from dataclasses import dataclass, field

from application.ports.messages import Message
from application.ports.system import Clock
from application.ports.webhooks import WebhookMessage, WebhookSender
from domain.errors import RejectedError, UnavailableError
from domain.ids import DeliveryId
from domain.webhook_delivery import AttemptResult, result_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookMessages:
    """`message.send` with `{channel, to, text}`, to one address, after Standard Webhooks.

    Its `webhook-id` is the message's own, however often it is sent.
    """

    sender: WebhookSender
    url: str
    clock: Clock
    secrets: tuple[str, ...] = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """What people call it."""
        return "webhook"

    async def send(self, message: Message, *, key: str) -> None:
        """Raises UnavailableError, TimeoutError and RejectedError."""
        now = self.clock.now()
        data = {"channel": message.channel, "to": message.to, "text": message.text}
        body = {"type": "message.send", "timestamp": now.isoformat(), "data": data}
        answer = await self.sender.send(
            WebhookMessage(
                id=DeliveryId(key),
                url=self.url,
                body=json.dumps(body, ensure_ascii=False),
                at=now,
                secrets=self.secrets,
            )
        )
        result = result_of(answer.status)
        if result.may_pass:
            raise UnavailableError(f"HTTP {answer.status}", retry_after=answer.retry_after_s or 0.0)
        if result is not AttemptResult.ACCEPTED:
            raise RejectedError(f"HTTP {answer.status}")
