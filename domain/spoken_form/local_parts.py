"""The part of an address before the at sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.spoken_form.lexicons.lexicon import Lexicon
from domain.spoken_form.pieces import Piece, alike, piece_of, without_respelling
from domain.spoken_form.symbols import Symbol, SymbolKind

_ARTICLES = frozenset(
    {"the", "el", "la", "los", "le", "les", "der", "die", "das", "o", "a", "my", "mi", "we", "i"}
)
_PERSONS_ARTICLES = {"o", "der", "die"}
_ROLE_ACCOUNTS = frozenset({"contact", "contacto", "contato", "kontakt", "hello", "mail", "help"})
_MOST_LOOSE_WORDS = 3
_BREAKS = {SymbolKind.FILLER, SymbolKind.PAUSE, SymbolKind.STOP}


@dataclass(frozen=True, slots=True)
class LocalPart:
    """A local part and where it begins."""

    text: str
    start: int
    end: int
    spelled: bool


def read_local_part(symbols: Sequence[Symbol], at: int, lexicon: Lexicon) -> LocalPart | None:
    """The local part that ends with the symbol at *at*."""
    reader = _Reader(symbols, lexicon)
    pieces = _repaired(reader.collect(at))
    pieces = without_respelling(_without_loose_ends(pieces, introduced=reader.is_introduced))
    text = "".join(piece.text for piece in pieces).strip(".-")
    if not any(char.isalnum() for char in text):
        return None
    spelled = any(piece.kind is SymbolKind.LETTER for piece in pieces)
    return LocalPart(text, pieces[0].start, pieces[-1].end, spelled)


class _Reader:
    """Walks to the left for as long as what it meets can belong to an address."""

    def __init__(self, symbols: Sequence[Symbol], lexicon: Lexicon) -> None:
        self._symbols = symbols
        self._lexicon = lexicon
        self._stopped_at = -1

    @property
    def is_introduced(self) -> bool:
        """Whether the address is all that was said, or stands right behind `it's` or the like."""
        before = self._symbols[: self._stopped_at + 1]
        said = [one for one in before if one.kind not in _BREAKS]
        return not said or self._introduces(said[-1])

    def _introduces(self, symbol: Symbol) -> bool:
        """`it's`, or the `at` of `reach me at`."""
        return symbol.text == "@" or symbol.text in self._lexicon.copulas

    def collect(self, at: int) -> list[Piece]:
        """The pieces left of *at*, in order; a taken-back part is a piece of kind REPAIR."""
        pieces: list[Piece] = []
        while at >= 0:
            symbol = self._symbols[at]
            if symbol.kind in {SymbolKind.FILLER, SymbolKind.PAUSE, SymbolKind.STOP}:
                if not self._crosses(symbol, at, pieces):
                    break
            elif self._takes(symbol, at, pieces):
                pieces.insert(0, self._piece(symbol))
            elif not self._is_gloss(symbol, at, pieces):
                break
            at -= 1
        self._stopped_at = at
        while pieces and pieces[0].kind is SymbolKind.REPAIR:
            del pieces[0]
        return pieces

    def _piece(self, symbol: Symbol) -> Piece:
        if symbol.text == "@":
            return Piece("a", SymbolKind.LETTER, symbol.start, symbol.end)
        if (
            symbol.text == "0"
            and symbol.words[0].plain == "o"
            and not self._has_digits_beside(symbol)
        ):
            return Piece("o", SymbolKind.LETTER, symbol.start, symbol.end)
        return piece_of(symbol, language=self._lexicon.language)

    def _has_digits_beside(self, symbol: Symbol) -> bool:
        at = self._symbols.index(symbol)
        beside = (*self._symbols[max(0, at - 1) : at], *self._symbols[at + 1 : at + 2])
        return any(one.kind is SymbolKind.DIGITS for one in beside)

    def _takes(self, symbol: Symbol, at: int, pieces: list[Piece]) -> bool:
        match symbol.kind:
            case SymbolKind.LETTER | SymbolKind.DIGITS:
                return not self._is_behind_break(at) or self._letters_flow(pieces)
            case SymbolKind.MARK:
                return symbol.text in {".", "_", "-", "+"} or _is_letter(symbol, pieces)
            case SymbolKind.REPAIR:
                return bool(pieces) and at > 0
            case SymbolKind.WORD:
                return self._takes_word(symbol, at, pieces)
            case _:
                return False

    def _takes_word(self, symbol: Symbol, at: int, pieces: list[Piece]) -> bool:
        if not pieces:
            joined = at > 0 and self._symbols[at - 1].kind is SymbolKind.MARK
            allowed = joined or symbol.text in _ROLE_ACCOUNTS
            return allowed or symbol.text not in self._lexicon.stops
        if pieces[0].is_mark:
            return True
        if symbol.text in self._lexicon.stops:
            if symbol.text not in _ARTICLES or not self._has_word(pieces):
                return False
            said_alone = self._is_copula(at - 1) and symbol.text not in _PERSONS_ARTICLES
            return said_alone or self._is_inside(at - 1)
        if self._is_behind_break(at):
            return alike(symbol.text, _leading_letters(pieces))
        return True

    def _is_inside(self, at: int) -> bool:
        """`mike the plumber`: one word of the address stands before the article at *at* + 1."""
        if at < 0 or self._symbols[at].kind is not SymbolKind.WORD:
            return False
        if self._symbols[at].text in self._lexicon.stops:
            return False
        before = self._left_of(at)
        return before is None or self._introduces(before)

    def _has_word(self, pieces: list[Piece]) -> bool:
        return any(piece.kind is SymbolKind.WORD for piece in pieces)

    def _is_copula(self, at: int) -> bool:
        return at >= 0 and self._symbols[at].text in self._lexicon.copulas

    def _is_behind_break(self, at: int) -> bool:
        """Whether a break stands between this symbol and the one to its right."""
        following = at + 1
        while following < len(self._symbols):
            kind = self._symbols[following].kind
            if kind in {SymbolKind.PAUSE, SymbolKind.STOP}:
                return True
            if kind is not SymbolKind.FILLER:
                return False
            following += 1
        return False

    def _letters_flow(self, pieces: list[Piece]) -> bool:
        return not pieces or pieces[0].kind is not SymbolKind.WORD

    def _crosses(self, symbol: Symbol, at: int, pieces: list[Piece]) -> bool:
        if symbol.kind is SymbolKind.FILLER:
            return True
        left = self._left_of(at)
        if left is None:
            return False
        right_is_loose = bool(pieces) and pieces[0].kind is SymbolKind.WORD
        joins = left.kind is SymbolKind.MARK or not right_is_loose
        if symbol.kind is SymbolKind.PAUSE:
            return joins
        flows = left.kind in {SymbolKind.MARK, SymbolKind.LETTER, SymbolKind.DIGITS}
        if symbol.text == "\n":
            return joins and (flows or not pieces or pieces[0].is_mark)
        return symbol.text in ".…" and joins and (flows or bool(pieces and pieces[0].is_mark))

    def _left_of(self, at: int) -> Symbol | None:
        for symbol in reversed(self._symbols[:at]):
            if symbol.kind not in {SymbolKind.FILLER, SymbolKind.PAUSE, SymbolKind.STOP}:
                return symbol
        return None

    def _is_gloss(self, symbol: Symbol, at: int, pieces: list[Piece]) -> bool:
        """`miller that's m i l l e r`: the gloss is skipped when the spelling fits the word."""
        if (symbol.text,) not in self._lexicon.gloss_index or at == 0:
            return False
        before = self._left_of(at)
        letters = _leading_letters(pieces)
        return before is not None and len(letters) > 2 and alike(before.text, letters)


def _is_letter(symbol: Symbol, pieces: list[Piece]) -> bool:
    """French `a point riviere arobase`: what sounds like the sign is a letter before another."""
    return symbol.words[0].plain == "a" and bool(pieces) and pieces[0].text == "."


def _leading_letters(pieces: list[Piece]) -> str:
    text = ""
    for piece in pieces:
        if piece.kind is not SymbolKind.LETTER:
            break
        text += piece.text
    return text


def _without_loose_ends(pieces: list[Piece], *, introduced: bool) -> list[Piece]:
    """Where signs structure the address, words before it that no sign joins are the sentence's."""
    first_mark = next((at for at, piece in enumerate(pieces) if piece.is_mark), None)
    if first_mark is None:
        words = [piece for piece in pieces if piece.kind is SymbolKind.WORD]
        excess = len(words) - _MOST_LOOSE_WORDS
        return pieces[pieces.index(words[excess]) :] if excess > 0 else pieces
    head = pieces[:first_mark]
    if len(head) < 2 or any(piece.kind is not SymbolKind.WORD for piece in head):
        return pieces
    repeated = any(alike(piece.text, head[-1].text) for piece in head[:-1])
    if introduced and not repeated and len(head) <= _MOST_LOOSE_WORDS:
        return pieces
    return pieces[first_mark - 1 :]


