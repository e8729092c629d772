"""Which hosts tools may reach: no way from a tool's URL into the network the service stands in."""

import asyncio
import socket
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from domain.errors import RejectedError, UnavailableError

_NAT64 = IPv6Network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a URL leads: its host, resolved once, so that nobody can change it in between."""

    scheme: str
    host: str
    port: int
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressGuard:
    """Lets through https to public addresses, and whatever leads to one of *allowed_hosts*.

    Those are `host` or `host:port`, in lower case; for them plain http and private addresses are
    right too.
    """

    allowed_hosts: frozenset[str] = field(default_factory=frozenset)

    async def resolve(self, url: str) -> Origin:
        """Where *url* leads.

        Raises RejectedError where a tool must not go, UnavailableError for an unknown host.
        """
        parts = urlsplit(url)
        host, scheme = parts.hostname or "", parts.scheme
        port = parts.port or _PORTS.get(scheme, 0)
        is_allowed = bool({host, f"{host}:{port}"} & self.allowed_hosts)
        if scheme not in _PORTS or (scheme == "http" and not is_allowed):
            raise RejectedError("a tool's address must start with https://")
        addresses = await _addresses(host, port)
        if not is_allowed and not all(is_public(address) for address in addresses):
            raise RejectedError("a tool's address leads into a private network")
        return Origin(scheme, host, port, addresses)


def is_public(address: str) -> bool:
    """Whether *address* is one of the open Internet, also when it is wrapped in IPv6."""
    ip: IPv4Address | IPv6Address | None = ip_address(address.partition("%")[0])
    while isinstance(ip, IPv6Address) and (inner := _inside(ip)) is not None:
        ip = inner
    return ip is not None and ip.is_global and not ip.is_multicast


def _inside(ip: IPv6Address) -> IPv4Address | None:
    if ip.teredo is not None:
        return ip.teredo[1]
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


async def _addresses(host: str, port: int) -> tuple[str, ...]:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnavailableError("the tool's host is not known") from None
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
