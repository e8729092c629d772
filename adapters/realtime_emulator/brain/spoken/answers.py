"""Yes, no, and the other short things people say about a question."""

import re
from enum import Enum

_NO = re.compile(
    r"^\W*(?:no\b|nope|nah|non\b|nein\b|nee\b|não\b|nao\b)"
    r"|\b(?:not (?:right|correct|quite|what)|incorrect|wrong|isn't|that's not|is not"
    r"|no es|incorrecto|n'est pas|ce n'est|faux|stimmt nicht|nicht richtig|falsch"
    r"|não está|não é|errado)\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\b(?:yes|yeah|yep|yup|correct|right|exactly|perfect|sure|that's it|sounds good"
    r"|s[ií]|correcto|exacto|claro|oui|exact|c'est (?:ça|bon|juste)|ja|richtig|genau|stimmt"
    r"|sim|certo|correto|isso mesmo|exatamente|exactamente|exactement)\b",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"\b(?:good\s?bye|bye(?: bye)?|hang up|that's all|adi[oó]s|hasta luego|au revoir"
    r"|auf wieder(?:hören|sehen|schauen)|tschüss?|at[eé] logo|adeus)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"^\W*(?:(?:nope|nah|non|nein|não|nao|no|sorry|actually|wrong"
    r"|that's (?:not (?:right|correct)|wrong)|(?:eso )?no es correcto"
    r"|ce n'est pas (?:exact|correct)"
    r"|das (?:stimmt nicht|ist (?:nicht richtig|falsch))"
    r"|isso não está (?:certo|correto))\b[\s,.!]*)+",
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
