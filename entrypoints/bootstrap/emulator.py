"""The local Realtime server with its engines: a stand-in for the Realtime API."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from adapters.realtime_emulator.brain.guided import scenario_brains
from adapters.realtime_emulator.engines import (
    MODELS_DIR,
    Engines,
    EngineUnavailableError,
    default_engines,
    make_ears,
    make_mouth,
)
from adapters.realtime_emulator.run import EmulatorConfig, running_emulator
from domain.errors import InvalidValueError, UnavailableError


@dataclass(frozen=True, slots=True, kw_only=True)
class EmulatorOptions:
    """*ears* and *mouth* None take the best that this machine has; port 0 takes a free one.

    Model weights that come in parts are joined in *models_dir*.
    """

    port: int = 0
    control_port: int = 0
    ears: str | None = None
    mouth: str | None = None
    scenario: str = "default"
    models_dir: Path = MODELS_DIR


async def run_emulator(options: EmulatorOptions, *, say: Callable[[str], None]) -> None:
    """Serve until cancelled.

    Raises UnavailableError when an engine or a port cannot be had, InvalidValueError for a
    scenario that cannot be read.
    """
    engines = _engines(options)
    config = EmulatorConfig(
        ears=engines.ears,
        mouth=engines.mouth,
        load_scenario=scenario_brains,
        scenario=options.scenario,
        port=options.port,
        control_port=options.control_port,
    )
    try:
        async with running_emulator(config) as running:
            say(f"local Realtime server, a stand-in, at {running.base_url}")
            say(f"control plane at {running.control_url}. {engines.reason}")
            await asyncio.Event().wait()
    except OSError as error:
        raise UnavailableError(f"the local Realtime server cannot start: {error}") from error
    except ValueError as error:
        raise InvalidValueError(f"that scenario cannot be used: {error}") from error


def _engines(options: EmulatorOptions) -> Engines:
    models = options.models_dir
    try:
        if options.ears and options.mouth:
            return Engines(
                ears=make_ears(options.ears, models_dir=models),
                mouth=make_mouth(options.mouth),
                reason="Engines as asked.",
            )
        best = default_engines(models_dir=models)
        return Engines(
            ears=make_ears(options.ears, models_dir=models) if options.ears else best.ears,
            mouth=make_mouth(options.mouth) if options.mouth else best.mouth,
            reason=best.reason,
        )
    except EngineUnavailableError as error:
        raise UnavailableError(f"{error}; `make setup` installs what it needs") from error
