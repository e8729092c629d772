"""The policy with the real detector on whole calls: nobody is switched away from their language."""

import itertools
from dataclasses import dataclass, field

import pytest

from adapters.insight.lingua_detector import LinguaDetector
from domain.language import Language
from domain.language_policy import LanguageTracker, language_of_turn
from tests.unit.insight.language_calls import SpokenCall, calls

FIVE = tuple(Language(code) for code in ("en", "es", "fr", "de", "pt"))
CALLS = tuple(calls())


@dataclass
class Outcome:
    """What went wrong, and how many who spoke another language than the agent were followed."""

    false_switches: list[str] = field(default_factory=list)
    foreign: int = 0
    followed: int = 0
    turns: int = 0
    labelled: int = 0

    @property
    def label_accuracy(self) -> float:
        """The share of turns that were given the language they are in."""
        return self.labelled / self.turns


@pytest.fixture(scope="module")
def detector() -> LinguaDetector:
    return LinguaDetector()


async def evaluate(
    detector: LinguaDetector, some: list[SpokenCall], languages: tuple[Language, ...]
) -> Outcome:
    outcome = Outcome()
    for call in some:
        tracker = LanguageTracker.start(languages, Language(call.starts))
        reached = False
        for text, spoken in call.turns:
            guesses = await detector.guesses(text, languages)
            tracker, event = tracker.hear(text, guesses=guesses)
            if event is not None and event.to != spoken:
                outcome.false_switches.append(text)
            label = language_of_turn(text, guesses=guesses, otherwise=tracker.current)
            outcome.turns += 1
            outcome.labelled += label == spoken
            reached = reached or (spoken != call.starts and tracker.current == spoken)
        outcome.foreign += any(spoken != call.starts for _, spoken in call.turns)
        outcome.followed += reached
    return outcome


async def test_five_languages_no_false_switch_and_foreign_callers_are_followed(
    detector: LinguaDetector,
) -> None:
    assert len(CALLS) >= 30
    assert sum(len(call.turns) for call in CALLS) >= 120
    outcome = await evaluate(detector, list(CALLS), FIVE)
    print(f"followed {outcome.followed} of {outcome.foreign} callers")  # noqa: T201 - a figure to look at
    assert outcome.false_switches == []
    assert outcome.foreign >= 20
    assert outcome.followed / outcome.foreign >= 0.95
    assert outcome.label_accuracy >= 0.88


@pytest.mark.parametrize("pair", list(itertools.combinations(FIVE, 2)), ids="-".join)
async def test_two_languages_no_false_switch_either(
    detector: LinguaDetector, pair: tuple[Language, Language]
) -> None:
    ours = [call for call in CALLS if {call.starts, *(one for _, one in call.turns)} <= set(pair)]
    assert ours
    outcome = await evaluate(detector, ours, pair)
    assert outcome.false_switches == []
    assert outcome.label_accuracy >= 0.9
