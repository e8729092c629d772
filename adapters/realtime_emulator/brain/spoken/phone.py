"""Phone numbers as they are spoken: digits, groups, "double five"."""

import re

_DIGITS = {
    **{
        word: str(digit)
        for digit, word in enumerate(
            ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        )
    },
    "oh": "0", "o": "0", "nought": "0", "won": "1", "to": "2", "too": "2", "for": "4", "ate": "8",
}  # fmt: skip
_HOMOPHONES = frozenset({"to", "too", "for", "won", "ate", "oh", "o"})
_TIMES = {"double": 2, "triple": 3}


def read_phone(text: str) -> str | None:
    """Return the number in international form, or None when it is too short, long or odd.

    Ten digits are read as American, eleven with a leading zero as British.
    """
    plus, digits = _digits(text)
    if plus:
        return f"+{digits}" if 8 <= len(digits) <= 15 else None
    if len(digits) == 10 and digits[0] not in "01":
        return f"+1{digits}"
    if len(digits) == 11 and digits[0] == "1":
        return f"+{digits}"
    if len(digits) == 11 and re.match(r"0[1-9]", digits):
        return f"+44{digits[1:]}"
    return None


def _digits(text: str) -> tuple[bool, str]:
    tokens = re.findall(r"[a-z]+|\d+|\+", text.lower())
    read = ""
    repeat = 1
    for position, token in enumerate(tokens):
        digit = token if token.isdigit() else _DIGITS.get(token, "")
        if token in _HOMOPHONES and not _beside_a_number(tokens, position):
            digit = ""
        read += digit[:1] * (repeat - 1) + digit
        repeat = _TIMES.get(token, 1)
    return "plus" in tokens or "+" in tokens, read


def _beside_a_number(tokens: list[str], position: int) -> bool:
    near = tokens[max(position - 1, 0) : position] + tokens[position + 1 : position + 2]
    return any(token.isdigit() or token in _DIGITS.keys() - _HOMOPHONES for token in near)
