"""The settings of how much may be asked for."""

from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_network

from pydantic import SecretStr, field_validator
from pydantic_settings import BaseSettings

from domain.errors import InvalidValueError
from domain.rate_limit import Asker, Rates, parse_rates

Network = IPv4Network | IPv6Network


class LimitSettings(BaseSettings):
    """Rates by who asks, where they are counted, and whose word on addresses is believed."""

    rate_limits_address: str = (
        "dispatch=600/minute,tokens=600/minute,write=3000/minute,read=12000/minute"
    )
    rate_limits_credential: str = (
        "dispatch=120/minute,tokens=120/minute,write=600/minute,read=3000/minute"
    )
    rate_limits_tenant: str = (
        "dispatch=600/minute,tokens=600/minute,write=3000/minute,read=12000/minute"
    )
    # It may hold a password.
    redis_url: SecretStr | None = None
    trusted_proxies: str = ""

    @field_validator("rate_limits_address", "rate_limits_credential", "rate_limits_tenant")
    @classmethod
    def _are_rates(cls, value: str) -> str:
        try:
            parse_rates(value)
        except InvalidValueError as error:
            raise ValueError(str(error)) from None
        return value

    @field_validator("redis_url")
    @classmethod
    def _is_redis(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not value.get_secret_value().startswith(("redis://", "rediss://")):
            raise ValueError("must start with redis:// or rediss://")
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        try:
            _networks(value)
        except ValueError:
            raise ValueError("must be addresses or networks, with commas between") from None
        return value

    def rates(self) -> Mapping[Asker, Rates]:
        """What each asker may ask for."""
        return {
            Asker.ADDRESS: parse_rates(self.rate_limits_address),
            Asker.CREDENTIAL: parse_rates(self.rate_limits_credential),
            Asker.TENANT: parse_rates(self.rate_limits_tenant),
        }

    def proxies(self) -> tuple[Network, ...]:
        """Who may say for whom they ask."""
        return _networks(self.trusted_proxies)


def _networks(text: str) -> tuple[Network, ...]:
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())
