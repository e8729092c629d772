"""Languages told apart by the lingua library, whose models lie in its package."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence

import lingua

from domain.language import Language
from domain.languages import telling_text

# One more letter at a time has the library load one more model of a language at a time.
_SAMPLE = "estonia"
_CODES = {"no": "nb"}


class LinguaDetector:
    """Detects with the models of the candidates alone, loaded at their first use.

    *accurate* weighs sequences of one to five letters: about 35 MB a language, once in a process.
    Without it three letters have to do, for about 3 MB; its confidences are then too high for the
    policy's thresholds. Loading holds up the process, at worst some 160 ms at a time and half a
    second for five languages; a guess takes 0.1 ms.
    """

    def __init__(self, *, accurate: bool = True) -> None:
        self._accurate = accurate
        self._detectors: dict[frozenset[Language], lingua.LanguageDetector] = {}

    async def prepare(self, candidates: Sequence[Language]) -> None:
        """Load the models of *candidates* piece by piece; nothing for a single one."""
        languages = tuple(_known(candidates).values())
        for other in languages[1:]:
            detector = self._build((languages[0], other))
            for length in range(1, len(_SAMPLE)):
                detector.compute_language_confidence_values(_SAMPLE[:length])
                await asyncio.sleep(0)

    async def guesses(self, text: str, candidates: Sequence[Language]) -> Mapping[Language, float]:
        """The library's confidences for the words that tell."""
        known = _known(candidates)
        telling = telling_text(text)
        if len(known) < 2 or not telling:
            return {}
        key = frozenset(known)
        if key not in self._detectors:
            await self.prepare(candidates)
            self._detectors[key] = self._build(known.values())
        codes = {theirs: ours for ours, theirs in known.items()}
        values = self._detectors[key].compute_language_confidence_values(telling)
        return {codes[value.language]: value.value for value in values if value.value > 0.0}

    def _build(self, languages: Iterable[lingua.Language]) -> lingua.LanguageDetector:
        builder = lingua.LanguageDetectorBuilder.from_languages(*languages)
        if not self._accurate:
            builder = builder.with_low_accuracy_mode()
        return builder.build()


def _known(candidates: Iterable[Language]) -> dict[Language, lingua.Language]:
    known: dict[Language, lingua.Language] = {}
    for candidate in candidates:
        code = getattr(lingua.IsoCode639_1, _CODES.get(candidate, candidate).upper(), None)
        if code is not None:
            known[candidate] = lingua.Language.from_iso_code_639_1(code)
    return known
