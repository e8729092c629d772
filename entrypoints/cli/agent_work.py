"""What `voice-agent agents` does in the database, answered as the API answers."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from pydantic import BaseModel, ValidationError

from application.use_cases.agents.edit_draft import EditDraftCommand
from application.use_cases.agents.publish_agent import PublishAgentCommand
from application.use_cases.agents.roll_back_agent import RollBackAgentCommand
from domain.errors import InvalidValueError, NotFoundError
from domain.ids import AgentId
from domain.precondition import Precondition
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.lifecycle import open_container
from entrypoints.bootstrap.migrations import require_latest
from entrypoints.bootstrap.settings import load_settings
from entrypoints.http.schemas.agent_drafts import DraftIn, DraftOut
from entrypoints.http.schemas.agents import AgentOut, VersionOut

Json = dict[str, Any]

MOST_AGENTS = 1000


async def find_all() -> Sequence[Json]:
    """Every agent as last published, at most 1000."""
    async with opened() as container:
        found = await container.agent_queries().agents(after=None, limit=MOST_AGENTS)
    return [_json(AgentOut.of(agent)) for agent in found]


async def read(agent_id: str, version: int | None) -> Json:
    """One agent. Raises NotFoundError."""
    async with opened() as container:
        agent = await container.agent_queries().agent(AgentId(agent_id), version=version)
    return _json(AgentOut.of(agent))


async def find_versions(agent_id: str) -> Sequence[Json]:
    """Newest first, at most 1000. Raises NotFoundError."""
    async with opened() as container:
        queries = container.agent_queries()
        found = await queries.versions(AgentId(agent_id), before=None, limit=MOST_AGENTS)
    return [_json(VersionOut.of(agent)) for agent in found]


async def read_draft(agent_id: str) -> Json:
    """Raises NotFoundError."""
    async with opened() as container:
        return _json(DraftOut.of(await container.agent_queries().draft(AgentId(agent_id))))


async def write_draft(agent_id: str, text: str, *, replace: bool) -> Json:
    """Write the configuration in *text*.

    Raises NotFoundError, InvalidValueError for what is no configuration, and
    PreconditionRequiredError when there is a draft and it is not to be replaced.
    """
    config = _parsed(text).to_config()
    async with opened() as container:
        read = await what_is_there(container, AgentId(agent_id)) if replace else None
        command = EditDraftCommand(
            agent_id=AgentId(agent_id), edit=lambda _: config, replaces=True, precondition=read
        )
        return _json(DraftOut.of(await container.edit_draft().execute(command)))


async def publish(agent_id: str) -> Json:
    """Raises NotFoundError, ConflictError, StaleVersionError, InvalidValueError."""
    async with opened() as container:
        command = PublishAgentCommand(agent_id=AgentId(agent_id))
        return _json(AgentOut.of(await container.publish_agent().execute(command)))


async def roll_back(agent_id: str, version: int) -> Json:
    """Raises NotFoundError, ConflictError, StaleVersionError."""
    async with opened() as container:
        command = RollBackAgentCommand(agent_id=AgentId(agent_id), version=version)
        return _json(AgentOut.of(await container.roll_back_agent().execute(command)))


async def what_is_there(container: Container, agent_id: AgentId) -> Precondition | None:
    """What to name in order to write over the draft that is there now; None when there is none."""
    try:
        draft = await container.agent_queries().draft(agent_id)
    except NotFoundError:
        return None
    return Precondition(tags=frozenset({draft.tag}))


def _parsed(text: str) -> DraftIn:
    try:
        return DraftIn.model_validate_json(text)
    except ValidationError as error:
        mistakes = (
            f"{'.'.join(str(part) for part in one['loc']) or 'the file'}: {one['msg']}"
            for one in error.errors()
        )
        raise InvalidValueError("; ".join(mistakes)) from None


def _json(shown: BaseModel) -> Json:
    return shown.model_dump(mode="json", by_alias=True)


@asynccontextmanager
async def opened() -> AsyncIterator[Container]:
    """The container over the configured database, which must have its tables."""
    settings = load_settings()
    await require_latest(settings)
    async with open_container(settings) as container:
        yield container
