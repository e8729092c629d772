"""What the texts of an agent may say about the call at hand."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.agent_config import AgentConfig
from domain.voice_session import VoiceSession

# Not `strftime`: its names follow the locale of the process.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KEY = re.compile(r"[\w-]+(?:\.[\w-]+)*", re.ASCII)


def call_variables(
    session: VoiceSession, agent: AgentConfig, contact_name: str | None, now: datetime
) -> Mapping[str, str]:
    """Values for `domain.instructions.render`; what is not known is left out.

    Times are in the agent's time zone. Of the dispatch's metadata only plain values are there, not
    lists or objects. The values come from outside: `render` makes data of them.
    """
    request = session.request
    local = now.astimezone(_zone(agent.timezone))
    values = {
        "agent.name": agent.name,
        "caller.language": request.language or agent.main_language,
        "session.id": session.id,
        "session.room": request.room_name,
        "time.date": local.date().isoformat(),
        "time.now": f"{local:%H:%M}",
        "time.weekday": _WEEKDAYS[local.weekday()],
        **dict(_given(request.metadata)),
    }
    return values | ({"caller.name": contact_name} if contact_name else {})


def _given(metadata: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in metadata.items():
        if not _KEY.fullmatch(key):
            continue
        match value:
            case bool():
                yield f"metadata.{key}", str(value).lower()
            case str() | int() | float():
                yield f"metadata.{key}", str(value)
            case _:
                pass


def _zone(name: str) -> tzinfo:
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # This machine does not know the zone that another one accepted.
        return UTC
