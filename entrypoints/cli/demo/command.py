"""The `demo` command."""

import asyncio
import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from domain.errors import ServiceError
from entrypoints.cli.demo.scenarios.names import SCENARIO_NAMES

if TYPE_CHECKING:
    from entrypoints.cli.progress import Progress

_SCENARIO_HELP = f"one of {', '.join(SCENARIO_NAMES)}; or who calls: a persona's name or file"


def demo(
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="one JSON object on stdout, progress on stderr")
    ] = False,
    scenario: Annotated[str, typer.Option(help=_SCENARIO_HELP)] = "sarah",
) -> None:
    """Everything up, spoken calls, their transcripts, latencies and what came of them, all down."""
    from entrypoints.cli.demo.failure import DemoFailedError
    from entrypoints.cli.progress import Progress

    progress = Progress(sys.stderr if as_json else sys.stdout)
    try:
        shown, missing = asyncio.run(_play(scenario, progress))
    except (DemoFailedError, ServiceError) as error:
        progress.say(f"FAILED at {error}")
        raise typer.Exit(1) from error
    if as_json:
        print(json.dumps(shown, ensure_ascii=False))
    if missing:
        progress.say(f"FAILED, did not show: {'; '.join(missing)}")
        raise typer.Exit(1)
    progress.say("the demo worked")


async def _play(name: str, progress: "Progress") -> tuple[dict[str, object], tuple[str, ...]]:
    from entrypoints.bootstrap.settings import load_settings
    from entrypoints.cli.demo.run import run_demo
    from entrypoints.cli.demo.run_scenario import run_scenario
    from entrypoints.cli.demo.scenarios.registry import find_scenario

    scenario = find_scenario(name)
    if scenario is None:
        outcome = await run_demo(load_settings(), persona_name=name, progress=progress)
        return outcome.as_json(), ()
    played = await run_scenario(load_settings(), scenario, progress=progress)
    return played.as_json(), played.missing
