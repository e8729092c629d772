"""The part of an address behind the at sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.spoken_form.lexicons.hosts import (
    ENDINGS,
    PAIRED_COUNTRIES,
    PROVIDERS,
    PROVIDERS_ALONE,
    SECOND_LEVEL,
    SPLIT_PROVIDERS,
)
from domain.spoken_form.pieces import Piece, piece_of, without_respelling
from domain.spoken_form.symbols import Symbol, SymbolKind

_LONGEST = 24
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain, and the index of the symbol behind it."""

    text: str
    behind: int
    end: int
    spelled: bool


def read_ending(symbols: Sequence[Symbol], dot: int, *, language: str) -> tuple[str, int] | None:
    """The ending that the dot at *dot* begins, and the index behind it."""
    ending, behind = _Reader(symbols, language).ending(dot)
    return (ending, behind) if ending else None


def read_domain(symbols: Sequence[Symbol], at: int, *, language: str) -> Domain | None:
    """The domain said from *at* on; a known provider may do without its ending."""
    reader = _Reader(symbols, language)
    return reader.read(at)


class _Reader:
    """Collects labels until an ending is complete."""

    def __init__(self, symbols: Sequence[Symbol], language: str) -> None:
        self._symbols = symbols
        self._language = language

    def read(self, at: int) -> Domain | None:
        start = self._skip(at)
        return self._dotted(start) or self._provider(start)

    def _dotted(self, at: int) -> Domain | None:
        label, position = self._label(at)
        labels = [label]
        while label and (dot := self._dot(position)) is not None:
            ending, behind = self.ending(dot)
            if ending is None:
                label, position = self._label(self._behind_dot(dot))
                labels.append(label)
                continue
            labels.append([Piece(ending, SymbolKind.WORD, 0, 0)])
            position = behind
            further = self._dot(position)
            if further is None or self.ending(further)[0] is None:
                return self._made(labels, at, position)
        return None

    def _made(self, labels: list[list[Piece]], at: int, behind: int) -> Domain:
        texts = ["".join(piece.text for piece in without_respelling(label)) for label in labels]
        used = self._symbols[at:behind]
        spelled = any(symbol.kind is SymbolKind.LETTER for symbol in used)
        return Domain(".".join(_joined(texts)), behind, used[-1].end, spelled)

    def _label(self, at: int) -> tuple[list[Piece], int]:
        pieces: list[Piece] = []
        while at < len(self._symbols) and len(pieces) < _LONGEST:
            symbol = self._symbols[at]
            if not self._belongs(symbol, pieces, at):
                break
            if symbol.kind not in {SymbolKind.FILLER, SymbolKind.PAUSE, SymbolKind.STOP}:
                pieces.append(piece_of(symbol, language=self._language))
            at += 1
        words = [piece for piece in pieces if piece.kind is SymbolKind.WORD]
        return (pieces, at) if len(words) <= _MOST_WORDS else ([], at)

    def _belongs(self, symbol: Symbol, pieces: list[Piece], at: int) -> bool:
        if symbol.kind is SymbolKind.MARK:
            return symbol.text == "-" and bool(pieces)
        if symbol.kind is SymbolKind.STOP:
            return self._ahead_is_dot(at + 1)
        return symbol.kind is not SymbolKind.REPAIR

    def _ahead_is_dot(self, at: int) -> bool:
        return self._dot(at) is not None

    def _dot(self, at: int) -> int | None:
        at = self._skip(at)
        if at < len(self._symbols) and self._symbols[at].kind is SymbolKind.MARK:
            return at if self._symbols[at].text.startswith(".") else None
        return None

    def _behind_dot(self, dot: int) -> int:
        return self._skip(dot + 1)

    def ending(self, dot: int) -> tuple[str | None, int]:
        """The ending that the dot at *dot* begins, and what is behind it."""
        if len(self._symbols[dot].text) > 1:
            return self._paired(self._symbols[dot].text[1:], dot + 1)
        at = self._behind_dot(dot)
        if at >= len(self._symbols):
            return None, at
        if self._symbols[at].kind is SymbolKind.LETTER:
            return self._spelled_ending(at)
        if self._symbols[at].words[0].plain == "at":  # Austria's, which is also a sign
            return "at", at + 1
        text = self._symbols[at].text
        if self._symbols[at].kind is SymbolKind.WORD and (text in ENDINGS or self._is_written(at)):
            return self._paired(text, at + 1)
        return None, at

    def _is_written(self, at: int) -> bool:
        """An unknown ending counts if it was written as one: `acme.foo`."""
        symbol = self._symbols[at]
        follows = at + 1 < len(self._symbols) and self._symbols[at + 1].glued
        letters = symbol.text.isascii() and 2 <= len(symbol.text) <= 6
        return (
            symbol.glued
            and letters
            and not (follows and self._symbols[at + 1].kind is SymbolKind.MARK)
        )

    def _spelled_ending(self, at: int) -> tuple[str | None, int]:
        best: tuple[str | None, int] = (None, at)
        text = ""
        while at < len(self._symbols) and self._symbols[at].kind is SymbolKind.LETTER:
            text += self._symbols[at].text
            at += 1
            if text in ENDINGS:
                best = (text, at)
        return best

    def _paired(self, ending: str, at: int) -> tuple[str, int]:
        if ending not in SECOND_LEVEL or at >= len(self._symbols):
            return ending, at
        symbol = self._symbols[at]
        if symbol.kind is SymbolKind.WORD and symbol.text in PAIRED_COUNTRIES - {"in", "at", "co"}:
            return f"{ending}.{symbol.text}", at + 1
        if symbol.kind is SymbolKind.LETTER and at + 1 < len(self._symbols):
            both = symbol.text + self._symbols[at + 1].text
            if both in PAIRED_COUNTRIES and self._symbols[at + 1].kind is SymbolKind.LETTER:
                return f"{ending}.{both}", at + 2
        return ending, at

    def _provider(self, at: int) -> Domain | None:
        for length in (2, 1, 3):
            used = self._symbols[at : at + length]
            texts = tuple(symbol.text for symbol in used)
            name = SPLIT_PROVIDERS.get(texts, "") or "".join(texts)
            if (
                len(used) == length
                and name in PROVIDERS
                and (name in PROVIDERS_ALONE or length == 1)
            ):
                return Domain(PROVIDERS[name], at + length, used[-1].end, spelled=False)
        return None

    def _skip(self, at: int) -> int:
        while at < len(self._symbols) and (
            self._symbols[at].kind in {SymbolKind.FILLER, SymbolKind.PAUSE}
            or self._symbols[at].text == "\n"
        ):
            at += 1
        return at


def _joined(texts: list[str]) -> list[str]:
    split = next((name for key, name in SPLIT_PROVIDERS.items() if "".join(key) == texts[0]), None)
    return [split or texts[0], *texts[1:]]
