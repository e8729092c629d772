"""E-mail addresses, dictated or written."""

from collections.abc import Iterator, Sequence

from domain.contact_details import ContactField, EmailAddress
from domain.errors import InvalidValueError
from domain.spoken_form.candidate import Candidate
from domain.spoken_form.domains import Domain, read_domain
from domain.spoken_form.lexicons.lexicon import Lexicon
from domain.spoken_form.local_parts import LocalPart, read_local_part
from domain.spoken_form.symbols import Symbol, SymbolKind


def read_emails(symbols: Sequence[Symbol], lexicon: Lexicon) -> Iterator[Candidate]:
    """The addresses in *symbols*; one whose domain is taken back is given with each domain."""
    for at, symbol in enumerate(symbols):
        if symbol.kind is not SymbolKind.MARK or symbol.text != "@":
            continue
        domain = read_domain(symbols, at + 1, language=lexicon.language)
        local = read_local_part(symbols, at - 1, lexicon) if domain else None
        if domain and local:
            yield from _valid(local, domain)
            corrected = _corrected_domain(symbols, domain, lexicon)
            if corrected:
                yield from _valid(local, corrected)


def _corrected_domain(symbols: Sequence[Symbol], domain: Domain, lexicon: Lexicon) -> Domain | None:
    """`gmail dot com no sorry hotmail dot com`."""
    at = domain.behind
    while at < len(symbols) and symbols[at].kind in {SymbolKind.PAUSE, SymbolKind.FILLER}:
        at += 1
    if at >= len(symbols) or symbols[at].kind is not SymbolKind.REPAIR:
        return None
    at += 1
    while at < len(symbols) and symbols[at].kind in {
        SymbolKind.REPAIR, SymbolKind.PAUSE, SymbolKind.FILLER,
    }:  # fmt: skip
        at += 1
    if at < len(symbols) and symbols[at].text == "@":
        at += 1
    return read_domain(symbols, at, language=lexicon.language)


def _valid(local: LocalPart, domain: Domain) -> Iterator[Candidate]:
    try:
        address = EmailAddress.parse(f"{local.text}@{domain.text}")
    except InvalidValueError:
        return
    yield Candidate(
        kind=ContactField.EMAIL,
        value=address.value,
        start=local.start,
        end=domain.end,
        spelled=local.spelled or domain.spelled,
    )
