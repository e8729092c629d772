"""Webhooks that go out: who is told, what they were told, and how it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from domain.ids import DeliveryId, WebhookId
from domain.webhook import WebhookSubscription
from domain.webhook_delivery import WebhookDelivery


class WebhookSubscriptions(Protocol):
    """Who is told of what happens."""

    async def save(self, subscription: WebhookSubscription) -> WebhookSubscription:
        """Keep a new or changed one, and say how. Raises StaleVersionError when outrun."""
        ...

    async def get(self, webhook_id: WebhookId) -> WebhookSubscription:
        """Raises NotFoundError."""
        ...

    async def find_enabled(self) -> Sequence[WebhookSubscription]:
        """All that anything is sent to, oldest first."""
        ...

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[WebhookSubscription]:
        """Newest first; *after* is the id of the last one of the page before."""
        ...

    async def remove(self, subscription: WebhookSubscription) -> None:
        """It and its deliveries are gone. Raises StaleVersionError when outrun."""
        ...


class WebhookDeliveries(Protocol):
    """What subscribers were told, or are to be told."""

    async def save(self, delivery: WebhookDelivery) -> WebhookDelivery:
        """Keep a new or changed one, and say how.

        Raises StaleVersionError when outrun, ConflictError for a second one of an event.
        """
        ...

    async def get(self, delivery_id: DeliveryId) -> WebhookDelivery:
        """Raises NotFoundError."""
        ...

    async def find_by_event(self, webhook_id: WebhookId, event_id: str) -> WebhookDelivery | None:
        """What that subscriber was told of that event."""
        ...

    async def find_page(
        self, webhook_id: WebhookId, *, after: str | None, limit: int
    ) -> Sequence[WebhookDelivery]:
        """Of one subscription, newest first; *after* is the last id of the page before."""
        ...

    async def forget(self, *, created_before: datetime) -> int:
        """Those older than that are gone, unless they are pending; how many there were."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookMessage:
    """*body* for *url*, to be signed with each of *secrets* as of *at*."""

    id: DeliveryId
    url: str
    body: str = field(repr=False)
    at: datetime
    secrets: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookAnswer:
    """What the receiver said; *excerpt* is how its words began, without what may be personal."""

    status: int
    retry_after_s: float | None = None
    excerpt: str = ""


class WebhookSender(Protocol):
    """Sends what others asked for to where they said, as far as that is safe."""

    async def check(self, url: str) -> None:
        """Raises RejectedError where nothing may be sent.

        UnavailableError or TimeoutError for a host that nobody knows.
        """
        ...

    async def send(self, message: WebhookMessage) -> WebhookAnswer:
        """One request, signed after Standard Webhooks; no redirect is followed.

        Raises RejectedError where nothing may be sent, UnavailableError and TimeoutError when
        there was no answer, or none was waited for since there was none so often before.
        """
        ...


class WebhookSecrets(Protocol):
    """The only source of new signing secrets."""

    def new(self) -> str:
        """One that nobody can guess, in the form `whsec_...`."""
        ...
