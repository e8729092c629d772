"""Who is told of what happens, where, and how they know that it is us."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from domain.errors import InvalidValueError
from domain.ids import WebhookId
from domain.webhook_events import EVERYTHING

BOTH_SECRETS_FOR = timedelta(hours=24)
"""How long after a rotation deliveries are signed with the previous secret, too."""

_LONGEST_URL = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningSecrets:
    """What deliveries are signed with, kept out of every representation."""

    current: str = field(repr=False)
    previous: str | None = field(default=None, repr=False)
    previous_until: datetime | None = None

    def valid_at(self, now: datetime) -> tuple[str, ...]:
        """Every secret that a receiver may hold at *now*, the newest first."""
        if self.previous is None or self.previous_until is None or now >= self.previous_until:
            return (self.current,)
        return (self.current, self.previous)

    def rotated(self, secret: str, *, now: datetime) -> "SigningSecrets":
        """*secret* takes over; the one it replaces goes on for BOTH_SECRETS_FOR."""
        return SigningSecrets(
            current=secret, previous=self.current, previous_until=now + BOTH_SECRETS_FOR
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSubscription:
    """Somebody to be told of *events*, `*` being all of them.

    *disabled_reason* says why nothing is sent. With *personal_data* confirmed contact details come
    with the events of a lead. *revision* counts saves.
    """

    id: WebhookId
    url: str
    events: tuple[str, ...]
    secrets: SigningSecrets
    created_at: datetime
    personal_data: bool = False
    disabled_reason: str | None = None
    revision: int = 0

    @property
    def enabled(self) -> bool:
        """Whether anything is sent."""
        return self.disabled_reason is None

    @property
    def tag(self) -> str:
        """Differs whenever the subscription does."""
        return str(self.revision)

    def wants(self, event_type: str) -> bool:
        """Whether it is to be told of *event_type*."""
        return self.enabled and not {EVERYTHING, event_type}.isdisjoint(self.events)

    def disable(self, reason: str) -> "WebhookSubscription":
        """Nothing is sent any more."""
        return replace(self, disabled_reason=reason)

    def enable(self) -> "WebhookSubscription":
        """It is told again of what happens from now on."""
        return replace(self, disabled_reason=None)

    def rotate(self, secret: str, *, now: datetime) -> "WebhookSubscription":
        """Signed with *secret*, and for a while with the one before."""
        return replace(self, secrets=self.secrets.rotated(secret, now=now))


def parse_target(url: str) -> str:
    """*url* if it can be told of something; whether it may be is the network's business.

    Raises InvalidValueError.
    """
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"https", "http"} and parts.hostname and parts.port != 0
    except ValueError:
        raise InvalidValueError("url is not an address") from None
    if not usable or len(url) > _LONGEST_URL or not url.isascii() or not url.isprintable():
        raise InvalidValueError(
            f"url must be https://, a host and a path, at most {_LONGEST_URL} ASCII characters"
        )
    if parts.username is not None or parts.fragment or not {" ", "\\"}.isdisjoint(url):
        raise InvalidValueError("url must not hold credentials, spaces, backslashes or a fragment")
    return url
