"""The `call` command: a caller made of code, against any server."""

from pathlib import Path
from typing import Annotated

import typer

from entrypoints.cli.credential import ApiKeyOption


def call(
    *,
    room: Annotated[str, typer.Option(help="the room; with several calls, a number is added")],
    url: Annotated[str | None, typer.Option(help="LiveKit; default LIVEKIT_URL")] = None,
    token: Annotated[str | None, typer.Option(help="join token; default: made here")] = None,
    scenario: Annotated[str, typer.Option(help="a persona's name or YAML file")] = "sarah",
    lines: Annotated[Path | None, typer.Option(help="a text file, one line a turn")] = None,
    wav: Annotated[list[Path] | None, typer.Option(help="a file a turn; may be repeated")] = None,
    service: Annotated[
        str | None, typer.Option(help="ask this service for the agent, e.g. http://127.0.0.1:4008")
    ] = None,
    api_key: ApiKeyOption = None,
    agent: Annotated[str, typer.Option(help="which agent to ask for")] = "demo",
    record: Annotated[Path | None, typer.Option(help="a stereo WAV file, or a folder")] = None,
    repeat: Annotated[int, typer.Option(min=1, help="calls one after the other")] = 1,
    concurrency: Annotated[int, typer.Option(min=1, help="calls at the same time")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a call")] = False,
) -> None:
    """Join a room, speak, listen, answer, measure."""
    from entrypoints.cli.calls import CallOrder, place_calls

    place_calls(
        CallOrder(
            room=room,
            url=url,
            token=token,
            scenario=scenario,
            lines=lines,
            wavs=tuple(wav or ()),
            service=service,
            api_key=api_key,
            agent=agent,
            recording=record,
            repeat=repeat,
            concurrency=concurrency,
            as_json=as_json,
        )
    )
