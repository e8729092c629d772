"""The LiveKit server that we start ourselves."""

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

import psutil
import pytest

from adapters.livekit.local_server import LocalLiveKitServer
from adapters.livekit.server_binary import find_server
from adapters.livekit.server_config import ServerPorts
from adapters.system.child_process import ChildProcess
from domain.errors import UnavailableError

pytestmark = [pytest.mark.livekit]

_PARENT = """
import asyncio, sys
from pathlib import Path
from adapters.system.child_process import ChildProcess

async def main():
    child = await ChildProcess.start("sleep", "60", log_file=Path(sys.argv[1]))
    print(child.pid, flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


def a_server(folder: Path, *, program: Path | None = None, http: int = 0) -> LocalLiveKitServer:
    found = program or find_server(Path("var"))
    assert found is not None
    return LocalLiveKitServer(
        program=found,
        log_file=folder / "livekit.log",
        start_program=ChildProcess.start,
        ports=ServerPorts.beginning_at(http),
    )


async def test_it_answers_on_its_port_until_it_is_stopped(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        assert server.pid is not None
        _, writer = await asyncio.open_connection("127.0.0.1", server.ports.http)
        writer.close()
        process = psutil.Process(server.pid)
    assert not process.is_running()


async def test_a_port_that_is_taken_is_replaced(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        async with a_server(tmp_path, http=taken) as server:
            assert server.ports.http != taken


async def test_a_program_that_is_no_server_is_a_named_failure(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="did not start"):
        await a_server(tmp_path, program=Path("/bin/false")).__aenter__()


async def test_a_child_dies_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    parent = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _PARENT, str(tmp_path / "child.log")),
        stdout=asyncio.subprocess.PIPE,
    )
    assert parent.stdout is not None
    child = psutil.Process(int(await parent.stdout.readline()))
    assert child.is_running()
    os.kill(parent.pid, signal.SIGKILL)
    await parent.wait()
    gone, _ = await asyncio.to_thread(psutil.wait_procs, [child], timeout=5)
    assert gone == [child]
