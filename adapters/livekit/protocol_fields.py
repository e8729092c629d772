"""Fields of raw protocol events, which may be missing, of another type, or not fit to be stored."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.errors import InvalidValueError
from domain.language import Language, parse_language


def text_of(event: Mapping[str, Any], key: str) -> str:
    """The text under *key*, "" without one; what no store takes (NUL, half characters) is gone."""
    value = event.get(key)
    if not isinstance(value, str):
        return ""
    return value.replace("\0", "").encode(errors="ignore").decode()


def count_of(event: Mapping[str, Any], key: str) -> int | None:
    """The whole number of at least 0 under *key*."""
    value = event.get(key)
    is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if is_count else None


def item_of(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """The conversation item that the event carries, or an empty one."""
    item = event.get("item")
    return item if isinstance(item, Mapping) else {}


def response_of(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """The response that the event carries, or an empty one."""
    response = event.get("response")
    return response if isinstance(response, Mapping) else {}


def parts_of(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The parts of an item's content."""
    return [part for part in _listed(item.get("content")) if isinstance(part, Mapping)]


def language_of(event: Mapping[str, Any]) -> Language | None:
    """The first language that the transcription names and that is one."""
    for entry in _listed(event.get("languages")):
        try:
            return parse_language(str(entry.get("code")))
        except (InvalidValueError, AttributeError):
            continue
    return None


def _listed(value: object) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()
