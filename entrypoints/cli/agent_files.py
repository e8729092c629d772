"""Agents taken from files into the database, and back: what is the same is left alone."""

import difflib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from application.use_cases.agents.create_agent import CreateAgentCommand
from application.use_cases.agents.edit_draft import EditDraftCommand
from application.use_cases.agents.publish_agent import PublishAgentCommand
from domain.agent_config import Agent, AgentConfig
from domain.errors import InvalidValueError, NotFoundError
from domain.ids import AgentId
from entrypoints.bootstrap.containers import Container
from entrypoints.cli.agent_work import MOST_AGENTS, opened, what_is_there
from entrypoints.cli.agent_yaml import (
    SCHEMA_FILE,
    AgentFile,
    parse_agent,
    shown_as_yaml,
    write_agent,
)

Done = Literal["unchanged", "would change", "drafted", "published", "would be created", "created"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one file; *difference* is from what is published to what the file says."""

    agent_id: str
    file: str
    done: Done
    difference: str

    def as_json(self) -> dict[str, str]:
        """For programs."""
        shown = {"agentId": self.agent_id, "file": self.file}
        return {**shown, "done": self.done, "difference": self.difference}


def schema_text() -> str:
    """The JSON schema that editors check agent files with."""
    return json.dumps(AgentFile.model_json_schema(by_alias=True), indent=2) + "\n"


def read_files(paths: Sequence[Path]) -> Mapping[AgentId, tuple[Path, AgentConfig]]:
    """The agents in files and folders. Raises InvalidValueError naming all mistakes and lines."""
    found: dict[AgentId, tuple[Path, AgentConfig]] = {}
    mistakes: list[str] = []
    for path in _files(paths):
        try:
            agent_id, config = parse_agent(path.read_text(encoding="utf-8"), name=str(path))
        except UnicodeDecodeError:
            mistakes.append(f"{path}:1: this is not UTF-8")
        except InvalidValueError as error:
            mistakes.append(str(error))
        else:
            if agent_id in found:
                mistakes.append(f"{path}:1: {agent_id} is in {found[agent_id][0]} already")
            found[agent_id] = (path, config)
    if mistakes:
        raise InvalidValueError("\n".join(mistakes))
    return found


def _files(paths: Sequence[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted([*path.glob("*.yaml"), *path.glob("*.yml")])
        elif path.is_file():
            files.append(path)
        else:
            raise InvalidValueError(f"{path}: there is no such file")
    return files


async def import_agents(
    paths: Sequence[Path], *, publish: bool, dry_run: bool
) -> Sequence[Imported]:
    """Nothing is written unless every file is right. Raises InvalidValueError otherwise."""
    agents = read_files(paths)
    async with opened() as container:
        return [
            await _import(container, agent_id, path, config, publish=publish, dry_run=dry_run)
            for agent_id, (path, config) in agents.items()
        ]


async def _import(
    container: Container,
    agent_id: AgentId,
    path: Path,
    config: AgentConfig,
    *,
    publish: bool,
    dry_run: bool,
) -> Imported:
    published = await _published(container, agent_id)
    if published == config:
        return Imported(agent_id=agent_id, file=str(path), done="unchanged", difference="")
    # An agent exists once it is published: a new one cannot be a draft alone.
    if dry_run or (published is None and not publish):
        done: Done = "would change" if published else "would be created"
    elif published is None:
        await container.create_agent().execute(CreateAgentCommand(config=config, agent_id=agent_id))
        done = "created"
    else:
        done = await _change(container, agent_id, config, publish=publish)
    difference = _difference(agent_id, published, config)
    return Imported(agent_id=agent_id, file=str(path), done=done, difference=difference)


async def _change(
    container: Container, agent_id: AgentId, config: AgentConfig, *, publish: bool
) -> Done:
    draft = await _drafted(container, agent_id)
    if draft != config:
        precondition = await what_is_there(container, agent_id)
        command = EditDraftCommand(
            agent_id=agent_id, edit=lambda _: config, replaces=True, precondition=precondition
        )
        await container.edit_draft().execute(command)
    if not publish:
        return "unchanged" if draft == config else "drafted"
    await container.publish_agent().execute(PublishAgentCommand(agent_id=agent_id))
    return "published"


async def _published(container: Container, agent_id: AgentId) -> AgentConfig | None:
    try:
        return (await container.agent_queries().agent(agent_id)).config
    except NotFoundError:
        return None


async def _drafted(container: Container, agent_id: AgentId) -> AgentConfig | None:
    try:
        return (await container.agent_queries().draft(agent_id)).config
    except NotFoundError:
        return None


def _difference(agent_id: str, before: AgentConfig | None, after: AgentConfig) -> str:
    old = shown_as_yaml(agent_id, before).splitlines() if before else []
    new = shown_as_yaml(agent_id, after).splitlines()
    return "\n".join(difflib.unified_diff(old, new, "published", "file", n=1, lineterm=""))


async def find_agents(agent_ids: Sequence[str]) -> Sequence[Agent]:
    """Those named as last published, or every agent. Raises NotFoundError."""
    async with opened() as container:
        queries = container.agent_queries()
        if agent_ids:
            return [await queries.agent(AgentId(one)) for one in agent_ids]
        return await queries.agents(after=None, limit=MOST_AGENTS)


def write_files(folder: Path, agents: Sequence[Agent]) -> Sequence[Path]:
    """A file for each of *agents*, and the schema beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SCHEMA_FILE).write_text(schema_text(), encoding="utf-8")
    return [write_agent(folder, agent) for agent in agents]
