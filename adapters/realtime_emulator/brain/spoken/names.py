"""Names of people as they are given in a sentence."""

import re

from adapters.realtime_emulator.brain.spoken.letters import read_spelling
from adapters.realtime_emulator.brain.spoken.words import without_lead_in

_INTRODUCTION = re.compile(
    r"\b(?:my (?:full )?name(?:'s| is)|this is|i am|i'm|name's"
    r"|(?:me|mel?) llamo|mejamo|mi nombre es|soy|je m'appelle|mon nom est|je suis"
    r"|mein name ist|ich hei(?:ß|ss|s)e|ich bin|(?:o )?meu nome é|(?:eu )?me chamo|(?:eu )?sou)"
    r"\s+(?P<name>.+)",
    re.IGNORECASE,
)
_AFTER_A_NAME = re.compile(
    r"[,.;!?]|\b(?:and|from|calling|here|speaking|with|spelled|spelt|at"
    r"|y|et|und|aus|de la empresa|hier|am apparat|falando)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?: [^\W\d_]+(?:['’-][^\W\d_]+)*){0,3}")
_SPELLED_TAIL = re.compile(r"\b\w\b(?:[-,. ]+\b\w\b){2,}")


def read_name(text: str) -> str | None:
    """Return the name in an answer to "What is your name?", or None."""
    said = text.replace("’", "'")
    introduced = _INTRODUCTION.search(said)
    if introduced:
        return _name(introduced["name"], spelled=said)
    bare = without_lead_in(said)
    return None if _is_chat(bare) else _name(bare, spelled=said)


def read_spelled_name(text: str, *, before: str, part: int) -> str | None:
    """Return *before* with one part (0 the first name, -1 the last) as it was spelled."""
    spelled = re.sub(r"[^a-z'-]", "", read_spelling(text))
    if len(spelled) < 2:
        return None
    parts = before.split() or [""]
    parts[part if len(parts) > 1 else 0] = _cased(spelled)
    return " ".join(parts)


def _is_chat(said: str) -> bool:
    """More than two words of which the later ones are small: "lovely weather today"."""
    words = re.findall(r"[^\W\d_]+", said)
    return "?" in said or (len(words) > 2 and all(word.islower() for word in words[1:]))


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
