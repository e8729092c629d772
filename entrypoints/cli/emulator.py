"""The `emulator` command."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from entrypoints.bootstrap.emulator import EmulatorOptions


def emulator(
    *,
    port: Annotated[int, typer.Option(help="where the Realtime API is spoken; 0: a free port")] = (
        8090
    ),
    control_port: Annotated[
        int, typer.Option(help="scenario, faults, journal; loopback only; 0: a free port")
    ] = 0,
    ears: Annotated[
        str | None, typer.Option(help="whisper, sphinx-grammar or scripted; the best by default")
    ] = None,
    mouth: Annotated[
        str | None, typer.Option(help="piper, espeak-ng or flite; the best by default")
    ] = None,
    scenario: Annotated[str, typer.Option(help="a scenario's name, or a YAML file")] = "default",
) -> None:
    """Our local Realtime server alone: a stand-in for the Realtime API, with real speech."""
    from entrypoints.bootstrap.emulator import EmulatorOptions
    from entrypoints.bootstrap.observability import configure_logging
    from entrypoints.bootstrap.settings import load_settings

    configure_logging(load_settings())
    options = EmulatorOptions(
        port=port, control_port=control_port, ears=ears, mouth=mouth, scenario=scenario
    )
    asyncio.run(_run(options))


async def _run(options: "EmulatorOptions") -> None:
    from entrypoints.bootstrap.emulator import run_emulator
    from entrypoints.cli.signals import Stop

    stop = Stop()
    with stop.on_signals():
        try:
            await run_emulator(options, say=typer.echo)
        except asyncio.CancelledError:
            if not stop.is_requested:
                raise
    typer.echo("stopped")
