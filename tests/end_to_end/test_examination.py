"""What the doctor says about a LiveKit server that is there."""

from pathlib import Path

import pytest

from adapters.livekit.local_server import LocalLiveKitServer
from adapters.livekit.server_binary import find_server
from adapters.livekit.server_config import ServerPorts
from adapters.system.child_process import ChildProcess
from entrypoints.bootstrap.settings import Settings
from entrypoints.cli.examination import examine

pytestmark = [pytest.mark.livekit]


# A key is shorter than what may be signed with.
@pytest.mark.filterwarnings("ignore:The HMAC key")
async def test_a_key_and_secret_that_are_swapped_are_told_from_ones_that_are_wrong(
    tmp_path: Path,
) -> None:
    program = find_server(Path("var"))
    assert program is not None
    server = LocalLiveKitServer(
        program=program,
        log_file=tmp_path / "livekit.log",
        start_program=ChildProcess.start,
        ports=ServerPorts.beginning_at(0),
    )
    async with server:
        key, secret = server.keys.key, server.keys.secret
        swapped = await _fix(server.url, secret, key, tmp_path)
        wrong = await _fix(server.url, key, "another secret, of more than 32 letters", tmp_path)
        right = await _fix(server.url, key, secret, tmp_path)

    assert swapped is not None
    assert "swap them" in swapped
    assert wrong is not None
    assert "swap them" not in wrong
    assert right is None


async def _fix(url: str, key: str, secret: str, folder: Path) -> str | None:
    settings = Settings(
        _env_file=None,
        livekit_url=url,
        livekit_api_key=key,
        livekit_api_secret=secret,
        var_dir=folder,
        api_server_port=0,
    )
    findings = {one.name: one for one in await examine(settings)}
    return findings["livekit"].fix
