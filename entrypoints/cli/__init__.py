"""The command line. Each command imports what it needs when it runs: `--help` is instant."""

import sys

import typer

from domain.errors import ServiceError
from entrypoints.cli.agents import agents
from entrypoints.cli.bench.command import bench
from entrypoints.cli.call import call
from entrypoints.cli.database import database
from entrypoints.cli.demo.command import demo
from entrypoints.cli.dispatch import dispatch
from entrypoints.cli.doctor import doctor
from entrypoints.cli.emulator import emulator
from entrypoints.cli.evaluation.command import evaluation
from entrypoints.cli.extract import extract
from entrypoints.cli.openapi import openapi
from entrypoints.cli.serve import serve
from entrypoints.cli.token import token
from entrypoints.cli.work import work

__all__ = ["app", "main"]

app = typer.Typer(
    name="voice-agent",
    help="Puts an AI agent on a live LiveKit call, speech to speech, and keeps what was said.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(serve)
app.command()(demo)
app.command()(call)
app.command()(doctor)
app.command()(dispatch)
app.command()(token)
app.command()(extract)
app.command()(openapi)
app.command()(bench)
app.command()(emulator)
app.add_typer(agents, name="agents")
app.add_typer(database, name="db")
app.add_typer(evaluation, name="eval")
app.add_typer(work, name="work")


def main() -> None:
    """Run the command that the arguments name; an expected error is a sentence, not a trace."""
    try:
        app()
    except ServiceError as error:
        typer.echo(f"voice-agent: {error}", err=True)
        sys.exit(1)
