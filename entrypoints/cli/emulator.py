"""The `emulator` command."""

import asyncio
from typing import Annotated

import typer

from domain.errors import ServiceError


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
    from entrypoints.bootstrap.emulator import EmulatorOptions, run_emulator

    options = EmulatorOptions(
        port=port, control_port=control_port, ears=ears, mouth=mouth, scenario=scenario
    )
    try:
        asyncio.run(run_emulator(options, say=typer.echo))
    except ServiceError as error:
        typer.echo(f"voice-agent: {error}", err=True)
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        typer.echo("stopped")
