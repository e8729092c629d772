"""The settings of who may ask."""

import re
from typing import Literal

from pydantic import SecretStr, field_validator
from pydantic_settings import BaseSettings

from domain.api_key import StaticKey, digest_of
from domain.principal import Scope

_SHORTEST_KEY = 24
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_FORM = "must be name:key or name:key:scope+scope, with commas between"


class AccessSettings(BaseSettings):
    """Whether credentials are asked for, and those that the configuration itself names."""

    auth_mode: Literal["auto", "off", "required"] = "auto"
    api_keys: SecretStr | None = None

    @field_validator("api_keys")
    @classmethod
    def _names_keys(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            static_keys_of(value.get_secret_value())
        return value

    def static_keys(self) -> tuple[StaticKey, ...]:
        """The keys that API_KEYS names, without the keys themselves."""
        return static_keys_of(self.api_keys.get_secret_value() if self.api_keys else "")


def static_keys_of(text: str) -> tuple[StaticKey, ...]:
    """The keys that *text* names. Raises ValueError, without any of them, when it cannot."""
    keys = tuple(_static_key(part.strip()) for part in text.split(",") if part.strip())
    if len({one.name for one in keys}) < len(keys):
        raise ValueError("names a key twice")
    return keys


def _static_key(part: str) -> StaticKey:
    name, *rest = part.split(":")
    if _NAME.fullmatch(name) is None or len(rest) not in {1, 2}:
        raise ValueError(_FORM)
    key, scopes = rest[0], rest[1] if len(rest) == 2 else "dispatch+read"
    if len(key) < _SHORTEST_KEY:
        raise ValueError(f"the key {name} is shorter than {_SHORTEST_KEY} characters")
    return StaticKey(name=name, digest=digest_of(key), scopes=_scopes(scopes))


def _scopes(text: str) -> frozenset[Scope]:
    try:
        return frozenset(Scope(one) for one in text.split("+"))
    except ValueError:
        raise ValueError(f"scopes are {', '.join(Scope)}, with + between") from None
