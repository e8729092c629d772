"""Cut a reply into sentences, so that the first one sounds while the next is being made."""

import re

_END_OF_SENTENCE = re.compile(r"(?<=[.!?;:…。？！])\s+(?=\S)")
# "J. R. R." or "Dr. No": a full stop after so little is no end, and tiny pieces sound chopped.
_SHORTEST = 8


def split_sentences(text: str) -> list[str]:
    """Return the sentences of *text* without losing a word; short pieces stay together."""
    sentences: list[str] = []
    for piece in _END_OF_SENTENCE.split(text.strip()):
        if sentences and (len(sentences[-1]) < _SHORTEST or len(piece) < _SHORTEST):
            sentences[-1] = f"{sentences[-1]} {piece}"
        elif piece:
            sentences.append(piece)
    return sentences
