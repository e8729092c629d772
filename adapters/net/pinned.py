"""HTTP to the addresses that were checked, whatever a host's name leads to by then."""

import socket

from aiohttp import ClientSession, ClientTimeout, TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from adapters.net.addresses import Origin
from domain.errors import RejectedError


def pinned_session(origin: Origin, *, timeout_s: float) -> ClientSession:
    """A session for one request to *origin*: no proxy, and answers as they come, not unpacked."""
    return ClientSession(
        connector=TCPConnector(resolver=_Resolved(origin), force_close=True),
        timeout=ClientTimeout(total=timeout_s),
        auto_decompress=False,
        trust_env=False,
    )


def pinned_url(url: str, origin: Origin) -> URL:
    """*url* as the client reads it, provided that it leads to *origin* in that reading, too.

    Two readers of one text may differ, and an address in figures is not looked up again. Raises
    RejectedError.
    """
    try:
        read = URL(url, encoded=True)
    except ValueError:
        raise RejectedError("the address is none") from None
    host = (read.raw_host or "").lower()
    if (read.scheme, host, read.port) != (origin.scheme, origin.host, origin.port):
        raise RejectedError("the address can be read in two ways")
    return read


class _Resolved(AbstractResolver):
    """Knows one host, by the addresses that were checked."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self._origin.addresses
        ]

    async def close(self) -> None:
        return None
