"""Everything the demo's calls need, started and ready."""

import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from entrypoints.bootstrap.local_realtime import StandIn, local_realtime
from entrypoints.bootstrap.local_stack import local_livekit
from entrypoints.bootstrap.service_process import service_process
from entrypoints.bootstrap.settings import Settings
from entrypoints.cli.demo.failure import DemoFailedError
from entrypoints.cli.progress import Progress

Rehearsed = TypeVar("Rehearsed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene(Generic[Rehearsed]):
    """*stand_in* is None when a real Realtime endpoint is configured."""

    settings: Settings
    base_url: str
    rehearsed: Rehearsed
    stand_in: StandIn | None


def for_one_run(settings: Settings) -> tuple[Path, Settings]:
    """A folder of its own, and the settings with a database in it."""
    run_dir = settings.var_dir / "demo" / time.strftime("%Y%m%d-%H%M%S")
    database = f"sqlite:///{run_dir.absolute() / 'voice-agent.db'}"
    # Its service is for this run alone: nobody is there who could be asked for a credential.
    own = {"auth_mode": "off", "api_server_host": "127.0.0.1"}
    return run_dir, settings.updated(database_url=database, **own)


@contextlib.asynccontextmanager
async def scene(
    settings: Settings,
    *,
    rehearse: Callable[[], Awaitable[Rehearsed]],
    run_dir: Path,
    progress: Progress,
) -> AsyncIterator[Scene[Rehearsed]]:
    """Start what the settings lack, and the service; leaving the block stops it all in order.

    Callers *rehearse* while the rest gets ready. Raises DemoFailedError when the stand-in for the
    model cannot hear.
    """
    log_dir = run_dir / "log"
    async with contextlib.AsyncExitStack() as stack:
        if not settings.has_livekit:
            livekit = local_livekit(settings, log_dir=log_dir, say=progress.say, port=0)
            settings = await stack.enter_async_context(livekit)
        realtime = None
        if not settings.has_realtime:
            realtime = await stack.enter_async_context(local_realtime(log_dir))
            settings = settings.updated(openai_base_url=realtime.base_url)
        service = await stack.enter_async_context(service_process(settings, log_dir=log_dir))
        rehearsed = await rehearse()
        stand_in = await realtime.ready() if realtime else None
        await service.ready()
        stage = Scene(
            settings=settings, base_url=service.base_url, rehearsed=rehearsed, stand_in=stand_in
        )
        _introduce(stage, progress)
        yield stage
        progress.say("stopping")
    progress.say("everything is down")


def _introduce(stage: Scene[Rehearsed], progress: Progress) -> None:
    progress.say(f"service ready at {stage.base_url}")
    if stage.stand_in is None:
        progress.say(f"Realtime endpoint: {stage.settings.openai_base_url or 'OpenAI'}")
        return
    ears, mouth = stage.stand_in.ears, stage.stand_in.mouth
    progress.say(f"the Realtime server is a local stand-in: ears {ears}, mouth {mouth}")
    if ears == "scripted":
        raise DemoFailedError("Realtime server: its ears are scripted, so nothing would be heard")
