"""`voice-agent token`."""

from typing import Annotated

import typer

from entrypoints.cli.output import AsJson, show_json


def token(
    *,
    room: Annotated[str, typer.Option(help="the room to join")],
    identity: Annotated[str, typer.Option(help="who joins")],
    minutes: Annotated[int, typer.Option(min=1, max=1440, help="how long it can be used")] = 10,
    as_json: AsJson = False,
) -> None:
    """Make a join token for one person in one room.

    Without LiveKit settings, one for the local server of a service that runs on this machine.
    """
    from datetime import timedelta

    from application.ports.rooms import JoinGrant
    from domain.ids import ParticipantIdentity, RoomName, parse_name
    from entrypoints.bootstrap.containers import Container
    from entrypoints.bootstrap.running_livekit import with_running_livekit
    from entrypoints.bootstrap.settings import load_settings

    settings = with_running_livekit(load_settings())
    grant = JoinGrant(
        room=RoomName(parse_name(room, what="room")),
        identity=ParticipantIdentity(identity),
        valid_for=timedelta(minutes=minutes),
    )
    made = Container(settings=settings).tokens().issue(grant)
    if as_json:
        show_json({"url": settings.livekit_url, "room": room, "identity": identity, "token": made})
    else:
        typer.echo(made)
