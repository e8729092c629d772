"""`voice-agent work`."""

import asyncio
from typing import Annotated

import typer

from application.ports.work_queue import WorkState
from entrypoints.cli.output import AsJson, show_json, show_table

work = typer.Typer(help="The durable work: what waits, and what failed.", no_args_is_help=True)

JobIdArgument = Annotated[str, typer.Argument(help="the job's id, as `work list` shows it")]


@work.command(name="list")
def list_work(
    *,
    state: Annotated[WorkState | None, typer.Option(help="dead: what waits for a person")] = None,
    kind: Annotated[str | None, typer.Option(help="such as deliver_webhook")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="how many at most")] = 50,
    as_json: AsJson = False,
) -> None:
    """Jobs, newest first."""
    from entrypoints.cli import durable_work

    found = asyncio.run(durable_work.find(state=state, kind=kind, limit=limit))
    if as_json:
        show_json(found)
        return
    rows = [
        (
            one["id"],
            one["state"],
            one["kind"],
            f"{one['attempt']}/{one['maxAttempts']}",
            one["due"],
            one["lastError"] or "",
        )
        for one in found
    ]
    show_table([("ID", "STATE", "KIND", "ATTEMPT", "DUE", "LAST ERROR"), *rows])


@work.command()
def show(job_id: JobIdArgument, *, as_json: AsJson = False) -> None:
    """One job."""
    from entrypoints.cli import durable_work

    _show(asyncio.run(durable_work.read(job_id)), as_json=as_json)


@work.command()
def retry(job_id: JobIdArgument, *, as_json: AsJson = False) -> None:
    """Try a dead or cancelled job again, now, from where it came to."""
    from entrypoints.cli import durable_work

    _show(asyncio.run(durable_work.retry(job_id)), as_json=as_json)


@work.command()
def cancel(job_id: JobIdArgument, *, as_json: AsJson = False) -> None:
    """Never do it; whoever is at it now stops."""
    from entrypoints.cli import durable_work

    _show(asyncio.run(durable_work.cancel(job_id)), as_json=as_json)


def _show(job: "dict[str, object]", *, as_json: bool) -> None:
    if as_json:
        show_json(job)
        return
    for name, value in job.items():
        typer.echo(f"{name}: {value}")
