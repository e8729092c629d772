"""How long a silence must be to end the caller's turn."""

import re
from typing import Any

_LONGEST_MS = {"low": 8000, "medium": 4000, "auto": 4000, "high": 2000}
_SHORTEST_MS = 300
_DIGITS_OF_A_PHONE_NUMBER = 7
_UNFINISHED = frozenset(
    ["a", "and", "at", "because", "but", "dot", "for", "is", "it's", "my", "of", "or", "so"]
) | frozenset(["the", "to", "uh", "um", "with"])


def patience_ms(turns: dict[str, Any], words: str | None, slot: str | None) -> int:
    """How long to wait, under *turns*, after the *words* so far (None: not known yet)."""
    if turns["type"] == "server_vad":
        return int(turns["silence_duration_ms"])
    longest = _LONGEST_MS[turns["eagerness"]]
    return longest if words is None or _goes_on(words, slot) else _SHORTEST_MS


def _goes_on(words: str, slot: str | None) -> bool:
    last = re.sub(r"[^\w' ]", " ", words.lower()).split()[-1:]
    if not last or last[0] in _UNFINISHED:
        return True
    digits = sum(character.isdigit() for character in words)
    return slot == "phone" and 0 < digits < _DIGITS_OF_A_PHONE_NUMBER
