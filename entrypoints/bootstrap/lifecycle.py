"""Opening and closing what a container holds, in order."""

import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from application.use_cases.agents.create_agent import CreateAgentCommand
from domain.errors import ConflictError
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.demo_agent import DEMO_AGENT, DEMO_AGENT_ID
from entrypoints.bootstrap.settings import Settings

log = logging.getLogger(__name__)


@asynccontextmanager
async def open_container(settings: Settings) -> AsyncIterator[Container]:
    """A container whose database is open; what was recorded is stored before it closes.

    The database must have its tables: see `migrations`.
    """
    container = Container(settings=settings)
    async with AsyncExitStack() as stack:
        store = container.store()
        await store.open()
        stack.push_async_callback(store.close)
        stack.push_async_callback(container.rate_limiter().close)
        if settings.has_livekit:
            stack.push_async_callback(container.livekit_server().aclose)
        crm_http = container.crm_http()
        if crm_http is not None:
            stack.push_async_callback(crm_http.close)
        yield container


async def seed(container: Container) -> bool:
    """Give an empty database its first agent, and say whether it was empty."""
    if await container.agent_queries().agents(after=None, limit=1):
        return False
    command = CreateAgentCommand(config=DEMO_AGENT, agent_id=DEMO_AGENT_ID)
    try:
        await container.create_agent().execute(command)
    except ConflictError:
        # Another process was starting at the same moment.
        return False
    log.info("first agent created", extra={"agent_id": DEMO_AGENT_ID})
    return True
