"""What every content filter promises, and what is particular to each."""

from collections.abc import AsyncIterator

import pytest

from adapters.in_memory.insight import InMemoryModeration
from adapters.insight.combined_moderation import CombinedModeration
from adapters.insight.rules_moderation import RulesModeration
from adapters.openai.moderation import OpenAiModeration
from application.ports.insight import Moderation
from domain.errors import RejectedError, ServiceError, UnavailableError
from domain.insight.moderation import Category, Finding
from domain.language import Language
from tests.contracts.moderation_service import ModerationService

EN = Language("en")
HARMLESS = "I'd like to book a table for two."
ABUSE, THREAT, DESPAIR = (
    "you are a fucking idiot",
    "I am going to kill you",
    "I want to kill myself",
)
ABUSE_IN_GERMAN = "Sie sind ein Idiot"
FLAGS = {
    ABUSE: ("harassment",),
    ABUSE_IN_GERMAN: ("harassment",),
    THREAT: ("harassment", "harassment/threatening", "violence"),
    DESPAIR: ("self-harm", "self-harm/intent"),
}


@pytest.fixture
async def service() -> AsyncIterator[tuple[ModerationService, str]]:
    """The stand-in, and where it is."""
    stand_in = ModerationService(FLAGS)
    async with stand_in.server() as server:
        yield stand_in, str(server.make_url("/v1"))


def categories(findings: tuple[Finding, ...]) -> set[Category]:
    return {finding.category for finding in findings}


class ModerationContract:
    @pytest.mark.parametrize("text", [HARMLESS, "", "  ", "…", "👍"])
    async def test_nothing_is_wrong_with_ordinary_words(
        self, moderation: Moderation, text: str
    ) -> None:
        assert await moderation.findings(text, language=EN) == ()

    @pytest.mark.parametrize(
        ("text", "category"),
        [
            (ABUSE, Category.ABUSE),
            (ABUSE_IN_GERMAN, Category.ABUSE),
            (THREAT, Category.THREAT),
            (DESPAIR, Category.SELF_HARM),
        ],
    )
    async def test_what_is_wrong_is_found_once_with_a_score(
        self, moderation: Moderation, text: str, category: Category
    ) -> None:
        findings = await moderation.findings(text, language=EN)
        assert category in categories(findings)
        assert len(findings) == len(categories(findings))
        assert all(0.0 < finding.score <= 1.0 for finding in findings)

    async def test_quotes_are_words_that_were_said(self, moderation: Moderation) -> None:
        for finding in await moderation.findings(ABUSE, language=EN):
            assert finding.quote in ABUSE


class TestRulesModeration(ModerationContract):
    @pytest.fixture
    def moderation(self) -> RulesModeration:
        return RulesModeration()


class TestOpenAiModeration(ModerationContract):
    """Against the stand-in."""

    @pytest.fixture
    def moderation(self, service: tuple[ModerationService, str]) -> OpenAiModeration:
        return OpenAiModeration(api_key="sk-test", base_url=service[1])


class TestCombinedModeration(ModerationContract):
    @pytest.fixture
    def moderation(self, service: tuple[ModerationService, str]) -> CombinedModeration:
        return CombinedModeration(
            RulesModeration(), OpenAiModeration(api_key="sk-test", base_url=service[1])
        )


