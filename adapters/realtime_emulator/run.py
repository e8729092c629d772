"""Start and stop the local Realtime server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web
from loguru import logger

from adapters.realtime_emulator.control import LoadScenario, control_app
from adapters.realtime_emulator.ports import Ears, Mouth
from adapters.realtime_emulator.server import realtime_app
from adapters.realtime_emulator.state import Emulator


@dataclass(frozen=True, slots=True, kw_only=True)
class EmulatorConfig:
    """Port 0 takes a free one. Without *api_keys* any key is let in."""

    ears: Ears
    mouth: Mouth
    load_scenario: LoadScenario
    scenario: str = "default"
    host: str = "127.0.0.1"
    port: int = 0
    control_port: int = 0
    api_keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningEmulator:
    """Where it answers."""

    base_url: str
    control_url: str
    emulator: Emulator


@asynccontextmanager
async def running_emulator(config: EmulatorConfig) -> AsyncIterator[RunningEmulator]:
    """Serve until the block is left. Raises OSError when a port is taken."""
    emulator = Emulator(
        ears=config.ears,
        mouth=config.mouth,
        new_brain=config.load_scenario(config.scenario),
        scenario=config.scenario,
        api_keys=config.api_keys,
    )
    await config.ears.warm_up()
    await config.mouth.warm_up()
    async with (
        _served(realtime_app(emulator), config.host, config.port) as base_url,
        _served(
            control_app(emulator, config.load_scenario), "127.0.0.1", config.control_port
        ) as control_url,
    ):
        logger.info(
            "local Realtime server (a stand-in) at {}/v1, ears: {}, mouth: {}",
            base_url,
            config.ears.name,
            config.mouth.name,
        )
        yield RunningEmulator(base_url=f"{base_url}/v1", control_url=control_url, emulator=emulator)


@asynccontextmanager
async def _served(app: web.Application, host: str, port: int) -> AsyncIterator[str]:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
