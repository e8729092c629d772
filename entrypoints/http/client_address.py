"""Where a request comes from, whatever it says itself."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from starlette.datastructures import Headers
from starlette.types import Scope

from entrypoints.bootstrap.limit_settings import Network

# Whoever has an IPv6 address has that many.
_ONE_PARTY = 64


def client_of(scope: Scope, proxies: Sequence[Network]) -> str:
    """The last address that none of our *proxies* has; X-Forwarded-For is theirs alone to fill."""
    client = scope.get("client")
    nearest = _address(client[0]) if client else None
    said = ",".join(Headers(scope=scope).getlist("x-forwarded-for")).split(",")
    while nearest is not None and said and _is_among(nearest, proxies):
        before = _address(said.pop())
        if before is None:
            break
        nearest = before
    return _party(nearest)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.strip().partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _is_among(address: IPv4Address | IPv6Address, networks: Sequence[Network]) -> bool:
    return any(address in network for network in networks)


def _party(address: IPv4Address | IPv6Address | None) -> str:
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, _ONE_PARTY), strict=False))
    return "unknown" if address is None else str(address)
