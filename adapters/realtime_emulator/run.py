"""Start and stop the local Realtime server."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from loguru import logger

from adapters.realtime_emulator.control.app import LoadScenario, control_app
from adapters.realtime_emulator.engine import Engine
from adapters.realtime_emulator.faults import Faults
from adapters.realtime_emulator.journal import Journal
from adapters.realtime_emulator.limits import Limits
from adapters.realtime_emulator.ports import Ears, Mouth
from adapters.realtime_emulator.protocol.realtime import RealtimeProtocol
from adapters.realtime_emulator.server.app import realtime_app

_LOOPBACK = "127.0.0.1"
_SHUTDOWN_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class EmulatorConfig:
    """Port 0 takes a free one. Without *api_keys* any key is let in."""

    ears: Ears
    mouth: Mouth
    load_scenario: LoadScenario
    scenario: str = "default"
    """A name or a path, for *load_scenario*."""
    host: str = _LOOPBACK
    port: int = 0
    control_port: int = 0
    """Always on loopback: whoever reaches it rules the server."""
    api_keys: frozenset[str] = frozenset()
    seed: int = 0
    """For faults that strike by chance."""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningEmulator:
    """Where it answers, until it is stopped."""

    base_url: str
    control_url: str
    engine: Engine
    _open: AsyncExitStack = field(repr=False)

    async def stop(self) -> None:
        """Close all sessions and both ports; everything has ended when this returns."""
        await self._open.aclose()


async def start_emulator(config: EmulatorConfig) -> RunningEmulator:
    """Load the engines, then serve until stopped.

    Raises OSError when a port is taken, OSError or ValueError for a scenario that cannot be read.
    """
    engine = Engine(
        ears=config.ears,
        mouth=config.mouth,
        new_brain=config.load_scenario(config.scenario),
        scenario=config.scenario,
        limits=config.limits,
        faults=Faults(config.seed),
        journal=Journal(config.limits.journal_length),
    )
    await asyncio.gather(config.ears.warm_up(), config.mouth.warm_up())
    realtime = realtime_app(engine, [RealtimeProtocol(engine)], config.api_keys)
    control = control_app(engine, config.load_scenario)
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(_served(realtime, config.host, config.port))
        control_url = await stack.enter_async_context(
            _served(control, _LOOPBACK, config.control_port)
        )
        logger.info(
            "local Realtime server (a stand-in) at {}/v1, ears: {}, mouth: {}, scenario: {}",
            url,
            config.ears.name,
            config.mouth.name,
            config.scenario,
        )
        return RunningEmulator(
            base_url=f"{url}/v1", control_url=control_url, engine=engine, _open=stack.pop_all()
        )


@asynccontextmanager
async def running_emulator(config: EmulatorConfig) -> AsyncIterator[RunningEmulator]:
    """Serve until the block is left. Raises what `start_emulator` raises."""
    running = await start_emulator(config)
    try:
        yield running
    finally:
        await running.stop()


@asynccontextmanager
async def _served(app: web.Application, host: str, port: int) -> AsyncIterator[str]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN_S)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
