"""The benchmark from beginning to end."""

import asyncio
import json
import sys
import time
from pathlib import Path

import typer

from domain.errors import ServiceError
from entrypoints.bootstrap.calling import CallFailedError
from entrypoints.bootstrap.settings import Settings, load_settings
from entrypoints.cli.bench import calls
from entrypoints.cli.bench.run import Bench, bench_stage
from entrypoints.cli.bench.table import Results
from entrypoints.cli.progress import Progress


def measure() -> None:
    """Measure, print the table, and keep it; exit code 1 when something failed."""
    progress = Progress(sys.stderr)
    try:
        settings = load_settings()
        folder = settings.var_dir / "bench" / time.strftime("%Y%m%d-%H%M%S")
        results = asyncio.run(_run(settings, folder, progress))
    except (CallFailedError, ServiceError) as error:
        progress.say(f"FAILED: {error}")
        raise typer.Exit(1) from error
    (folder / "results.json").write_text(json.dumps(results.as_json(), indent=2))
    (folder / "results.md").write_text(results.as_markdown())
    typer.echo(results.as_markdown())
    progress.say(f"written to {folder}")


async def _run(settings: Settings, folder: Path, progress: Progress) -> Results:
    async with bench_stage(settings, folder=folder, say=progress.say) as ready:
        caller = await calls.rehearse(ready)
        benchmark = Bench(settings=ready, folder=folder, caller=caller, say=progress.say)
        return await benchmark.results(ready.openai_base_url or "")
