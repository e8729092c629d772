"""The configuration of a LiveKit server that only this machine can reach."""

import secrets
import socket
from dataclasses import dataclass, replace
from typing import Self

import yaml

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerPorts:
    """HTTP and WebSocket on *http*, media on *rtc_tcp* and *rtc_udp*."""

    http: int = 7880
    rtc_tcp: int = 7881
    rtc_udp: int = 7882

    @classmethod
    def beginning_at(cls, http: int) -> Self:
        """*http* and the two that follow it; 0 leaves the choice to the machine."""
        if http == 0:
            return cls(http=0, rtc_tcp=0, rtc_udp=0)
        return cls(http=http, rtc_tcp=http + 1, rtc_udp=http + 2)

    def where_free(self) -> Self:
        """The same ports, another free one in the place of each that is taken."""
        return replace(
            self,
            http=free_port(self.http),
            rtc_tcp=free_port(self.rtc_tcp),
            rtc_udp=free_port(self.rtc_udp, socket.SOCK_DGRAM),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerKeys:
    """The API key and secret that the server accepts."""

    key: str
    secret: str

    @classmethod
    def generate(cls) -> Self:
        """A fresh pair; the secret is longer than the 32 characters LiveKit asks for."""
        return cls(key=f"key{secrets.token_hex(6)}", secret=secrets.token_hex(24))


def as_yaml(ports: ServerPorts, keys: ServerKeys) -> str:
    """What the server reads from its environment."""
    return yaml.safe_dump(
        {
            "port": ports.http,
            "bind_addresses": [LOOPBACK],
            "rtc": {
                "tcp_port": ports.rtc_tcp,
                "udp_port": ports.rtc_udp,
                "node_ip": LOOPBACK,
                "use_external_ip": False,
                "enable_loopback_candidate": True,
            },
            "keys": {keys.key: keys.secret},
            "logging": {"level": "info"},
        }
    )


def free_port(preferred: int = 0, kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    """*preferred* when nobody has it, else any free port. Raises OSError when there is none."""
    for port in (preferred, 0):
        with socket.socket(socket.AF_INET, kind) as probe:
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError(f"no free port on {LOOPBACK}")
