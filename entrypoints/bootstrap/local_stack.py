"""What a machine without accounts needs: a LiveKit server and a Realtime server of our own."""

import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from adapters.livekit.local_server import LocalLiveKitServer
from adapters.livekit.server_binary import obtain_server
from adapters.livekit.server_config import ServerPorts
from adapters.system.child_process import ChildProcess
from entrypoints.bootstrap.local_realtime import local_realtime
from entrypoints.bootstrap.running_livekit import announced
from entrypoints.bootstrap.settings import Settings


@contextlib.asynccontextmanager
async def local_stack(
    settings: Settings, *, say: Callable[[str], None], livekit_port: int = 7880
) -> AsyncIterator[Settings]:
    """The settings with everything they lack started on loopback; leaving the block stops it.

    Raises UnavailableError, saying what to do, when something cannot be started.
    """
    log_dir = settings.var_dir / "log"
    async with contextlib.AsyncExitStack() as stack:
        if not settings.has_livekit:
            local = local_livekit(settings, log_dir=log_dir, say=say, port=livekit_port)
            settings = await stack.enter_async_context(local)
            stack.enter_context(announced(settings))
        if not settings.has_realtime:
            realtime = await stack.enter_async_context(local_realtime(log_dir))
            stand_in = await realtime.ready()
            say(
                f"local Realtime server at {realtime.base_url}, a stand-in for the Realtime API"
                f" (ears: {stand_in.ears}, mouth: {stand_in.mouth})"
            )
            settings = settings.updated(openai_base_url=realtime.base_url)
        yield settings


@contextlib.asynccontextmanager
async def local_livekit(
    settings: Settings, *, log_dir: Path, say: Callable[[str], None], port: int = 7880
) -> AsyncIterator[Settings]:
    """The settings with a LiveKit server started on loopback and its keys."""
    program = await obtain_server(settings.var_dir, ChildProcess.start, say=say)
    server = LocalLiveKitServer(
        program=program,
        log_file=log_dir / "livekit.log",
        start_program=ChildProcess.start,
        ports=ServerPorts.beginning_at(port),
    )
    async with server:
        say(f"LiveKit server at {server.url}, process {server.pid}")
        yield settings.updated(
            livekit_url=server.url,
            livekit_api_key=server.keys.key,
            livekit_api_secret=server.keys.secret,
        )
