"""`voice-agent serve`."""

import asyncio
from typing import Annotated

import typer

from entrypoints.cli.mode import Mode


def serve(
    *,
    mode: Annotated[
        Mode, typer.Option(help="api: HTTP and supervision; agent: the calls; both: all of it")
    ] = Mode.BOTH,
    host: Annotated[str | None, typer.Option(help="instead of API_SERVER_HOST")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="instead of API_SERVER_PORT; 0: any free")
    ] = None,
) -> None:
    """Run the service until Ctrl-C or SIGTERM; calls that are going on then may finish.

    The database is brought up to date first; an empty one gets the agent `demo`. Where no LiveKit
    server or no Realtime endpoint is configured, local ones are started, and stopped at the end.
    """
    from entrypoints.bootstrap.observability import configure_logging
    from entrypoints.bootstrap.settings import load_settings
    from entrypoints.cli.service import run_service

    settings = load_settings()
    if host is not None:
        settings = settings.updated(api_server_host=host)
    if port is not None:
        settings = settings.updated(api_server_port=port)
    configure_logging(settings)
    asyncio.run(run_service(settings, mode, say=typer.echo))