class TestTheRequestToOpenAi:
    async def test_it_has_the_words_the_model_and_the_key(
        self, service: tuple[ModerationService, str]
    ) -> None:
        stand_in, url = service
        await OpenAiModeration(api_key="sk-test", base_url=url).findings(HARMLESS, language=EN)
        assert stand_in.asked == [{"model": "omni-moderation-latest", "input": HARMLESS}]
        assert stand_in.keys == ["Bearer sk-test"]

    @pytest.mark.parametrize("failure", [429, 500, 503])
    async def test_a_passing_failure_is_asked_about_once_more(
        self, service: tuple[ModerationService, str], failure: int
    ) -> None:
        stand_in, url = service
        stand_in.failures.append(failure)
        moderation = OpenAiModeration(api_key="sk-test", base_url=url)
        assert Category.ABUSE in categories(await moderation.findings(ABUSE, language=EN))
        assert len(stand_in.asked) == 2

    @pytest.mark.parametrize(
        ("failures", "error", "asked"),
        [
            ([503, 503], UnavailableError, 2),
            ([401], RejectedError, 1),
            (['{"results": []}'], RejectedError, 1),
            (["not json"], RejectedError, 1),
        ],
    )
    async def test_a_lasting_failure_is_named_and_repeats_nothing_that_was_said(
        self,
        service: tuple[ModerationService, str],
        failures: list[int | str],
        error: type[ServiceError],
        asked: int,
    ) -> None:
        stand_in, url = service
        stand_in.failures.extend(failures)
        with pytest.raises(error) as raised:
            await OpenAiModeration(api_key="sk-test", base_url=url).findings(ABUSE, language=EN)
        assert len(stand_in.asked) == asked
        assert ABUSE not in str(raised.value)
        assert "sk-test" not in str(raised.value)

    async def test_a_slow_answer_is_not_waited_for(
        self, service: tuple[ModerationService, str]
    ) -> None:
        stand_in, url = service
        stand_in.delay_s = 1.0
        moderation = OpenAiModeration(api_key="sk-test", base_url=url, timeout_s=0.1)
        with pytest.raises(UnavailableError):
            await moderation.findings(ABUSE, language=EN)

    async def test_nobody_there_is_unavailable(self) -> None:
        moderation = OpenAiModeration(api_key="sk-test", base_url="http://127.0.0.1:9/v1")
        with pytest.raises(UnavailableError):
            await moderation.findings(ABUSE, language=EN)

    async def test_a_category_that_is_new_to_us_is_left_alone(
        self, service: tuple[ModerationService, str]
    ) -> None:
        stand_in, url = service
        stand_in.failures.append(
            '{"results": [{"categories": {"rudeness": true, "hate": null, "sexual": true}}]}'
        )
        moderation = OpenAiModeration(api_key="sk-test", base_url=url)
        assert categories(await moderation.findings(ABUSE, language=EN)) == {Category.SEXUAL}


class TestSeveralAsOne:
    async def test_a_category_is_reported_once_with_the_best_of_both(self) -> None:
        one, two = InMemoryModeration(), InMemoryModeration()
        one.learn("words", Finding(category=Category.ABUSE, score=0.2, quote="words"))
        two.learn(
            "words",
            Finding(category=Category.ABUSE, score=0.9),
            Finding(category=Category.HATE, score=0.5),
        )
        assert await CombinedModeration(one, two).findings("words", language=EN) == (
            Finding(category=Category.ABUSE, score=0.9, quote="words"),
            Finding(category=Category.HATE, score=0.5),
        )

    async def test_a_member_that_is_away_does_not_silence_the_others(self) -> None:
        away = InMemoryModeration()
        away.fail_next(UnavailableError("down"))
        both = CombinedModeration(away, RulesModeration())
        assert categories(await both.findings(ABUSE, language=EN)) == {Category.ABUSE}

    async def test_a_member_that_is_away_is_reported_when_nothing_was_found(self) -> None:
        away = InMemoryModeration()
        away.fail_next(UnavailableError("down"))
        with pytest.raises(UnavailableError):
            await CombinedModeration(away, RulesModeration()).findings(HARMLESS, language=EN)

    async def test_a_mistake_in_a_member_is_never_covered_up(self) -> None:
        broken = InMemoryModeration()
        broken.fail_next(ZeroDivisionError())
        with pytest.raises(ZeroDivisionError):
            await CombinedModeration(broken, RulesModeration()).findings(ABUSE, language=EN)
