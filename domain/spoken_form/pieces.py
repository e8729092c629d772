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
    kept: list[Piece] = []
    for run in _runs(segment):
        text = "".join(piece.text for piece in run)
        if run[0].kind is SymbolKind.LETTER and len(run) > 1:
            kept = _without_heard(kept, text)
        elif run[0].kind is SymbolKind.WORD and _ends_with_spelling_of(kept, text):
            continue
        kept += run
    return kept


def _runs(segment: Sequence[Piece]) -> list[list[Piece]]:
    """Letters that follow each other together, every other piece alone."""
    runs: list[list[Piece]] = []
    for piece in segment:
        letters = piece.kind is SymbolKind.LETTER
        if letters and runs and runs[-1][0].kind is SymbolKind.LETTER:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _without_heard(pieces: list[Piece], spelled: str) -> list[Piece]:
    """*pieces* without the words at their end that *spelled* spells, however often said."""
    while pieces:
        words = _words_at_end(pieces)
        tails = {size: _join(pieces[-size:]) for size in range(1, words + 1)}
        size = max(tails, key=lambda one: ratio(fold(tails[one]), fold(spelled)), default=0)
        if not size or not alike(tails[size], spelled):
            break
        pieces = pieces[:-size]
    return pieces


def _words_at_end(pieces: Sequence[Piece]) -> int:
    count = 0
    for piece in reversed(pieces):
        if piece.kind is not SymbolKind.WORD:
            break
        count += 1
    return count


def _ends_with_spelling_of(pieces: Sequence[Piece], word: str) -> bool:
    letters = ""
    for piece in reversed(pieces):
        if piece.kind is not SymbolKind.LETTER:
            break
        letters = piece.text + letters
    return len(letters) > 1 and alike(word, letters)


def _join(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _whole_respelled(pieces: list[Piece]) -> list[Piece]:
    """`sarah dot miller s a r a h dot m i l l e r`: the second half says the first again."""
    words = [at for at, piece in enumerate(pieces) if piece.kind is SymbolKind.WORD]
    if not words or len(pieces) < 6:
        return pieces
    behind = words[-1] + 1
    first = "".join(piece.text for piece in pieces[:behind])
    second = "".join(piece.text for piece in pieces[behind:])
    return pieces[behind:] if alike(first, second) else pieces
