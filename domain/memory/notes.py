"""Values as lines of notes that nobody can mistake for orders."""

from unicodedata import normalize

from domain.instructions import as_data

_LONGEST_VALUE = 160
_BRACKETS = str.maketrans(dict.fromkeys("<>‹›«»〈〉《》⟨⟩", " "))


def note(label: str, value: str) -> str:
    """`label: value` as one line: no control or invisible characters, no angle brackets, short."""
    # Compatibility forms first: a full-width bracket would be an ordinary one afterwards.
    plain = as_data(normalize("NFKC", value).translate(_BRACKETS))
    if len(plain) > _LONGEST_VALUE:
        plain = plain[: _LONGEST_VALUE - 1].rstrip() + "…"
    return f"{label}: {plain}"
