"""Hints for Whisper per expected slot: the form of an answer, never the answer itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hint:
    """What may be told to the recogniser before it listens."""

    style: str | None = None
    """Text in the form of the expected answer: the model goes on in the same style."""
    hotwords: str | None = None
    """Words it should rather recognise than similar ones."""


_CODE_WORDS = (
    "Alpha, Bravo, Charlie, Delta, Echo, Foxtrot, Golf, Hotel, India, Juliett, Kilo, Lima, Mike, "
    "November, Oscar, Papa, Quebec, Romeo, Sierra, Tango, Uniform, Victor, Whiskey, X-ray, "
    "Yankee, Zulu."
)

HINTS = {
    "spelling": Hint(style=_CODE_WORDS),
}
"""By slot; a slot that is not listed is recognised best without any hint."""
