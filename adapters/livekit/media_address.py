"""An address that WebRTC will use, on a machine that is cut off from every network.

WebRTC never takes the loopback interface, as its standard demands: a participant on a machine that
has no other one finds no way to a server that listens there, right beside it.
"""

import socket
from collections.abc import Callable
from pathlib import Path

import psutil

from adapters.livekit.programs import StartProgram
from domain.errors import UnavailableError

_INTERFACE = "voicemedia"
_ADDRESS = "192.0.2.1/32"  # kept for documentation: routed nowhere
_KINDS = (("dummy",), ("veth", "peer", "name", f"{_INTERFACE}1"))
_HELP = (
    "this machine has no network but loopback, which WebRTC does not use; connect it to any"
    " network, or let root add an address: ip link add media type dummy &&"
    f" ip addr add {_ADDRESS} dev media && ip link set media up"
)


def has_media_address() -> bool:
    """Whether an interface other than loopback is up and has an IPv4 address."""
    running = psutil.net_if_stats()
    return any(
        name in running
        and running[name].isup
        and any(one.family == socket.AF_INET and not one.address.startswith("127.") for one in all_)
        for name, all_ in psutil.net_if_addrs().items()
    )


async def ensure_media_address(
    start: StartProgram, *, log_file: Path, is_there: Callable[[], bool] = has_media_address
) -> None:
    """Add an interface if there is none and we may. It stays: other calls may be using it by now.

    Raises UnavailableError, saying what to do, if we may not.
    """
    if not is_there():
        await _add(start, log_file)


async def _add(start: StartProgram, log_file: Path) -> None:
    for kind in _KINDS:
        if await _ip(start, log_file, "link", "add", _INTERFACE, "type", *kind):
            await _ip(start, log_file, "addr", "add", _ADDRESS, "dev", _INTERFACE)
            for end in (_INTERFACE, *kind[3:]):
                await _ip(start, log_file, "link", "set", end, "up")
            return
    raise UnavailableError(_HELP)


async def _ip(start: StartProgram, log_file: Path, *arguments: str) -> bool:
    try:
        running = await start("ip", *arguments, log_file=log_file)
    except OSError:
        return False
    return await running.wait() == 0
