"""API keys: shown once, and kept only as something that they can be recognised by."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from typing import Final

from domain.errors import ConflictError, InvalidValueError, NotAuthenticatedError
from domain.ids import ApiKeyId, TenantId
from domain.principal import Principal, PrincipalKind, Scope

ID_PREFIX: Final = "key"
LONGEST_NAME: Final = 100

_SHAPE = re.compile(r"vak_([0-9A-Za-z]{1,48})_([0-9A-Za-z_-]{40,64})", re.ASCII)


def digest_of(secret: str) -> str:
    """What is kept of a secret that nobody can guess; it needs no salt, and no slow hash."""
    return sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentedKey:
    """What somebody shows: which key it claims to be, and its secret."""

    id: ApiKeyId
    secret: str = field(repr=False)

    @property
    def text(self) -> str:
        """As it is handed out: `vak_<id>_<secret>`."""
        return f"vak_{self.id.removeprefix(f'{ID_PREFIX}_')}_{self.secret}"


def parse_presented(text: str) -> PresentedKey | None:
    """The key that *text* claims to be; None when it has another shape."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    return PresentedKey(id=ApiKeyId(f"{ID_PREFIX}_{found[1]}"), secret=found[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """What a program proves with that it acts for *tenant*, and may do what *scopes* say."""

    id: ApiKeyId
    tenant: TenantId
    name: str
    scopes: frozenset[Scope]
    digest: str = field(repr=False)
    created_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    last_used_at: datetime | None = None
    revision: int = 0

    def __post_init__(self) -> None:
        if not 1 <= len(self.name.strip()) <= LONGEST_NAME:
            raise InvalidValueError(f"a key's name has 1 to {LONGEST_NAME} characters")
        if not self.scopes:
            raise InvalidValueError("a key needs a scope, or it opens nothing")
        if self.expires_at is not None and self.expires_at <= self.created_at:
            raise InvalidValueError("a key must expire after it was made")

    def is_active(self, now: datetime) -> bool:
        """Whether it opens anything at *now*."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)

    def authenticate(self, secret: str, *, now: datetime) -> Principal:
        """Who shows *secret*. Raises NotAuthenticatedError; why is told only to who knows it."""
        if not compare_digest(self.digest, digest_of(secret)):
            raise NotAuthenticatedError("this API key is not known")
        if self.revoked_at is not None:
            raise NotAuthenticatedError("this API key was revoked")
        if not self.is_active(now):
            raise NotAuthenticatedError("this API key has expired")
        return Principal(
            subject=self.id, kind=PrincipalKind.API_KEY, tenant=self.tenant, scopes=self.scopes
        )

    def revoked(self, now: datetime) -> "ApiKey":
        """It opens nothing any more; the first time counts."""
        return self if self.revoked_at is not None else replace(self, revoked_at=now)

    def expiring(self, at: datetime, *, now: datetime) -> "ApiKey":
        """It opens nothing from *at* on, or from when it would have expired, if that is sooner.

        Raises ConflictError for one that opens nothing at *now*.
        """
        if not self.is_active(now):
            raise ConflictError(f"the key {self.id} is revoked or expired: make a new one")
        return replace(self, expires_at=min(at, self.expires_at or at))


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticKey:
    """A key of the operator's own making, from the configuration."""

    name: str
    digest: str = field(repr=False)
    scopes: frozenset[Scope]

    def authenticate(self, text: str) -> Principal | None:
        """Who shows *text*, if it is this key."""
        if not compare_digest(self.digest, digest_of(text)):
            return None
        return Principal(
            subject=f"static:{self.name}", kind=PrincipalKind.API_KEY, scopes=self.scopes
        )
