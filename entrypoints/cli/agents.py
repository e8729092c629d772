"""`voice-agent agents`."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from entrypoints.cli.output import AsJson, show_json, show_table

if TYPE_CHECKING:
    from application.agent_queries import AgentQueries
    from domain.agent_config import Agent

agents = typer.Typer(help="The agents in the database.", no_args_is_help=True)


@agents.command(name="list")
def list_agents(*, as_json: AsJson = False) -> None:
    """All agents."""
    found = asyncio.run(_find_all())
    if as_json:
        show_json([_details(agent) for agent in found])
        return
    heading = ("ID", "VERSION", "LANGUAGES", "NAME")
    rows = [
        (agent.id, str(agent.version), ",".join(agent.config.languages), agent.config.name)
        for agent in found
    ]
    show_table([heading, *rows])


@agents.command()
def show(
    agent_id: Annotated[str, typer.Argument(help="the agent's id, such as demo")],
    *,
    as_json: AsJson = False,
) -> None:
    """One agent with its whole configuration."""
    details = _details(asyncio.run(_get(agent_id)))
    if as_json:
        show_json(details)
        return
    for name, value in details.items():
        typer.echo(f"{name}: {value}")


def _details(agent: "Agent") -> dict[str, object]:
    from entrypoints.http.schemas.agents import AgentOut

    return AgentOut.of(agent).model_dump(mode="json", by_alias=True)


async def _find_all() -> "Sequence[Agent]":
    async with _reading() as queries:
        return await queries.agents(after=None, limit=1000)


async def _get(agent_id: str) -> "Agent":
    from domain.ids import AgentId

    async with _reading() as queries:
        return await queries.agent(AgentId(agent_id))


@asynccontextmanager
async def _reading() -> "AsyncIterator[AgentQueries]":
    from entrypoints.bootstrap.lifecycle import open_container
    from entrypoints.bootstrap.migrations import require_latest
    from entrypoints.bootstrap.settings import load_settings

    settings = load_settings()
    await require_latest(settings)
    async with open_container(settings) as container:
        yield container.agent_queries()
