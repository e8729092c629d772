"""Names that were spelled out."""

from collections.abc import Iterator, Sequence

from domain.contact_details import ContactField
from domain.spoken_form.candidate import Candidate
from domain.spoken_form.symbols import Symbol, SymbolKind


def read_spelled_names(symbols: Sequence[Symbol]) -> Iterator[Candidate]:
    """Each run of two or more letters as a name; one that belongs to an address is given too."""
    run: list[Symbol] = []
    for symbol in (*symbols, None):
        if symbol is not None and symbol.kind is SymbolKind.LETTER:
            run.append(symbol)
            continue
        if sum(len(letter.text) for letter in run) > 1:
            yield Candidate(
                kind=ContactField.NAME,
                value="".join(letter.text for letter in run).capitalize(),
                start=run[0].start,
                end=run[-1].end,
                spelled=True,
            )
        run = []
