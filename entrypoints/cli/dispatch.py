"""`voice-agent dispatch`."""

from typing import TYPE_CHECKING, Annotated

import typer

from entrypoints.cli.credential import ApiKeyOption, shown
from entrypoints.cli.output import AsJson, show_json

if TYPE_CHECKING:
    import httpx

_MARGIN_S = 20.0


def dispatch(
    *,
    room: Annotated[str, typer.Option(help="the room the agent joins")],
    agent: Annotated[str, typer.Option(help="the agent's id")] = "demo",
    conversation: Annotated[str | None, typer.Option(help="default: the room's name")] = None,
    user: Annotated[str, typer.Option(help="the caller's user id")] = "command-line",
    wait_ms: Annotated[int, typer.Option(min=0, max=30_000, help="wait for the agent")] = 10_000,
    url: Annotated[str | None, typer.Option(help="the service; default: the local one")] = None,
    api_key: ApiKeyOption = None,
    as_json: AsJson = False,
) -> None:
    """Ask a running service to put an agent into a room; exit code 1 when none comes."""
    body = {
        "conversationId": conversation or room,
        "agentId": agent,
        "userId": user,
        "roomName": room,
        "waitForAgentMs": wait_ms,
    }
    answer = _ask(url or _local_url(), body, api_key=api_key, timeout_s=wait_ms / 1000 + _MARGIN_S)
    outcome = answer.json()
    if as_json:
        show_json(outcome)
    elif answer.is_success:
        typer.echo(f"{outcome['message']} ({outcome['status']}, dispatch {outcome['dispatchId']})")
    else:
        typer.echo(f"{outcome['title']}: {outcome.get('detail', outcome['code'])}", err=True)
    if not outcome.get("success"):
        raise typer.Exit(1)


def _ask(
    url: str, body: dict[str, object], *, api_key: str | None, timeout_s: float
) -> "httpx.Response":
    import httpx

    from domain.errors import UnavailableError

    try:
        return httpx.post(
            f"{url.rstrip('/')}/api/agents/dispatch",
            json=body,
            headers=shown(api_key),
            timeout=timeout_s,
            trust_env=False,
        )
    except httpx.TransportError:
        raise UnavailableError(
            f"no service answers at {url}; start one with `voice-agent serve`, or give --url"
        ) from None


def _local_url() -> str:
    from entrypoints.bootstrap.settings import load_settings

    settings = load_settings()
    return f"http://{settings.api_server_host}:{settings.api_server_port}"
