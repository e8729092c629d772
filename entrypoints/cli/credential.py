"""What commands show to a service that asks who they are."""

from collections.abc import Mapping
from typing import Annotated

import typer

ApiKeyOption = Annotated[
    str | None,
    typer.Option(
        "--api-key",
        envvar="VOICE_AGENT_API_KEY",
        show_envvar=True,
        help="for a service that asks for one",
    ),
]


def shown(api_key: str | None) -> Mapping[str, str]:
    """The headers with which *api_key* is shown."""
    return {"Authorization": f"Bearer {api_key}"} if api_key else {}
