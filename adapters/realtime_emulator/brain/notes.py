"""Notes about the caller that the client put into the instructions."""

import re

_BLOCK = re.compile(r"<caller-notes[^>]*>(?P<notes>.*?)</caller-notes>", re.DOTALL)
_LINE = re.compile(r"^\W*(?P<label>[\w ()-]{2,40}):[ \t]*(?P<value>\S.*)$", re.MULTILINE)
_NAME = re.compile(r"^\W*name:[ \t]*(?P<value>\S.*)$", re.MULTILINE | re.IGNORECASE)
_LABELS_OF_INTEREST = ("open", "last call")


def known_name(instructions: str) -> str | None:
    """The caller's name, where a line of the instructions gives one."""
    found = _NAME.search(instructions)
    return found["value"].strip() if found else None


def recollections(instructions: str) -> tuple[str, ...]:
    """What else the notes say that is worth telling: promises and the last call."""
    block = _BLOCK.search(instructions)
    lines = _LINE.finditer(block["notes"]) if block else ()
    return tuple(
        line["value"].strip() for line in lines if line["label"].lower() in _LABELS_OF_INTEREST
    )
