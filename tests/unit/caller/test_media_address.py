"""An address for WebRTC where there is none."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from adapters.livekit.media_address import ensure_media_address
from domain.errors import UnavailableError


class Ended:
    """A program that has run."""

    pid = 1

    def __init__(self, exit_code: int) -> None:
        self.exit_code = exit_code

    async def wait(self) -> int:
        return self.exit_code

    async def stop(self, *, grace_s: float = 5.0) -> None:
        return


class Machine:
    """Runs nothing; *refuses* are words whose commands fail."""

    def __init__(self, *refuses: str) -> None:
        self.refuses = refuses
        self.commands: list[str] = []

    async def start(
        self, *command: str, log_file: Path, environment: Mapping[str, str] | None = None
    ) -> Ended:
        line = " ".join(command[1:])
        self.commands.append(line)
        return Ended(int(any(word in line for word in self.refuses)))


async def cut_off(machine: Machine) -> None:
    await ensure_media_address(machine.start, log_file=Path("unused"), is_there=lambda: False)


async def test_a_machine_without_a_network_gets_an_interface() -> None:
    machine = Machine()
    await cut_off(machine)
    assert machine.commands == [
        "link add voicemedia type dummy",
        "addr add 192.0.2.1/32 dev voicemedia",
        "link set voicemedia up",
    ]


async def test_a_kernel_without_dummies_has_pairs() -> None:
    machine = Machine("dummy")
    await cut_off(machine)
    assert machine.commands[1] == "link add voicemedia type veth peer name voicemedia1"
    assert machine.commands[-1] == "link set voicemedia1 up"


async def test_without_the_right_to_add_one_the_message_says_what_to_do() -> None:
    with pytest.raises(UnavailableError, match="no network but loopback"):
        await cut_off(Machine("link add"))


async def test_a_machine_with_a_network_is_left_alone() -> None:
    machine = Machine()
    await ensure_media_address(machine.start, log_file=Path("unused"), is_there=lambda: True)
    assert machine.commands == []
