"""Yes, no, and the other short things people say about a question."""

import re
from enum import Enum

_NO = re.compile(
    r"^\W*(?:no\b|nope|nah)|\b(?:not (?:right|correct|quite|what)|incorrect|wrong|isn't|"
    r"that's not|is not)\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\b(?:yes|yeah|yep|yup|correct|right|exactly|perfect|sure|that's it|sounds good)\b",
    re.IGNORECASE,
)
_FAREWELL = re.compile(r"\b(?:good\s?bye|bye(?: bye)?|hang up|that's all)\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"^\W*(?:(?:no|nope|nah|sorry|actually|wrong"
    r"|that's (?:not (?:right|correct)|wrong))\b[\s,.!]*)+",
    re.IGNORECASE,
)


class Answer(Enum):
    """What an answer to a yes-or-no question came to."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


def read_answer(text: str) -> Answer:
    """A denial anywhere outweighs a "right"."""
    plain = text.replace("’", "'")
    if _NO.search(plain):
        return Answer.NO
    return Answer.YES if _YES.search(plain) else Answer.UNCLEAR


def is_farewell(text: str) -> bool:
    """The caller is leaving."""
    return bool(_FAREWELL.search(text.replace("’", "'")))


def after_denial(text: str) -> str:
    """Return what follows "No, that's not right": the correction, or nothing."""
    return _DENIAL.sub("", text.replace("’", "'")).strip()
