"""Sends signed messages to addresses that others gave."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientResponse
from standardwebhooks import Webhook

from adapters.net.addresses import AddressGuard
from adapters.net.pinned import pinned_session, pinned_url
from adapters.net.reading import read_at_most
from adapters.webhooks.breaker import HostBreaker
from application.ports.webhooks import WebhookAnswer, WebhookMessage
from domain.errors import UnavailableError

_DEADLINE_S = 10.0
_LONGEST_ANSWER = 64 * 1024
_EXCERPT = 200
_OWN_ERROR = 500
# Mail addresses, and runs of digits and letters that numbers, keys and tokens are made of.
_MAY_BE_PERSONAL = re.compile(r"\S*@\S*|\S*\d(?:[\s().-]*\d){3,}\S*|\S{24,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpWebhookSender:
    """One POST a message, to the addresses that *guard* let through at that moment."""

    guard: AddressGuard
    breaker: HostBreaker = field(default_factory=HostBreaker)
    deadline_s: float = _DEADLINE_S

    async def check(self, url: str) -> None:
        """Raises RejectedError where nothing may be sent, else UnavailableError or TimeoutError."""
        async with asyncio.timeout(self.deadline_s):
            await self.guard.resolve(url)

    async def send(self, message: WebhookMessage) -> WebhookAnswer:
        """Raises RejectedError, UnavailableError and TimeoutError."""
        host = urlsplit(message.url).netloc
        self.breaker.check(host)
        try:
            answer = await self._answered(message)
        except (UnavailableError, TimeoutError):
            self.breaker.failed(host)
            raise
        if answer.status >= _OWN_ERROR:
            self.breaker.failed(host)
        else:
            self.breaker.answered(host)
        return answer

    async def _answered(self, message: WebhookMessage) -> WebhookAnswer:
        try:
            async with asyncio.timeout(self.deadline_s):
                return await self._sent(message)
        except TimeoutError:
            raise
        except (ClientError, OSError):
            # Without its text, which holds the address: that may have a token in it.
            # The pause before the next attempt is the asker's business.
            raise UnavailableError("the receiver cannot be reached", retry_after=0.0) from None

    async def _sent(self, message: WebhookMessage) -> WebhookAnswer:
        origin = await self.guard.resolve(message.url)
        async with (
            pinned_session(origin, timeout_s=self.deadline_s) as session,
            session.post(
                pinned_url(message.url, origin),
                data=message.body.encode(),
                headers=_headers(message),
                allow_redirects=False,
            ) as response,
        ):
            return await _answer(response, message.at)


def _headers(message: WebhookMessage) -> Mapping[str, str]:
    signatures = [
        Webhook(secret).sign(message.id, message.at, message.body) for secret in message.secrets
    ]
    signed = {"webhook-signature": " ".join(signatures)} if signatures else {}
    return {
        **signed,
        "webhook-id": message.id,
        "webhook-timestamp": str(int(message.at.timestamp())),
        "Content-Type": "application/json",
        "Accept-Encoding": "identity",
        "User-Agent": "voice-agent",
    }


async def _answer(response: ClientResponse, at: datetime) -> WebhookAnswer:
    body = await read_at_most(response, _LONGEST_ANSWER)
    return WebhookAnswer(
        status=response.status,
        retry_after_s=_seconds(response.headers.get("Retry-After", ""), at),
        excerpt="" if response.ok else _excerpt(body),
    )


def _seconds(retry_after: str, at: datetime) -> float | None:
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after[:9])
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - at).total_seconds())
    except (ValueError, TypeError):
        return None


def _excerpt(body: bytes) -> str:
    # No more than may be shown, since the search takes the square of its length.
    words = " ".join(body[: 5 * _EXCERPT].decode(errors="replace").split())
    printable = "".join(char if char.isprintable() else " " for char in words)
    return _MAY_BE_PERSONAL.sub("[...]", printable)[:_EXCERPT]
