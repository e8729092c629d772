"""The service in one process: its doors opened in order, and closed in the reverse order."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from domain.ids import WorkerId
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.exposure import check_exposure
from entrypoints.bootstrap.lifecycle import open_container, seed
from entrypoints.bootstrap.local_stack import local_stack
from entrypoints.bootstrap.migrations import migrate
from entrypoints.bootstrap.settings import Settings, prepare_livekit_environment
from entrypoints.cli.mode import Mode
from entrypoints.cli.signals import Stop
from entrypoints.http.server import http_server
from entrypoints.relay.chores import relay_of

Say = Callable[[str], None]
Watched = asyncio.Task[None]


async def run_service(settings: Settings, mode: Mode, *, say: Say) -> None:
    """Serve until a signal asks to stop, then let calls finish.

    Raises SettingsError or UnavailableError when it cannot start, and whatever broke it later.
    """
    stop = Stop()
    with stop.on_signals():
        try:
            async with AsyncExitStack() as stack:
                container, watched = await _open(stack, settings, mode, say)
                await _until_stopped(stop, watched)
                container.drain().begin()
                say("stopping: calls that are going on may finish (once more to stop at once)")
        except asyncio.CancelledError:
            if not stop.is_requested:
                raise
    say("stopped")


async def _open(
    stack: AsyncExitStack, settings: Settings, mode: Mode, say: Say
) -> tuple[Container, list[Watched]]:
    prepare_livekit_environment()
    if not (settings.has_livekit and settings.has_realtime):
        settings = await stack.enter_async_context(local_stack(settings, say=say))
    await migrate(settings)
    container = await stack.enter_async_context(open_container(settings))
    if mode is not Mode.AGENT:
        check_exposure(settings, asks=await container.access_policy().asks())
    await seed(container)
    watched = []
    if mode is not Mode.AGENT:
        http = await stack.enter_async_context(http_server(container))
        relay = await stack.enter_async_context(_owned(relay_of(container).run, name="relay"))
        watched += [http.task, relay]
        say(f"HTTP at {http.url}, its description at {http.url}/docs")
    if mode is not Mode.API:
        watched.append(await stack.enter_async_context(_worker(settings, container)))
        say(f"worker {settings.agent_name!r} for {settings.max_sessions_per_worker} calls at once")
    return container, watched


async def _until_stopped(stop: Stop, watched: list[Watched]) -> None:
    stopping = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait([stopping, *watched], return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
    for task in done - {stopping}:
        await task
        raise RuntimeError(f"{task.get_name()} ended although nobody asked it to")


@asynccontextmanager
async def _owned(
    run: Callable[[], Coroutine[object, object, None]], *, name: str
) -> AsyncIterator[Watched]:
    task = asyncio.create_task(run(), name=name)
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await task


@asynccontextmanager
async def _worker(settings: Settings, container: Container) -> AsyncIterator[Watched]:
    from entrypoints.worker.server import voice_worker

    clock = container.clock()
    async with voice_worker(
        settings,
        worker_id=WorkerId(container.ids().new("wrk")),
        beats=container.worker_beats(),
        clock=clock,
    ) as worker:
        running = asyncio.create_task(worker.run(), name="worker")
        try:
            yield running
        finally:
            if not running.done():
                await worker.drain()
            await worker.stop()
            await asyncio.gather(running, return_exceptions=True)
