"""Words as the recogniser wrote them, and the ones that only lead up to an answer."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[@+]")

_LEAD_IN = frozenset(
    [
        "a",
        "actually",
        "address",
        "ah",
        "and",
        "be",
        "best",
        "call",
        "called",
        "can",
        "course",
        "e",
        "email",
        "hello",
        "hey",
        "hi",
        "i",
        "i'd",
        "i'm",
        "is",
        "it",
        "it's",
        "its",
        "mail",
        "me",
        "mobile",
        "my",
        "name",
        "name's",
        "no",
        "number",
        "of",
        "oh",
        "ok",
        "okay",
        "on",
        "phone",
        "please",
        "reach",
        "really",
        "right",
        "send",
        "sorry",
        "spell",
        "spelled",
        "spelling",
        "sure",
        "surname",
        "that",
        "that's",
        "the",
        "then",
        "this",
        "to",
        "uh",
        "um",
        "well",
        "with",
        "would",
        "yeah",
        "yep",
        "yes",
        "you",
        "your",
    ]
)
_ELSEWHERE = (
    "sí si claro gracias es el mi correo electrónico dirección teléfono número nombre por supuesto "
    "oui bien sûr merci mon ma numéro adresse mail c'est l'adresse est le "
    "ja gerne danke meine mein nummer telefonnummer ist lautet die das natürlich "
    "sim obrigado obrigada meu minha telefone endereço é o"
)
_LEAD_IN_WORDS = _LEAD_IN | frozenset(_ELSEWHERE.split())


def words(text: str) -> list[str]:
    """Return the lower-case words of *text*, without punctuation."""
    return _WORD.findall(text.lower().replace("’", "'"))


def without_lead_in(text: str) -> str:
    """Drop what only introduces an answer: "Sure, my e-mail is ..."."""
    rest = text.strip()
    while match := re.match(r"([^\W\d_]+(?:['’][^\W\d_]+)?)(?:[\s,.:;!-]+|$)", rest):
        if match[1].lower().replace("’", "'") not in _LEAD_IN_WORDS:
            break
        rest = rest[match.end() :]
    return rest
