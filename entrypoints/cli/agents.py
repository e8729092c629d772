"""`voice-agent agents`."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from entrypoints.cli.output import AsJson, show_json, show_table

agents = typer.Typer(help="The agents in the database.", no_args_is_help=True)

AgentIdArgument = Annotated[str, typer.Argument(help="the agent's id, such as demo")]


@agents.command(name="list")
def list_agents(*, as_json: AsJson = False) -> None:
    """All agents, as last published."""
    from entrypoints.cli import agent_work

    found = asyncio.run(agent_work.find_all())
    if as_json:
        show_json(found)
        return
    heading = ("ID", "VERSION", "LANGUAGES", "NAME")
    rows = [
        (one["agentId"], str(one["version"]), ",".join(one["languages"]), one["name"])
        for one in found
    ]
    show_table([heading, *rows])


@agents.command()
def show(
    agent_id: AgentIdArgument,
    *,
    version: Annotated[
        int | None, typer.Option(min=1, help="an earlier one than the last published")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """One agent with its whole configuration."""
    from entrypoints.cli import agent_work

    _show(asyncio.run(agent_work.read(agent_id, version)), as_json=as_json)


@agents.command()
def versions(agent_id: AgentIdArgument, *, as_json: AsJson = False) -> None:
    """Everything an agent ever was, newest first."""
    from entrypoints.cli import agent_work

    found = asyncio.run(agent_work.find_versions(agent_id))
    if as_json:
        show_json(found)
        return
    rows = [(str(one["version"]), one["publishedAt"], one["name"]) for one in found]
    show_table([("VERSION", "PUBLISHED", "NAME"), *rows])


@agents.command()
def draft(
    agent_id: AgentIdArgument,
    *,
    file: Annotated[
        typer.FileText | None,
        typer.Option(
            encoding="utf-8",
            help="a whole configuration to write, as `agents show --json` prints it; - reads stdin",
        ),
    ] = None,
    replace: Annotated[bool, typer.Option(help="write over a draft that is there")] = False,
    as_json: AsJson = False,
) -> None:
    """Show the draft of an agent's next version, or write it from a file."""
    from entrypoints.cli import agent_work

    if file is None:
        _show(asyncio.run(agent_work.read_draft(agent_id)), as_json=as_json)
        return
    written = asyncio.run(agent_work.write_draft(agent_id, file.read(), replace=replace))
    _show(written, as_json=as_json)


@agents.command()
def publish(agent_id: AgentIdArgument, *, as_json: AsJson = False) -> None:
    """Make the draft the next version; the next call uses it."""
    from entrypoints.cli import agent_work

    _say_version(asyncio.run(agent_work.publish(agent_id)), as_json=as_json)


@agents.command()
def rollback(
    agent_id: AgentIdArgument,
    version: Annotated[int, typer.Argument(min=1, help="whose configuration is wanted back")],
    *,
    as_json: AsJson = False,
) -> None:
    """Publish an earlier version's configuration again, as a new version."""
    from entrypoints.cli import agent_work

    _say_version(asyncio.run(agent_work.roll_back(agent_id, version)), as_json=as_json)


@agents.command(name="import")
def import_files(
    paths: Annotated[list[Path], typer.Argument(help="files, or folders of them")],
    *,
    publish: Annotated[bool, typer.Option(help="make what differs the next version")] = False,
    dry_run: Annotated[bool, typer.Option(help="show what differs, and change nothing")] = False,
    as_json: AsJson = False,
) -> None:
    """Take agents from YAML files: drafts of what differs, and nothing for what does not."""
    from entrypoints.cli import agent_files

    found = asyncio.run(agent_files.import_agents(paths, publish=publish, dry_run=dry_run))
    if as_json:
        show_json([one.as_json() for one in found])
        return
    for one in found:
        typer.echo(f"{one.agent_id}: {one.done}")
        if one.difference:
            typer.echo(one.difference)


@agents.command()
def export(
    agent_ids: Annotated[list[str] | None, typer.Argument(help="all of them, if none")] = None,
    *,
    folder: Annotated[Path, typer.Option(help="where to write a file for each")] = Path("agents"),
    as_json: AsJson = False,
) -> None:
    """Write agents to YAML files, as last published, with a schema for editors beside them."""
    from entrypoints.cli import agent_files

    found = asyncio.run(agent_files.find_agents(agent_ids or []))
    written = agent_files.write_files(folder, found)
    if as_json:
        show_json([str(path) for path in written])
        return
    for path in written:
        typer.echo(str(path))


@agents.command()
def schema() -> None:
    """The JSON schema of agent files."""
    from entrypoints.cli import agent_files

    typer.echo(agent_files.schema_text(), nl=False)


def _show(details: "dict[str, object]", *, as_json: bool) -> None:
    if as_json:
        show_json(details)
        return
    for name, value in details.items():
        typer.echo(f"{name}: {value}")


def _say_version(agent: "dict[str, object]", *, as_json: bool) -> None:
    if as_json:
        show_json(agent)
    else:
        typer.echo(f"{agent['agentId']} is published at version {agent['version']}")
