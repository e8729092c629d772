"""Everything the demo's call needs, started and ready."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from entrypoints.bootstrap.calling import Persona, Rehearsed, rehearse_persona
from entrypoints.bootstrap.local_realtime import StandIn, local_realtime
from entrypoints.bootstrap.local_stack import local_livekit
from entrypoints.bootstrap.service_process import service_process
from entrypoints.bootstrap.settings import Settings
from entrypoints.cli.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """*stand_in* is None when a real Realtime endpoint is configured."""

    settings: Settings
    base_url: str
    caller: Rehearsed
    stand_in: StandIn | None


@contextlib.asynccontextmanager
async def scene(
    settings: Settings, persona: Persona, *, run_dir: Path, progress: Progress
) -> AsyncIterator[Scene]:
    """Start what the settings lack, and the service; leaving the block stops it all in order."""
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
        caller = await rehearse_persona(persona, var_dir=settings.var_dir)
        stand_in = await realtime.ready() if realtime else None
        await service.ready()
        yield Scene(settings=settings, base_url=service.base_url, caller=caller, stand_in=stand_in)
        progress.say("stopping")
    progress.say("everything is down")
