"""Insight into words, as told beforehand."""

from collections.abc import Mapping, Sequence

from adapters.in_memory.failures import FailsOnRequest
from domain.insight.moderation import Finding
from domain.language import Language


class InMemoryLanguageDetector:
    """Guesses what it was told to guess of a text, and nothing of any other."""

    def __init__(self) -> None:
        self._told: dict[str, dict[Language, float]] = {}
        self.prepared: list[tuple[Language, ...]] = []

    def learn(self, text: str, **guesses: float) -> None:
        """Of *text*, guess these languages."""
        self._told[text] = {Language(code): sure for code, sure in guesses.items()}

    async def prepare(self, candidates: Sequence[Language]) -> None:
        """Remember that it was asked to."""
        self.prepared.append(tuple(candidates))

    async def guesses(self, text: str, candidates: Sequence[Language]) -> Mapping[Language, float]:
        """What it was told, of the candidates."""
        told = self._told.get(text, {})
        return {language: sure for language, sure in told.items() if language in candidates}


class InMemoryModeration(FailsOnRequest):
    """Finds what it was told to find in a text. `fail_next` makes the next look fail."""

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, tuple[Finding, ...]] = {}

    def learn(self, text: str, *findings: Finding) -> None:
        """In *text*, find these."""
        self._told[text] = findings

    async def findings(self, text: str, *, language: Language) -> tuple[Finding, ...]:
        """What it was told."""
        self._fail_if_told()
        return self._told.get(text, ())
