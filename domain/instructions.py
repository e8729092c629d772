"""Texts with variables: `{{caller.name}}`, or `{{caller.name | there}}` with a default.

Names are dotted words; spaces inside the braces do not count. `{{{{` stands for a plain `{{`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from unicodedata import category

from domain.errors import InvalidValueError

LONGEST_VALUE = 200

KNOWN_NAMES = frozenset(
    {
        "agent.name",
        "caller.language",
        "caller.name",
        "session.id",
        "session.room",
        "time.date",
        "time.now",
        "time.weekday",
    }
)
"""What every call may know; `metadata.*` and `memory.*` hold what one call was given."""

_OPEN_FAMILIES = ("metadata.", "memory.")
_NAME = r"[A-Za-z][\w-]*(?:\.[\w-]+)*"
_PIECE = re.compile(
    rf"(?P<plain>\{{{{4}})|\{{\{{\s*(?P<name>{_NAME})\s*(?:\|(?P<default>[^{{}}]*))?\}}\}}",
    re.ASCII,
)
# Joiners shape letters of some scripts; every other invisible character only hides something.
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A text with its values in; *missing* names those that had neither value nor default."""

    text: str
    missing: tuple[str, ...] = ()


def render(template: str, values: Mapping[str, str]) -> Rendered:
    """*template* with *values* put in, each as one short line of plain characters.

    A value is data, whoever gave it: line breaks and invisible characters go, 200 characters stay,
    and braces in it mean nothing. What has no value takes its default, or nothing. Never fails:
    what is not understood stays as it stands.
    """
    missing: dict[str, None] = {}

    def put(piece: re.Match[str]) -> str:
        if piece["plain"]:
            return "{{"
        value = as_data(values.get(piece["name"], ""))
        if value:
            return value
        if piece["default"] is None:
            missing[piece["name"]] = None
        return (piece["default"] or "").strip()

    text = _PIECE.sub(put, template)
    return Rendered(text=text, missing=tuple(missing))


def as_data(value: str) -> str:
    """*value* as `render` puts it in."""
    visible = "".join(_shown(char) for char in value)
    return " ".join(visible.split())[:LONGEST_VALUE].rstrip()


def variables_in(template: str) -> tuple[str, ...]:
    """The names used, in order, each once. Raises InvalidValueError where braces are wrong."""
    names = (piece["name"] for piece in _pieces(template) if piece["name"])
    return tuple(dict.fromkeys(names))


def check_template(template: str, *, what: str) -> None:
    """Raises InvalidValueError for wrong braces, and for names that no call will ever know."""
    try:
        names = variables_in(template)
    except InvalidValueError as error:
        raise InvalidValueError(f"{what}: {error}") from None
    unknown = [name for name in names if not _is_known(name)]
    if unknown:
        known = ", ".join([*sorted(KNOWN_NAMES), "metadata.*", "memory.*"])
        raise InvalidValueError(f"{what}: unknown {', '.join(unknown)}; known are {known}")


def _pieces(template: str) -> Iterator[re.Match[str]]:
    at = template.find("{{")
    while at >= 0:
        piece = _PIECE.match(template, at)
        if piece is None:
            raise InvalidValueError(_mistake(template, at))
        yield piece
        at = template.find("{{", piece.end())


def _mistake(template: str, at: int) -> str:
    line = template.count("\n", 0, at) + 1
    column = at - template.rfind("\n", 0, at)
    where = f"line {line}, column {column}"
    if "}}" not in template[at:]:
        return f"the {{{{ at {where} is never closed"
    return f"what follows the {{{{ at {where} is not a name, or a name | default"


def _is_known(name: str) -> bool:
    return name in KNOWN_NAMES or name.startswith(_OPEN_FAMILIES)


def _shown(char: str) -> str:
    kind = category(char)
    if kind == "Cc":
        return " "
    return "" if kind.startswith("C") and char not in _JOINERS else char
