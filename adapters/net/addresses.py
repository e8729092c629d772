"""Which hosts others may send us to: no way from their URL into the network we stand in."""

import asyncio
import socket
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from domain.errors import RejectedError, UnavailableError

_NAT64 = IPv6Network("64:ff9b::/96")
_OPEN_IPV6 = IPv6Network("2000::/3")
# Python takes them for global: protocol assignments, and a second range for documentation.
_CLOSED_IPV4 = IPv4Network("192.0.0.0/24")
_CLOSED_IPV6 = IPv6Network("3fff::/20")
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

    Those are `host` or `host:port`, in lower case; for them plain http, private addresses and any
    port are right too. *ports* are those of everybody else, None being all.
    """

    allowed_hosts: frozenset[str] = field(default_factory=frozenset)
    ports: frozenset[int] | None = None

    async def resolve(self, url: str) -> Origin:
        """Where *url* leads.

        Raises RejectedError where nobody may send us, UnavailableError for an unknown host.
        """
        scheme, host, port = _parts(url)
        is_allowed = bool({host, f"{host}:{port}"} & self.allowed_hosts)
        if scheme not in _PORTS or (scheme == "http" and not is_allowed):
            raise RejectedError("the address must start with https://")
        if not is_allowed and self.ports is not None and port not in self.ports:
            raise RejectedError(f"the address must be on port {_either(self.ports)}")
        addresses = await _addresses(host, port)
        if not is_allowed and not all(is_public(address) for address in addresses):
            raise RejectedError("the address leads into a private network")
        return Origin(scheme, host, port, addresses)


def is_public(address: str) -> bool:
    """Whether *address* is one of the open Internet, also when it is wrapped in IPv6."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    while isinstance(ip, IPv6Address) and (inner := _inside(ip)) is not None:
        ip = inner
    if isinstance(ip, IPv6Address):
        is_open = ip in _OPEN_IPV6 and ip not in _CLOSED_IPV6
    else:
        is_open = ip not in _CLOSED_IPV4
    return is_open and ip.is_global and not ip.is_multicast


def _inside(ip: IPv6Address) -> IPv4Address | None:
    if ip.teredo is not None:
        return ip.teredo[1]
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


def _parts(url: str) -> tuple[str, str, int]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise RejectedError("the address is none") from None
    return parts.scheme, parts.hostname or "", port or _PORTS.get(parts.scheme, 0)


def _either(ports: frozenset[int]) -> str:
    return " or ".join(str(port) for port in sorted(ports))


async def _addresses(host: str, port: int) -> tuple[str, ...]:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnavailableError("the host is not known") from None
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
