"""The `demo` command."""

import asyncio
import json
import sys
from typing import Annotated

import typer

from domain.errors import ServiceError


def demo(
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="one JSON object on stdout, progress on stderr")
    ] = False,
    scenario: Annotated[str, typer.Option(help="the caller: a persona's name or file")] = "sarah",
) -> None:
    """Everything up, one spoken call, its transcript, lead and latencies, everything down."""
    from entrypoints.bootstrap.settings import load_settings
    from entrypoints.cli.demo.failure import DemoFailedError
    from entrypoints.cli.demo.run import run_demo
    from entrypoints.cli.progress import Progress

    progress = Progress(sys.stderr if as_json else sys.stdout)
    try:
        outcome = asyncio.run(run_demo(load_settings(), persona_name=scenario, progress=progress))
    except (DemoFailedError, ServiceError) as error:
        progress.say(f"FAILED at {error}")
        raise typer.Exit(1) from error
    if as_json:
        print(json.dumps(outcome.as_json(), ensure_ascii=False))
    progress.say("the demo worked")
