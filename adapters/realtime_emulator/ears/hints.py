"""Hints for Whisper per expected slot: the form of an answer, never the answer itself."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hint:
    """What may be told to the recogniser before it listens."""

    style: str | None = None
    """Text in the form of the expected answer: the model goes on in the same style."""
    hotwords: str | None = None
    """Words it should rather recognise than similar ones."""
    longest_tokens: int = 60
    """Where the answer is cut: a short one that is hinted at is easily written again and again."""


_CODE_WORDS = (
    "Alpha, Bravo, Charlie, Delta, Echo, Foxtrot, Golf, Hotel, India, Juliett, Kilo, Lima, Mike, "
    "November, Oscar, Papa, Quebec, Romeo, Sierra, Tango, Uniform, Victor, Whiskey, X-ray, "
    "Yankee, Zulu."
)

_YES_OR_NO = {
    "es": "¿Es correcto? Sí, es correcto. No, no es correcto.",
    "fr": "Est-ce exact ? Oui, c'est exact. Non, ce n'est pas correct.",
    "de": "Ist das richtig? Ja, das ist richtig. Nein, das stimmt nicht.",
    "pt": "Está certo? Sim, está certo. Não, não está certo.",
}
_HINTS: Mapping[tuple[str, str], Hint] = {
    ("en", "spelling"): Hint(style=_CODE_WORDS),
    **{
        (language, "yes_no"): Hint(style=style, longest_tokens=16)
        for language, style in _YES_OR_NO.items()
    },
}


def hint_for(slot: str | None, language: str) -> Hint:
    """What to tell the recogniser; a slot without a hint is recognised best without any."""
    return _HINTS.get((language, slot or ""), Hint())