def _repaired(pieces: list[Piece]) -> list[Piece]:
    """Apply `dot smith no sorry dot smythe`: what follows replaces the like of it before."""
    for at in range(len(pieces) - 1, -1, -1):
        if pieces[at].kind is SymbolKind.REPAIR:
            before, after = pieces[:at], pieces[at + 1 :]
            return [*_kept(_repaired(before), after), *after]
    return pieces


def _kept(before: list[Piece], after: list[Piece]) -> list[Piece]:
    if not after or not before:
        return before
    if after[0].is_mark:
        marks = [at for at, piece in enumerate(before) if piece.is_mark]
        same = [at for at in marks if before[at].text == after[0].text] or marks
        return before[: same[-1]] if same else before
    if any(piece.is_mark for piece in after):
        return []
    if after[0].kind is SymbolKind.DIGITS and before[-1].kind is SymbolKind.DIGITS:
        while before and before[-1].kind is SymbolKind.DIGITS:
            before = before[:-1]
        return before
    last_mark = max((at for at, piece in enumerate(before) if piece.is_mark), default=-1)
    tail = "".join(piece.text for piece in before[last_mark + 1 :])
    said = "".join(piece.text for piece in after)
    return before[: last_mark + 1] if last_mark >= 0 and alike(tail, said) else []
