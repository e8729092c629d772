"""The part of what was said that tells its language."""

import re

_ADDRESS = re.compile(
    r"\S+@\S+|\bwww\.\S+|\b[\w-]+\.(?:com|net|org|io|eu|es|fr|de|br|uk)\b", re.IGNORECASE
)
_SPOKEN_ADDRESS = re.compile(
    r"\b(?:dot|point|punto|punkt|ponto) (?:com|net|org|edu|info|io|co|es|fr|de|br|pt|uk|mx|at|ch)\b"
)
_PIECE = re.compile(r"[^\s.,;:!?¿¡…。，？！()\"“”«»/–—-]+|[.!?¿¡…。？！]")
_ENDS = set(".!?¿¡…。？！")
_FIGURE = re.compile(r"\d")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def telling_text(text: str) -> str:
    """The words of *text* without figures, addresses and names, which tell nothing or mislead.

    Names are words with a capital inside a sentence; German loses its nouns that way, and is told
    by the rest. Empty when *text* is a dictated address, or mostly figures and single letters.
    """
    if _SPOKEN_ADDRESS.search(text.lower()):
        return ""
    kept: list[str] = []
    others = 0
    begins = True
    for piece in _PIECE.findall(_ADDRESS.sub(" 0 ", text)):
        if piece in _ENDS:
            begins = True
            continue
        if _FIGURE.search(piece) or (len(piece) == 1 and not _UNSPACED.match(piece)):
            others += 1
        elif begins or not _is_name(piece):
            kept.append(piece)
        begins = False
    return " ".join(kept) if others <= len(kept) else ""


def word_count(text: str) -> int:
    """The words of *text*; two characters are about one where words are not set apart."""
    return sum(max(1, len(_UNSPACED.findall(word)) // 2) for word in text.split())


def _is_name(piece: str) -> bool:
    return piece[0].isupper() and not piece.startswith(("I'", "I’"))
