"""Stretches of a text that are nothing but digits, and what may stand between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.spoken_form.lexicons.lexicon import Lexicon, match
from domain.spoken_form.symbols import Symbol, SymbolKind
from domain.spoken_form.words import Word

_SIGNS = {"+": "+", "(": "(", ")": ")", "/": "/"}


class Part(StrEnum):
    """What a run is made of."""

    DIGITS = "digits"
    PLUS = "plus"
    PAUSE = "pause"
    STOP = "stop"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Group:
    """Digits said without a break, or what stands between two such groups."""

    part: Part
    text: str
    words: tuple[Word, ...]


def digit_runs(symbols: Sequence[Symbol], lexicon: Lexicon) -> list[list[Group]]:
    """The runs in *symbols*; a word that belongs to no number ends one, an extension too."""
    words = tuple(word for symbol in symbols for word in symbol.words)
    index_of = {id(word): at for at, word in enumerate(words)}
    runs: list[list[Group]] = [[]]
    skip_until = 0
    for at, symbol in enumerate(symbols):
        place = index_of[id(symbol.words[0])]
        if place < skip_until:
            continue
        group = _group(symbol, symbols, at, lexicon)
        if group is not None:
            runs[-1].append(group)
        elif noise := _noise(words, place, lexicon):
            skip_until = place + noise
        elif symbol.kind is not SymbolKind.FILLER:
            runs.append([])
    return [trimmed for run in runs if (trimmed := _trimmed(run))]


def _noise(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> int:
    if match(lexicon.extension_index, words, at):
        return 0
    found = match(lexicon.phone_noise_index, words, at)
    return found[1] if found else 0


def _group(symbol: Symbol, symbols: Sequence[Symbol], at: int, lexicon: Lexicon) -> Group | None:
    match symbol.kind:
        case SymbolKind.DIGITS:
            return Group(Part.DIGITS, symbol.text, symbol.words)
        case SymbolKind.REPAIR:
            return Group(Part.REPAIR, "", symbol.words)
        case SymbolKind.PAUSE:
            return Group(Part.PAUSE, "", symbol.words)
        case SymbolKind.STOP:
            return Group(Part.STOP, symbol.text, symbol.words)
        case SymbolKind.MARK if symbol.text == "+":
            return Group(Part.PLUS, "+", symbol.words)
        case SymbolKind.MARK if symbol.text in {"-", "."}:
            return Group(Part.PAUSE, "", symbol.words)
        case SymbolKind.LETTER | SymbolKind.WORD if symbol.text == "o" and lexicon.language == "en":
            return Group(Part.DIGITS, "0", symbol.words) if _beside_digits(symbols, at) else None
        case _:
            return None


def _beside_digits(symbols: Sequence[Symbol], at: int) -> bool:
    neighbours = (*symbols[max(0, at - 1) : at], *symbols[at + 1 : at + 2])
    return any(symbol.kind is SymbolKind.DIGITS or symbol.text == "o" for symbol in neighbours)


def _trimmed(run: list[Group]) -> list[Group]:
    while run and run[0].part not in {Part.DIGITS, Part.PLUS}:
        run = run[1:]
    while run and run[-1].part is not Part.DIGITS:
        run = run[:-1]
    return run
