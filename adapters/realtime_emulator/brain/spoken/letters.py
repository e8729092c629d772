"""Spelled text: letters, their names, and code words."""

import re
from difflib import SequenceMatcher

_CODE_WORDS = [
    "alpha",
    "bravo",
    "charlie",
    "delta",
    "echo",
    "foxtrot",
    "golf",
    "hotel",
    "india",
    "juliett",
    "kilo",
    "lima",
    "mike",
    "november",
    "oscar",
    "papa",
    "quebec",
    "romeo",
    "sierra",
    "tango",
    "uniform",
    "victor",
    "whiskey",
    "xray",
    "yankee",
    "zulu",
]
_CLOSE_ENOUGH = 0.55

_LETTER_NAMES = {
    "ay": "a", "bee": "b", "be": "b", "see": "c", "sea": "c", "cee": "c", "dee": "d", "ee": "e",
    "ef": "f", "eff": "f", "gee": "g", "aitch": "h", "eye": "i", "jay": "j", "kay": "k",
    "okay": "k",
    "el": "l", "ell": "l", "em": "m", "en": "n", "oh": "o", "pea": "p", "pee": "p", "cue": "q",
    "queue": "q", "are": "r", "ar": "r", "ess": "s", "tea": "t", "tee": "t", "you": "u", "vee": "v",
    "ex": "x", "why": "y", "wye": "y", "zee": "z", "zed": "z",
}  # fmt: skip
_SIGNS = {
    "dot": ".", "point": ".", "period": ".", "underscore": "_", "dash": "-", "hyphen": "-",
    "minus": "-", "plus": "+", "at": "@", "punkt": ".", "punto": ".", "ponto": ".",
    "bindestrich": "-", "tiret": "-", "guion": "-", "arroba": "@", "arobase": "@",
}  # fmt: skip
_DIGITS = {
    word: str(digit)
    for digit, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    )
}
_LIKE = frozenset({"as", "in", "like", "for"})
_FILLERS = frozenset({"it's", "its", "it", "is", "that", "that's", "and", "then", "the", "so"})


def read_spelling(text: str) -> str:
    """Return what was spelled, in lower case with its signs; empty when nothing was."""
    tokens = re.findall(r"[a-z']+|\d|[@._+]", _flattened(text))
    spelled = ""
    position = 0
    while position < len(tokens):
        symbols, used = _read(tokens[position:])
        spelled += symbols
        position += used
    return spelled.strip("._-+@")


def code_letter(word: str) -> str:
    """Return the letter a code word stands for, also when it was heard a little wrong."""
    if len(word) < 3:
        return ""
    score, best = max((SequenceMatcher(None, word, code).ratio(), code) for code in _CODE_WORDS)
    return best[0] if score >= _CLOSE_ENOUGH else ""


def _flattened(text: str) -> str:
    """Lower-case, with "S-A-R" and "x-ray" opened, "S." without its stop, "double u" as one."""
    plain = re.sub(r"\bx[ -]?ray\b", "xray", text.lower().replace("’", "'"))
    plain = re.sub(r"\bdouble[ -](?:u|you)\b", "w", plain)
    plain = re.sub(r"(?<=\w)\.(?=\s|$)|[-,;:!?]", " ", plain)
    return re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1 ", plain)


def _read(tokens: list[str]) -> tuple[str, int]:
    """Read one symbol from the front: what it is, and how many words it took."""
    first, *rest = tokens
    if len(rest) >= 2 and rest[0] in _LIKE:
        example = 2 if rest[0] == "as" and rest[1] == "in" and len(rest) > 2 else 1
        if len(first) == 1 or first in _LETTER_NAMES:
            return _letter_of_example(first, rest[example]), example + 2
    if first in {"double", "triple"} and rest:
        symbols, used = _read(rest)
        return symbols * (2 if first == "double" else 3), used + 1
    return _symbol(first), 1


def _letter_of_example(letter: str, example: str) -> str:
    """The example outweighs the letter: "B as in David" was a D, misheard."""
    return code_letter(example) or example[:1] or _symbol(letter)


def _symbol(token: str) -> str:
    if token in _FILLERS:
        return ""
    known = _SIGNS.get(token) or _DIGITS.get(token) or _LETTER_NAMES.get(token)
    if known or len(token) == 1:
        return known or token
    # What is no code word either are letters that were written as one word: "MILLER", "jkw".
    return code_letter(token) or token.replace("'", "")
