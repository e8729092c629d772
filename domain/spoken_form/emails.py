"""E-mail addresses, dictated or written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.contact_details import ContactField, EmailAddress
from domain.errors import InvalidValueError
from domain.spoken_form.candidate import Candidate
from domain.spoken_form.domains import Domain, read_domain, read_ending
from domain.spoken_form.lexicons.lexicon import Lexicon
from domain.spoken_form.local_parts import LocalPart, read_local_part
from domain.spoken_form.pieces import alike
from domain.spoken_form.symbols import Symbol, SymbolKind

_LONGEST_TRY = 4
_BREAKS = {SymbolKind.PAUSE, SymbolKind.STOP, SymbolKind.FILLER}


def read_emails(symbols: Sequence[Symbol], lexicon: Lexicon) -> Iterator[Candidate]:
    """The addresses in *symbols*; one whose domain is taken back is given with each domain."""
    for at, symbol in enumerate(symbols):
        if symbol.kind is not SymbolKind.MARK or symbol.text != "@":
            continue
        before = _behind_repeated(symbols, at)
        domain = read_domain(symbols, at + 1, language=lexicon.language) or _said_anew(
            symbols, at + 1, lexicon
        )
        local = read_local_part(symbols, before, lexicon) if domain else None
        if domain and local:
            yield from _valid(local, domain)
            corrected = _corrected_domain(symbols, domain, lexicon)
            if corrected:
                yield from _valid(local, corrected)
            if restated := _restated_local(symbols, local, domain, lexicon):
                yield from _valid(restated, replace(domain, end=restated.end))


def _behind_repeated(symbols: Sequence[Symbol], at: int) -> int:
    """The symbol before the sign at *at*, and before the same sign at the end of another turn."""
    before = at - 1
    while before > 0 and symbols[before].kind in _BREAKS:
        before -= 1
    repeated = before > 0 and before < at - 1 and symbols[before].text == "@"
    return before - 1 if repeated else at - 1


def _said_anew(symbols: Sequence[Symbol], at: int, lexicon: Lexicon) -> Domain | None:
    """`q mail sorry gmail dot com`: the first try was no domain."""
    for behind in range(at, min(at + _LONGEST_TRY, len(symbols))):
        if symbols[behind].kind is SymbolKind.REPAIR:
            return read_domain(symbols, behind + 1, language=lexicon.language)
        if symbols[behind].kind is SymbolKind.STOP:
            return None
    return None


def _restated_local(
    symbols: Sequence[Symbol], local: LocalPart, domain: Domain, lexicon: Lexicon
) -> LocalPart | None:
    """`sam dash torres at gmail, no, sam underscore torres`: the host stays."""
    rest = symbols[domain.behind :]
    repair = next((at for at, one in enumerate(rest) if one.kind is SymbolKind.REPAIR), None)
    if repair is None or any(one.text == "@" for one in rest):
        return None
    if any(one.kind not in _BREAKS for one in rest[:repair]):
        return None
    last = len(rest) - 1
    while last > repair and rest[last].kind in _BREAKS:
        last -= 1
    found = read_local_part(rest[repair + 1 :], last - repair - 1, lexicon)
    found = replace(found, text=found.text.lstrip("_")) if found else None
    if found is None or found.text == local.text or not alike(local.text, found.text):
        return None
    return found


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
    if at < len(symbols) and symbols[at].kind is SymbolKind.MARK and symbols[at].text[0] == ".":
        return _with_ending(symbols, domain, at, lexicon)
    if at < len(symbols) and symbols[at].text == "@":
        at += 1
    return read_domain(symbols, at, language=lexicon.language)


def _with_ending(
    symbols: Sequence[Symbol], domain: Domain, dot: int, lexicon: Lexicon
) -> Domain | None:
    """`hotmail dot com no dot es`."""
    found = read_ending(symbols, dot, language=lexicon.language)
    if found is None:
        return None
    ending, behind = found
    name = domain.text.partition(".")[0]
    return replace(domain, text=f"{name}.{ending}", behind=behind, end=symbols[behind - 1].end)


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
