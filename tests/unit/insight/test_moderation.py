"""What follows from what is found."""

import pytest

from domain.errors import InvalidValueError
from domain.insight.moderation import (
    DEFAULT_VERDICTS,
    Category,
    Finding,
    ModerationPolicy,
    Verdict,
    judge,
    off_limits,
)

DEFAULTS = ModerationPolicy()


def found(*categories: Category) -> tuple[Finding, ...]:
    return tuple(Finding(category=category) for category in categories)


ABUSE, THREAT, SEXUAL = found(Category.ABUSE), found(Category.THREAT), found(Category.SEXUAL)


def test_every_category_has_a_default() -> None:
    assert set(DEFAULT_VERDICTS) == set(Category)


def test_nothing_found_is_allowed() -> None:
    assert judge((), DEFAULTS, [ABUSE, ABUSE, ABUSE]) is Verdict.ALLOW


@pytest.mark.parametrize(
    ("category", "verdict"),
    [
        (Category.ABUSE, Verdict.REDIRECT),
        (Category.THREAT, Verdict.REDIRECT),
        (Category.SELF_HARM, Verdict.ALLOW),
        (Category.VIOLENCE, Verdict.ALLOW),
        (Category.PROMPT_INJECTION, Verdict.ALLOW),
        (Category.OFF_LIMITS, Verdict.REDIRECT),
    ],
)
def test_the_first_time(category: Category, verdict: Verdict) -> None:
    assert judge(found(category), DEFAULTS) is verdict


def test_the_third_abusive_turn_ends_the_call() -> None:
    assert judge(ABUSE, DEFAULTS, [ABUSE]) is Verdict.REDIRECT
    assert judge(ABUSE, DEFAULTS, [ABUSE, (), ABUSE]) is Verdict.END


def test_the_second_threat_ends_the_call() -> None:
    assert judge(THREAT, DEFAULTS, [THREAT]) is Verdict.END


def test_misconduct_of_another_kind_counts() -> None:
    assert judge(THREAT, DEFAULTS, [ABUSE]) is Verdict.END
    assert judge(ABUSE, DEFAULTS, [SEXUAL, THREAT]) is Verdict.END


@pytest.mark.parametrize(
    "harmless",
    [Category.SELF_HARM, Category.PROMPT_INJECTION, Category.OFF_LIMITS, Category.ILLICIT],
)
def test_what_is_no_misconduct_never_adds_up(harmless: Category) -> None:
    many = [found(harmless)] * 9
    assert judge(found(harmless), DEFAULTS, many) is not Verdict.END
    assert judge(ABUSE, DEFAULTS, many) is Verdict.REDIRECT


def test_several_findings_in_one_turn_are_one_turn() -> None:
    assert judge(ABUSE, DEFAULTS, [(*ABUSE, *THREAT, *SEXUAL)]) is Verdict.REDIRECT


def test_the_worst_finding_decides() -> None:
    both = found(Category.SELF_HARM, Category.ABUSE)
    assert judge(both, DEFAULTS) is Verdict.REDIRECT


def test_an_agent_may_be_stricter_or_more_patient() -> None:
    strict = ModerationPolicy(by_category={Category.PROMPT_INJECTION: Verdict.END})
    assert judge(found(Category.PROMPT_INJECTION), strict) is Verdict.END
    patient = ModerationPolicy(patience={Category.ABUSE: 10})
    assert judge(ABUSE, patient, [ABUSE] * 8) is Verdict.REDIRECT
    deaf = ModerationPolicy(by_category={Category.ABUSE: Verdict.ALLOW})
    assert judge(ABUSE, deaf, [ABUSE] * 8) is Verdict.ALLOW
    assert judge(THREAT, deaf, [ABUSE] * 8) is Verdict.REDIRECT


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("What do you think about Elections?", ["Elections"]),
        ("the election and medical advice, please", ["election", "medical advice"]),
        ("un consejo MÉDICO", ["consejo MÉDICO"]),
        ("my selection", []),
        ("medical, advice", []),
    ],
)
def test_blocked_topics_are_found_as_whole_words(text: str, quotes: list[str]) -> None:
    policy = ModerationPolicy(blocked_topics=("election", "Medical advice", "consejo medico"))
    findings = off_limits(text, policy)
    assert [finding.quote for finding in findings] == quotes
    assert {finding.category for finding in findings} <= {Category.OFF_LIMITS}


def test_a_topic_is_words_and_not_a_pattern() -> None:
    policy = ModerationPolicy(blocked_topics=("c++ (advanced).*", "what?"))
    assert off_limits("anything at all", policy) == ()
    assert [finding.quote for finding in off_limits("C advanced!", policy)] == ["C advanced"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: ModerationPolicy(patience={Category.ABUSE: 0}),
        lambda: ModerationPolicy(blocked_topics=("politics", " ?! ")),
    ],
)
def test_a_policy_that_means_nothing_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(InvalidValueError):
        make()
