"""Whether what a caller said gives a certain value."""

from collections.abc import Sequence

from domain.contact_details import ContactField
from domain.language import Language
from domain.spoken_form.candidate import Candidate
from domain.spoken_form.lexicons import lexicon_for
from domain.spoken_form.reading import candidates
from domain.spoken_form.symbols import SymbolKind, read_symbols
from domain.spoken_form.words import fold


def reproduces(
    field: ContactField, value: str, texts: Sequence[str], *, language: Language, region: str
) -> Candidate | None:
    r"""The place where *texts* say *value*: as written, dictated or spelled; None when nowhere.

    Each text is read alone first, then all of them as one, for values given in several turns.
    Characters count in `"\n".join(texts)`. *region* tells which national numbers stand for an
    E.164 one.
    """
    if field in {ContactField.NAME, ContactField.COMPANY}:
        return _said(field, value, "\n".join(texts), language)
    offset = 0
    for text in texts:
        found = _given(field, value, text, language, region)
        if found:
            return _moved(found, offset)
        offset += len(text) + 1
    return _given(field, value, "\n".join(texts), language, region) if len(texts) > 1 else None


def _given(
    field: ContactField, value: str, text: str, language: Language, region: str
) -> Candidate | None:
    for candidate in candidates(text, language=language, region=region):
        if candidate.kind is field and candidate.value == value:
            return candidate
    return None


def _moved(candidate: Candidate, offset: int) -> Candidate:
    return Candidate(
        kind=candidate.kind,
        value=candidate.value,
        start=candidate.start + offset,
        end=candidate.end + offset,
        spelled=candidate.spelled,
    )


_Piece = tuple[str, int, int, bool]


def _said(field: ContactField, value: str, text: str, language: Language) -> Candidate | None:
    """Each word of the name must be said or spelled; what stands between them does not matter."""
    pieces = _pieces(text, language)
    found = [_find(part, pieces) for part in (_letters(word) for word in value.split()) if part]
    places = [place for place in found if place]
    if not places or len(places) < len(found):
        return None
    return Candidate(
        kind=field,
        value=value,
        start=min(place[0] for place in places),
        end=max(place[1] for place in places),
        spelled=any(place[2] for place in places),
    )


def _pieces(text: str, language: Language) -> list[_Piece]:
    pieces: list[_Piece] = []
    for symbol in read_symbols(text, lexicon_for(language)):
        if symbol.kind is SymbolKind.LETTER:
            pieces.append((fold(symbol.text), symbol.start, symbol.end, True))
            continue
        words = [(_letters(word.text), word.start, word.end, False) for word in symbol.words]
        pieces += [piece for piece in words if piece[0]]
    return pieces


def _find(part: str, pieces: list[_Piece]) -> tuple[int, int, bool] | None:
    """The last run of pieces that together make *part*."""
    for start in range(len(pieces) - 1, -1, -1):
        text = ""
        for piece in pieces[start:]:
            text += piece[0]
            if text == part:
                return pieces[start][1], piece[2], piece[3]
            if not part.startswith(text):
                break
    return None


def _letters(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())
