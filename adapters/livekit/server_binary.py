"""Where the LiveKit server's program is, and how to get it."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

from adapters.livekit.programs import StartProgram
from domain.errors import UnavailableError

VERSION = "v1.13.3"
_MODULE = f"github.com/livekit/livekit-server/cmd/server@{VERSION}"
_INSTALL_DEADLINE_S = 900.0

HOW_TO_GET_IT = f"""No livekit-server was found, nor a Go toolchain to build it. One of these helps:
  Go:        install Go 1.24 or newer, then run the same command again
  Homebrew:  brew install livekit
  Linux:     curl -sSL https://get.livekit.io | bash
  Docker:    docker run --rm --network host livekit/livekit-server:{VERSION} --dev, and set
             LIVEKIT_URL=ws://127.0.0.1:7880 LIVEKIT_API_KEY=devkey LIVEKIT_API_SECRET=secret"""


def find_server(var_dir: Path) -> Path | None:
    """The program on the PATH, else in *var_dir*/bin, else None."""
    on_path = shutil.which("livekit-server")
    if on_path:
        return Path(on_path)
    own = (var_dir / "bin" / name for name in ("livekit-server", "server"))
    return next((path.resolve() for path in own if path.is_file()), None)


async def obtain_server(var_dir: Path, start: StartProgram, *, say: Callable[[str], None]) -> Path:
    """Find the program, or have the Go toolchain build it, which takes minutes.

    Raises UnavailableError with the commands that would help.
    """
    found = find_server(var_dir)
    if found:
        return found
    go = shutil.which("go")
    if go is None:
        raise UnavailableError(HOW_TO_GET_IT)
    say(f"building livekit-server {VERSION} with the Go toolchain, once, a few minutes")
    return await _build(go, (var_dir / "bin").resolve(), var_dir / "log", start)


async def _build(go: str, bin_dir: Path, log_dir: Path, start: StartProgram) -> Path:
    log_file = log_dir / "livekit-build.log"
    build = await start(
        go, "install", _MODULE, log_file=log_file, environment={"GOBIN": str(bin_dir)}
    )
    try:
        async with asyncio.timeout(_INSTALL_DEADLINE_S):
            code = await build.wait()
    finally:
        await build.stop()
    if code != 0:
        raise UnavailableError(f"building livekit-server failed, see {log_file}\n{HOW_TO_GET_IT}")
    (bin_dir / "server").rename(bin_dir / "livekit-server")
    return bin_dir / "livekit-server"
