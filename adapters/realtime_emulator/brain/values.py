"""The value for a slot in what a caller said."""

import re

from adapters.realtime_emulator.brain.memory import Memory
from adapters.realtime_emulator.brain.spoken.email import (
    matched_to_name,
    read_email,
    read_spelled_email,
)
from adapters.realtime_emulator.brain.spoken.letters import read_spelling
from adapters.realtime_emulator.brain.spoken.names import read_name, read_spelled_name
from adapters.realtime_emulator.brain.spoken.phone import read_phone

_LETTERS_IN_A_ROW = 3


def value_of(slot: str, text: str, *, memory: Memory, language: str) -> str | None:
    """What *text* says for *slot*; None when it says nothing that could be one."""
    match slot:
        case "email":
            return _email(text, memory.noted.get("name"))
        case "phone":
            return read_phone(text, language)
        case _:
            return _name(text, memory)


def is_spelled(text: str) -> bool:
    """Whether single letters were said."""
    return len(re.findall(r"\b[A-Za-z]\b", text)) >= _LETTERS_IN_A_ROW


def _email(text: str, name: str | None) -> str | None:
    address = read_spelled_email(text, domain=None) if is_spelled(text) else None
    address = address or read_email(text)
    return matched_to_name(address, name) if address and name else address


def _name(text: str, memory: Memory) -> str | None:
    if not is_spelled(text):
        return read_name(text)
    parts = [read_spelling(part) for part in re.split(r"[.;]", text)]
    spelled = " ".join(part.capitalize() for part in parts if part)
    before = memory.noted.get("name", "")
    return spelled or read_spelled_name(text, before=before, part=-1)
