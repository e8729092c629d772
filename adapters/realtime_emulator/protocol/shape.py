"""Checks what a client sets against what can be set."""

from collections.abc import Callable, Mapping
from typing import Any

from adapters.realtime_emulator.protocol.wire import ProtocolError

Rule = Callable[[Any], bool]
Shape = Mapping[str, "Rule | Shape"]


def conform(value: Mapping[str, Any], shape: Shape, path: str) -> None:
    """Raises ProtocolError, naming the parameter, unless *value* has only what *shape* allows.

    A null is allowed everywhere: it switches off what can be off, and else changes nothing.
    """
    for key, part in value.items():
        where = f"{path}.{key}"
        rule = shape.get(key)
        if rule is None:
            raise ProtocolError(
                f"Unknown parameter: '{where}'.", code="unknown_parameter", param=where
            )
        if part is not None:
            _conform_part(part, rule, where)


def _conform_part(part: Any, rule: "Rule | Shape", where: str) -> None:
    if isinstance(rule, Mapping):
        if not isinstance(part, Mapping):
            raise ProtocolError(f"Invalid type for '{where}'.", code="invalid_type", param=where)
        conform(part, rule, where)
    elif not rule(part):
        raise ProtocolError(f"Invalid value for '{where}'.", param=where)


def text(value: Any) -> bool:
    """A text, perhaps empty."""
    return isinstance(value, str)


def flag(value: Any) -> bool:
    """True or false."""
    return isinstance(value, bool)


def anything(value: Any) -> bool:
    """Accepted and not used here."""
    return True


def mapping(value: Any) -> bool:
    """Any object."""
    return isinstance(value, Mapping)


def texts(value: Any) -> bool:
    """A list of texts."""
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def one_of(*allowed: object) -> Rule:
    """One of the values named."""
    return lambda value: value in allowed


def number(low: float, high: float) -> Rule:
    """A number from *low* to *high*."""
    return lambda value: (
        isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
    )


def whole(low: int, high: int) -> Rule:
    """A whole number from *low* to *high*."""
    within = number(low, high)
    return lambda value: isinstance(value, int) and within(value)


def either(*rules: Rule) -> Rule:
    """What one of the rules allows."""
    return lambda value: any(rule(value) for rule in rules)
