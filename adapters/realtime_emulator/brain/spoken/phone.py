"""Phone numbers as they are spoken: digits, groups, "double five"."""

import re
from collections.abc import Mapping

_WORDS = {
    "en": "zero one two three four five six seven eight nine",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun",
    "pt": "zero um dois três quatro cinco seis sete oito nove",
}
_ALSO = {
    "en": {
        "oh": "0", "o": "0", "nought": "0", "won": "1", "to": "2", "too": "2", "for": "4",
        "ate": "8",
    },
    "de": {"zwo": "2", "fuenf": "5"},
    "pt": {"meia": "6", "tres": "3"},
    "fr": {"zero": "0"},
}  # fmt: skip
_DIGITS: Mapping[str, Mapping[str, str]] = {
    code: {word: str(digit) for digit, word in enumerate(words.split())} | _ALSO.get(code, {})
    for code, words in _WORDS.items()
}
_HOMOPHONES = frozenset({"to", "too", "for", "won", "ate", "oh", "o", "un", "um", "uno"})
_TIMES = {"double": 2, "triple": 3, "doble": 2, "doppel": 2}
_PLUS = frozenset({"plus", "+", "más", "mais"})
_NATIONAL = (
    ("es", r"[6-9]\d{8}", "+34", 0),
    ("fr", r"0[1-9]\d{8}", "+33", 1),
    ("de", r"0[1-9]\d{8,10}", "+49", 1),
    ("pt", r"[1-9]\d{9,10}", "+55", 0),
    ("en", r"[2-9]\d{9}", "+1", 0),
    ("en", r"1\d{10}", "+", 0),
    ("en", r"0[1-9]\d{9}", "+44", 1),
)
"""Language, form, country code, and how many digits the country code replaces."""


def read_phone(text: str, language: str = "en") -> str | None:
    """Return the number in international form, or None when it is too short, long or odd.

    A number without a plus is read as one of a country of *language*: in English ten digits as
    American, eleven with a leading zero as British.
    """
    plus, digits = _digits(text, _DIGITS.get(language, _DIGITS["en"]))
    if digits.startswith("00"):
        plus, digits = True, digits[2:]
    if plus:
        return f"+{digits}" if 8 <= len(digits) <= 15 else None
    for spoken, form, country, replaced in _NATIONAL:
        if spoken == language and re.fullmatch(form, digits):
            return f"{country}{digits[replaced:]}"
    return None


def _digits(text: str, words: Mapping[str, str]) -> tuple[bool, str]:
    tokens = re.findall(r"[^\W\d_]+|\d+|\+", text.lower())
    read = ""
    repeat = 1
    for position, token in enumerate(tokens):
        digit = token if token.isdigit() else words.get(token, "")
        if token in _HOMOPHONES and not _beside_a_number(tokens, position, words):
            digit = ""
        read += digit[:1] * (repeat - 1) + digit
        repeat = _TIMES.get(token, 1)
    return not _PLUS.isdisjoint(tokens), read


def _beside_a_number(tokens: list[str], position: int, words: Mapping[str, str]) -> bool:
    near = tokens[max(position - 1, 0) : position] + tokens[position + 1 : position + 2]
    return any(token.isdigit() or token in words.keys() - _HOMOPHONES for token in near)
