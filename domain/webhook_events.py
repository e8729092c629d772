"""What subscribers can be told of, by the names they know it by."""

import re
from collections.abc import Iterable, Sequence

from domain.errors import InvalidValueError
from domain.events import DomainEvent

EVERYTHING = "*"
TEST_EVENT = "webhook.test"

_WORDS = re.compile(r"[A-Z][a-z0-9]*")


def event_type(kind: str) -> str:
    """The public name of a kind of event: `SessionEnded` is `session.ended`."""
    words = [word.lower() for word in _WORDS.findall(kind)]
    return ".".join(part for part in (words[0], "_".join(words[1:])) if part) if words else kind


def known_types() -> Sequence[str]:
    """Every name there is to subscribe to, in order."""
    # A dataclass with slots is made twice, and both are subclasses.
    return sorted({event_type(kind.__name__) for kind in _kinds(DomainEvent)})


def parse_events(names: Iterable[str]) -> tuple[str, ...]:
    """What to be told of, each once. Raises InvalidValueError for a name that nothing has."""
    wanted = tuple(dict.fromkeys(names))
    unknown = set(wanted) - {EVERYTHING, *known_types()}
    if unknown or not wanted:
        raise InvalidValueError(f"events must be * or some of {', '.join(known_types())}")
    return wanted


def _kinds(parent: type[DomainEvent]) -> Iterable[type[DomainEvent]]:
    for kind in parent.__subclasses__():
        yield kind
        yield from _kinds(kind)
