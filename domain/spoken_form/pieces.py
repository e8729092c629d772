"""What the two sides of an address have in common: pieces, and spellings that repeat a word."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from domain.spoken_form.symbols import Symbol, SymbolKind
from domain.spoken_form.words import fold

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ALIKE = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an address: its characters and the symbol they came from."""

    text: str
    kind: SymbolKind
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Whether it is a sign between words."""
        return self.kind is SymbolKind.MARK


def piece_of(symbol: Symbol, *, language: str) -> Piece:
    """*symbol* as it is written in an address: umlauts of whole words are written out."""
    text = symbol.text
    if symbol.kind is SymbolKind.WORD:
        text = text.replace("'", "")
        text = fold(text.translate(_UMLAUTS) if language == "de" else text)
    return Piece(text, symbol.kind, symbol.start, symbol.end)


def alike(heard: str, spelled: str) -> bool:
    """Whether *spelled* is plausibly the spelling of *heard*."""
    return bool(heard and spelled) and ratio(fold(heard), fold(spelled)) >= _ALIKE


def without_respelling(pieces: Sequence[Piece]) -> list[Piece]:
    """Of `miller m i l l e r` (and `m i l l e r miller`) only the spelling is kept."""
    kept: list[Piece] = []
    for segment in _segments(pieces):
        kept += _spelling_only(segment)
    return _whole_respelled(kept)


def _segments(pieces: Sequence[Piece]) -> list[list[Piece]]:
    segments: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.is_mark:
            segments += [[piece], []]
        else:
            segments[-1].append(piece)
    return segments


def _spelling_only(segment: list[Piece]) -> list[Piece]:
    letters = [at for at, piece in enumerate(segment) if piece.kind is SymbolKind.LETTER]
    if len(letters) < 2:
        return segment
    first, last = letters[0], letters[-1]
    spelled = "".join(piece.text for piece in segment[first : last + 1])
    before, behind = segment[:first], segment[last + 1 :]
    for start in range(len(before)):
        if alike("".join(piece.text for piece in before[start:]), spelled):
            before = before[:start]
            break
    if alike("".join(piece.text for piece in behind if piece.kind is SymbolKind.WORD), spelled):
        behind = [piece for piece in behind if piece.kind is not SymbolKind.WORD]
    return [*before, *segment[first : last + 1], *behind]


def _whole_respelled(pieces: list[Piece]) -> list[Piece]:
    """`sarah dot miller s a r a h dot m i l l e r`: the second half says the first again."""
    words = [at for at, piece in enumerate(pieces) if piece.kind is SymbolKind.WORD]
    if not words or len(pieces) < 6:
        return pieces
    behind = words[-1] + 1
    first = "".join(piece.text for piece in pieces[:behind])
    second = "".join(piece.text for piece in pieces[behind:])
    return pieces[behind:] if alike(first, second) else pieces
