"""Time zones by their IANA names."""

from zoneinfo import ZoneInfo

from domain.errors import InvalidValueError


def parse_time_zone(name: str) -> str:
    """*name*, if this machine knows a zone by it. Raises InvalidValueError otherwise."""
    try:
        known = name == "UTC" or ZoneInfo(name).key == name
    except (KeyError, ValueError, OSError):
        known = False
    if not known:
        raise InvalidValueError("timezone must be an IANA name such as Europe/Madrid")
    return name
