"""Names of people as they are given in a sentence."""

import re

from adapters.realtime_emulator.brain.spoken.letters import read_spelling
from adapters.realtime_emulator.brain.spoken.words import without_lead_in

_INTRODUCTION = re.compile(
    r"\b(?:my (?:full )?name(?:'s| is)|this is|i am|i'm|name's)\s+(?P<name>.+)", re.IGNORECASE
)
_AFTER_A_NAME = re.compile(
    r"[,.;!?]|\b(?:and|from|calling|here|speaking|with|spelled|spelt|at)\b", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?: [^\W\d_]+(?:['’-][^\W\d_]+)*){0,3}")
_SPELLED_TAIL = re.compile(r"\b\w\b(?:[-,. ]+\b\w\b){2,}")


def read_name(text: str) -> str | None:
    """Return the name in an answer to "What is your name?", or None."""
    said = text.replace("’", "'")
    introduced = _INTRODUCTION.search(said)
    return _name(introduced["name"] if introduced else without_lead_in(said), spelled=said)


def read_spelled_name(text: str, *, before: str, part: int) -> str | None:
    """Return *before* with one part (0 the first name, -1 the last) as it was spelled."""
    spelled = re.sub(r"[^a-z'-]", "", read_spelling(text))
    if len(spelled) < 2:
        return None
    parts = before.split() or [""]
    parts[part if len(parts) > 1 else 0] = _cased(spelled)
    return " ".join(parts)


def _name(said: str, *, spelled: str) -> str | None:
    stated = _AFTER_A_NAME.split(_SPELLED_TAIL.sub("", said))
    first = next((piece.strip() for piece in stated if piece.strip(" -'")), "")
    match = _NAME.fullmatch(first)
    if match is None:
        return None
    name = " ".join(_cased(part) for part in match[0].split())
    letters = _SPELLED_TAIL.search(spelled)
    return read_spelled_name(letters[0], before=name, part=-1) if letters else name


def _cased(part: str) -> str:
    return part if any(letter.isupper() for letter in part[1:]) else part[:1].upper() + part[1:]
