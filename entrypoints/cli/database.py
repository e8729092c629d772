"""`voice-agent db`."""

import asyncio
from typing import Annotated

import typer

from entrypoints.cli.output import AsJson, show_json

database = typer.Typer(help="The database's tables.", no_args_is_help=True)


@database.command()
def upgrade(
    revision: Annotated[str, typer.Argument(help="the revision to reach")] = "head",
) -> None:
    """Create or change tables; nothing happens when they are up to date."""
    from entrypoints.bootstrap.migrations import migrate
    from entrypoints.bootstrap.settings import load_settings

    asyncio.run(migrate(load_settings(), revision))
    typer.echo(f"the database is at {revision}")


@database.command()
def downgrade(
    revision: Annotated[str, typer.Argument(help="-1 for one step back; base removes every table")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="do not ask")] = False,
) -> None:
    """Go back to an earlier revision. Columns and tables that it did not have are lost."""
    from entrypoints.bootstrap.migrations import downgrade as go_back
    from entrypoints.bootstrap.settings import load_settings

    if not yes:
        typer.confirm(f"go back to {revision}, and lose what it cannot hold?", abort=True)
    asyncio.run(go_back(load_settings(), revision))
    typer.echo(f"the database is at {revision}")


@database.command()
def status(*, as_json: AsJson = False) -> None:
    """Whether the tables are up to date; exit code 1 when they are not."""
    from entrypoints.bootstrap.migrations import migrations
    from entrypoints.bootstrap.settings import load_settings

    found = asyncio.run(migrations(load_settings()))
    if as_json:
        show_json({"current": found.current, "latest": found.latest, "isLatest": found.is_latest})
    elif found.is_latest:
        typer.echo(f"up to date, at {found.current}")
    else:
        typer.echo(f"at {found.current or 'nothing'}, latest is {found.latest}: run `db upgrade`")
    if not found.is_latest:
        raise typer.Exit(1)
