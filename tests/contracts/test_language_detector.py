"""What every language detector promises."""

import pytest

from adapters.insight.lingua_detector import LinguaDetector
from application.ports.insight import LanguageDetector
from domain.language import Language

EN, ES, DE, NO, XX = (Language(code) for code in ("en", "es", "de", "no", "xx"))
SPANISH = "quisiera saber cuánto cuesta el plan básico"


class LanguageDetectorContract:
    async def test_the_language_of_a_sentence_is_told(self, detector: LanguageDetector) -> None:
        await detector.prepare((EN, ES, DE))
        guesses = await detector.guesses(SPANISH, (EN, ES, DE))
        assert max(guesses, key=lambda one: guesses[one]) == ES
        assert guesses[ES] > 0.65
        assert 0.99 < sum(guesses.values()) < 1.01

    async def test_only_candidates_are_guessed(self, detector: LanguageDetector) -> None:
        assert set(await detector.guesses(SPANISH, (EN, DE))) <= {EN, DE}

    async def test_unprepared_candidates_are_told_too(self, detector: LanguageDetector) -> None:
        guesses = await detector.guesses("jeg vil gjerne endre bestillingen min", (EN, NO))
        assert guesses[NO] > 0.65

    @pytest.mark.parametrize("candidates", [(), (ES,), (ES, XX)])
    async def test_without_a_choice_nothing_is_guessed(
        self, detector: LanguageDetector, candidates: tuple[Language, ...]
    ) -> None:
        await detector.prepare(candidates)
        assert await detector.guesses(SPANISH, candidates) == {}

    @pytest.mark.parametrize("text", ["", "...", "4155550134", "ana@example.org"])
    async def test_nothing_is_guessed_from_what_tells_nothing(
        self, detector: LanguageDetector, text: str
    ) -> None:
        assert await detector.guesses(text, (EN, ES)) == {}


class TestLinguaDetector(LanguageDetectorContract):
    @pytest.fixture
    def detector(self) -> LinguaDetector:
        return LinguaDetector()


class TestLinguaDetectorWithSmallModels(LanguageDetectorContract):
    @pytest.fixture
    def detector(self) -> LinguaDetector:
        return LinguaDetector(accurate=False)
