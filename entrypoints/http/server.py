"""The HTTP door in our own process and event loop."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass

import uvicorn

from domain.errors import UnavailableError
from entrypoints.bootstrap.containers import Container
from entrypoints.http.app import create_app

_FINISH_REQUESTS_WITHIN_S = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningHttp:
    """Where the service answers; *task* only ends by itself when the server broke."""

    url: str
    task: asyncio.Task[None]


class _Server(uvicorn.Server):
    def capture_signals(self) -> nullcontext[None]:  # type: ignore[override]
        # It would raise the signal again after serving, and end us before we have drained.
        return nullcontext()


@asynccontextmanager
async def http_server(container: Container) -> AsyncIterator[RunningHttp]:
    """Serve until the block is left; requests that are being answered then are finished.

    Raises UnavailableError when the port cannot be had.
    """
    settings = container.settings()
    listener = _listen(settings.api_server_host, settings.api_server_port)
    server = _Server(
        uvicorn.Config(
            create_app(container),
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            # Who may say for whom they ask is a setting of ours.
            proxy_headers=False,
            timeout_graceful_shutdown=_FINISH_REQUESTS_WITHIN_S,
        )
    )
    serving = asyncio.create_task(server.serve(sockets=[listener]), name="http")
    try:
        yield RunningHttp(url=_url(listener), task=serving)
    finally:
        server.should_exit = True
        await asyncio.gather(serving, return_exceptions=True)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise UnavailableError(
            f"cannot listen on {host}:{port} ({error.strerror}); is the service running already?"
            " Otherwise choose another API_SERVER_PORT"
        ) from error


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
