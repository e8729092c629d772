"""What a workflow's step says, with what is known of its occasion put in."""

import re
from collections.abc import Iterator, Mapping, Sequence

from domain.errors import InvalidValueError
from domain.instructions import render, variables_in

Variables = Mapping[str, object]
"""Values by dotted names, such as `lead.email`."""

FAMILIES = ("trigger", "session", "lead", "insight", "metadata", "payload")

_WHOLE = re.compile(r"\{\{\s*([A-Za-z][\w-]*(?:\.[\w-]+)*)\s*\}\}", re.ASCII)


def filled(template: object, variables: Variables) -> object:
    """*template* with every `{{name}}` replaced, also deep inside of lists and objects.

    A text that is nothing but one variable becomes that value as it is, None where there is none;
    inside of a longer text a value is one short line, and what is missing is nothing.
    """
    match template:
        case str():
            whole = _WHOLE.fullmatch(template.strip())
            return variables.get(whole[1]) if whole else filled_text(template, variables)
        case Mapping():
            return {name: filled(value, variables) for name, value in template.items()}
        case list() | tuple():
            return [filled(value, variables) for value in template]
        case _:
            return template


def filled_text(template: str, variables: Variables) -> str:
    """*template* as a text."""
    return render(template, {name: _said(value) for name, value in variables.items()}).text


def flattened(value: object, name: str) -> Iterator[tuple[str, object]]:
    """Everything inside of *value* by its dotted name; lists stay whole."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from flattened(inner, f"{name}.{key}")
    else:
        yield name, value


def check_names(template: object, *, what: str) -> None:
    """Raises InvalidValueError for wrong braces, and for names of a family that there is not."""
    for text in _texts(template):
        try:
            names = variables_in(text)
        except InvalidValueError as error:
            raise InvalidValueError(f"{what}: {error}") from None
        for name in names:
            check_name(name, what=what)


def check_name(name: str, *, what: str) -> None:
    """Raises InvalidValueError unless *name* can be that of a variable."""
    family, _, rest = name.partition(".")
    if family not in FAMILIES or not rest:
        known = ", ".join(f"{one}.*" for one in FAMILIES)
        raise InvalidValueError(f"{what}: there is no {name!r}; known are {known}")


def _texts(template: object) -> Iterator[str]:
    match template:
        case str():
            yield template
        case Mapping():
            for value in template.values():
                yield from _texts(value)
        case Sequence():
            for value in template:
                yield from _texts(value)
        case _:
            pass


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
