"""Conditions of workflows: data that is looked at, never code that is run."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from domain.errors import InvalidValueError
from domain.workflow.templates import Variables, check_name

MOST_CONDITIONS = 50
DEEPEST = 5

Scalar = bool | int | float | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exists:
    """*field* has a value."""

    type: Literal["exists"] = "exists"
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Equals:
    """*field* is *value*; of texts, case does not count."""

    type: Literal["equals"] = "equals"
    field: str
    value: Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class IsIn:
    """*field* is one of *values*."""

    type: Literal["in"] = "in"
    field: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Greater:
    """*field* is a number above *value*."""

    type: Literal["greater"] = "greater"
    field: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """Each of them holds."""

    type: Literal["and"] = "and"
    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """One of them holds."""

    type: Literal["or"] = "or"
    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """It does not hold."""

    type: Literal["not"] = "not"
    of: "Condition"


Condition = Exists | Equals | IsIn | Greater | AllOf | AnyOf | Not


def holds(condition: Condition, variables: Variables) -> bool:
    """Whether *condition* is met; never fails, whatever the values are."""
    match condition:
        case AllOf():
            return all(holds(one, variables) for one in condition.of)
        case AnyOf():
            return any(holds(one, variables) for one in condition.of)
        case Not():
            return not holds(condition.of, variables)
        case _:
            return _is_met(condition, variables.get(condition.field))


def check_conditions(conditions: tuple[Condition, ...], *, what: str) -> None:
    """Raises InvalidValueError for too many or too deep ones, and for unknown fields."""
    for seen, (depth, condition) in enumerate(_all(conditions, depth=1), start=1):
        if depth > DEEPEST:
            raise InvalidValueError(f"{what}: nested deeper than {DEEPEST}")
        if seen > MOST_CONDITIONS:
            raise InvalidValueError(f"{what}: more than {MOST_CONDITIONS}")
        if not isinstance(condition, AllOf | AnyOf | Not):
            check_name(condition.field, what=what)


def _all(conditions: tuple[Condition, ...], *, depth: int) -> Iterator[tuple[int, Condition]]:
    for condition in conditions:
        yield depth, condition
        match condition:
            case AllOf() | AnyOf() if depth <= DEEPEST:
                yield from _all(condition.of, depth=depth + 1)
            case Not() if depth <= DEEPEST:
                yield from _all((condition.of,), depth=depth + 1)
            case _:
                pass


def _is_met(condition: Exists | Equals | IsIn | Greater, value: object) -> bool:
    match condition:
        case Exists():
            return value is not None and value != ""
        case Equals():
            return _is_same(value, condition.value)
        case IsIn():
            return any(_is_same(value, one) for one in condition.values)
        case Greater():
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            return is_number and value > condition.value  # type: ignore[operator]
        case _:
            assert_never(condition)


def _is_same(one: object, other: Scalar) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    # To Python, True is 1.
    return isinstance(one, bool) is isinstance(other, bool) and one == other
