"""One call, in its own process: from LiveKit's job to the end of the session."""

import asyncio

from livekit.agents import JobContext, JobProcess
from loguru import logger

from application.acting import act_for
from application.use_cases.sessions.run_session import RunSessionCommand
from domain.errors import ServiceError
from domain.ids import RoomName
from domain.session_context import MissingAgentError, SessionContext, SessionMetadata
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.lifecycle import open_container
from entrypoints.bootstrap.observability import configure_job_logging
from entrypoints.bootstrap.settings import Settings, load_settings

_PARTICIPANT_WITHIN_S = 10.0


def prepare(process: JobProcess) -> None:
    """Before any call: what takes time and is the same for every call."""
    configure_job_logging()
    # The parent has put its settings into the environment that this process inherits.
    process.userdata["settings"] = load_settings(None)


async def entrypoint(ctx: JobContext) -> None:
    """Take the job's call; whatever happens, the job is over when the call is."""
    settings: Settings = ctx.proc.userdata["settings"]
    reason = "call ended"
    try:
        async with open_container(settings) as container:
            reason = await _run(container, ctx)
    except ServiceError as error:
        logger.bind(code=error.code, room=ctx.job.room.name).error("call could not be held")
        reason = error.code
    finally:
        ctx.shutdown(reason)


async def _run(container: Container, ctx: JobContext) -> str:
    context = await _context(container, ctx)
    command = RunSessionCommand(
        context=context, room=RoomName(ctx.job.room.name), owner=f"job/{ctx.job.id}"
    )
    call = container.call_session(ctx)
    with act_for(context.tenant):
        return str(await container.run_session().execute(command, call))


async def _context(container: Container, ctx: JobContext) -> SessionContext:
    resolve = container.resolve_session_context()
    metadata = SessionMetadata(job=ctx.job.metadata, room=ctx.job.room.metadata)
    try:
        return await resolve.execute(metadata)
    except MissingAgentError:
        participant = await _participant_metadata(ctx)
        return await resolve.execute(
            SessionMetadata(job=metadata.job, room=metadata.room, participant=participant)
        )


async def _participant_metadata(ctx: JobContext) -> str:
    await ctx.connect()
    try:
        async with asyncio.timeout(_PARTICIPANT_WITHIN_S):
            participant = await ctx.wait_for_participant()
    except TimeoutError:
        return ""
    return str(participant.metadata)
