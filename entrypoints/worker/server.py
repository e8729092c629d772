"""The worker: LiveKit's AgentServer inside our own process, with its capacity in our hands."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from livekit.agents import AgentServer, JobExecutorType
from loguru import logger

from application.ports.health import WorkerBeat, WorkerBeats
from application.ports.system import Clock
from domain.errors import UnavailableError
from domain.ids import WorkerId
from entrypoints.bootstrap.settings import Settings, export_settings
from entrypoints.worker.job import entrypoint, prepare

_BEAT_EVERY_S = 2.0
_PRELOADED = ["entrypoints.worker.job", "entrypoints.bootstrap.job_imports"]


class VoiceWorker:
    """Takes as many calls as it was told to, one process each, and beats while it lives."""

    def __init__(
        self, settings: Settings, *, worker_id: WorkerId, beats: WorkerBeats, clock: Clock
    ) -> None:
        self._capacity = settings.max_sessions_per_worker
        self._drain_timeout_s = settings.drain_timeout_s
        self._worker_id = worker_id
        self._beats = beats
        self._clock = clock
        self._server = _agent_server(settings, load=self._load)
        # Before LiveKit knows this worker, a dispatch to it would be lost.
        self._registered = asyncio.Event()
        self._server.on("worker_registered", lambda *_: self._registered.set())

    @property
    def active(self) -> int:
        """Calls going on."""
        return len(self._server.active_jobs)

    async def run(self) -> None:
        """Serve until `stop`. Raises UnavailableError once LiveKit has been away for too long."""
        try:
            await self._server.run()
        except RuntimeError as error:
            raise UnavailableError("the worker lost its LiveKit server") from error

    async def drain(self) -> None:
        """Take no more calls, and wait for those going on, as long as the settings say."""
        try:
            await self._server.drain(timeout=int(self._drain_timeout_s))
        except TimeoutError:
            logger.bind(active=self.active).warning("calls were still going on after draining")

    async def stop(self) -> None:
        """End every job process."""
        await self._server.aclose()

    async def beat_forever(self) -> None:
        """Tell that this worker takes calls; being unable to is logged, and tried again."""
        await self._registered.wait()
        while True:
            try:
                await self._beats.beat(self._sign_of_life())
            except UnavailableError:
                logger.warning("worker beat not stored")
            await self._clock.sleep(_BEAT_EVERY_S)

    def _load(self) -> float:
        # The framework's own measure is the whole machine's CPU: a busy neighbour would close us.
        return len(self._server.active_jobs) / self._capacity

    def _sign_of_life(self) -> WorkerBeat:
        return WorkerBeat(
            worker_id=self._worker_id,
            active=self.active,
            capacity=self._capacity,
            draining=self._server.draining,
            at=self._clock.now(),
        )


@asynccontextmanager
async def voice_worker(
    settings: Settings, *, worker_id: WorkerId, beats: WorkerBeats, clock: Clock
) -> AsyncIterator[VoiceWorker]:
    """A worker that beats while the block lasts and leaves no process behind."""
    export_settings(settings)
    worker = VoiceWorker(settings, worker_id=worker_id, beats=beats, clock=clock)
    beating = asyncio.create_task(worker.beat_forever())
    try:
        yield worker
    finally:
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        await worker.stop()


def _agent_server(settings: Settings, *, load: Callable[[], float]) -> AgentServer:
    secret = settings.livekit_api_secret
    server = AgentServer(
        job_executor_type=JobExecutorType.PROCESS,
        load_fnc=load,
        load_threshold=1.0,
        num_idle_processes=settings.idle_processes,
        preload_modules=_PRELOADED,
        setup_fnc=prepare,
        # The framework gives a call 15 s to end by itself before it cancels it, and the call must
        # still store its end: the default of 10 s would kill it before either.
        shutdown_process_timeout=25.0,
        ws_url=settings.livekit_url or "",
        api_key=settings.livekit_api_key or "",
        api_secret=secret.get_secret_value() if secret else "",
        http_proxy=None,
        host="127.0.0.1",
        port=0,
    )
    server.rtc_session(entrypoint, agent_name=settings.agent_name)
    return server
