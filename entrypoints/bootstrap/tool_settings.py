"""The settings for tools, from the text of a variable to what adapters take."""

import json
import re

_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,63}")


def check_secrets(text: str) -> None:
    """Raises ValueError, without any of the values, unless `secrets_of` can read *text*."""
    try:
        values = json.loads(text)
    except ValueError:
        values = None
    if not isinstance(values, dict) or not all(isinstance(one, str) for one in values.values()):
        raise ValueError('must be a JSON object such as {"ORDERS_KEY": "..."}')
    if not all(_NAME.fullmatch(name) for name in values):
        raise ValueError("names must be upper-case letters, digits and _, like ORDERS_KEY")


def secrets_of(text: str | None) -> dict[str, str]:
    """The secrets by name."""
    return dict(json.loads(text)) if text else {}


def listed(text: str) -> frozenset[str]:
    """The parts of a comma-separated list."""
    return frozenset(part.strip() for part in text.split(",") if part.strip())
