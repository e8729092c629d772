"""What a call was about, and what is not believed of it."""

from datetime import UTC, datetime

import pytest

from domain.ids import TurnId, VoiceSessionId
from domain.insight.call_insight import CallInsight, Finding, Reading, Topic, verified
from domain.memory.reading import read_by_rules
from domain.transcript import Role, Transcript
from domain.voice_session import CloseReason
from tests.unit.insight.test_sentiment import a_call, a_turn

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def read(*texts: str) -> CallInsight:
    """What rules find in a call of a caller who says *texts*."""
    call = a_call(*texts)
    return verified(read_by_rules(call, None, CloseReason.CALLER_GOODBYE), call, now=NOW)


def claimed(topic: Topic, quote: str, *, turn: str = "turn_0", value: str = "x") -> Reading:
    finding = Finding(value=value, turn_id=TurnId(turn), quote=quote)
    return Reading(summary="s", made_by="test", findings={topic: finding})


BUDGET_LINES = (
    "Our budget is about five thousand dollars.",
    "We can spend up to 3000 euros on it.",
    "Nuestro presupuesto es de unos tres mil euros.",
    "Mon budget est de deux mille euros.",
    "Wir können bis zu fünf tausend Euro ausgeben.",
    "Meu orçamento é de dez mil reais.",
)
TIME_LINES = (
    "We need it by the end of the month.",
    "As soon as possible, please.",
    "Lo necesito antes del lunes.",
    "Il me le faut avant vendredi.",
    "Das brauche ich bis nächste Woche.",
    "Preciso disso até sexta.",
)
AGREEING = (
    "You can call me in the afternoon.",
    "Pueden llamarme por la tarde.",
    "Vous pouvez me rappeler demain.",
    "Sie können mich gerne anrufen.",
    "Pode me ligar à tarde.",
)
REFUSING = (
    "Please don't call me again.",
    "No me llamen más.",
    "Ne m'appelez plus.",
    "Rufen Sie mich bitte nicht mehr an.",
    "Não me liguem mais.",
)


@pytest.mark.parametrize("line", BUDGET_LINES)
def test_a_budget_is_found_in_the_callers_words(line: str) -> None:
    found = read("Hello there.", line).findings[Topic.BUDGET]
    assert (found.value, found.turn_id) == (line, "turn_1")


@pytest.mark.parametrize("line", TIME_LINES)
def test_a_time_line_is_found(line: str) -> None:
    assert read(line).findings[Topic.TIMELINE].value == line


@pytest.mark.parametrize(
    ("line", "value"),
    [(line, "agreed") for line in AGREEING] + [(line, "refused") for line in REFUSING],
)
def test_what_the_caller_says_about_being_contacted_is_found(line: str, value: str) -> None:
    assert read(line).findings[Topic.CONSENT].value == value


def test_the_last_word_on_a_matter_counts() -> None:
    found = read("You can call me tomorrow.", "No, please don't call me.").findings
    assert found[Topic.CONSENT].value == "refused"


def test_nothing_is_found_in_small_talk() -> None:
    insight = read("Hello.", "How are you?")
    assert Topic.BUDGET not in insight.findings
    assert Topic.CONSENT not in insight.findings


def test_intent_and_next_step_are_quoted() -> None:
    call = Transcript.of(
        VoiceSessionId("ses"),
        [
            a_turn("I'd like a quote for a new kitchen.", number=0),
            a_turn("I will send you the quote on Monday.", number=1, role=Role.AGENT),
        ],
    )
    insight = verified(read_by_rules(call, None, None), call, now=NOW)
    assert insight.findings[Topic.INTENT].quote == "I'd like a quote for a new kitchen."
    assert insight.findings[Topic.NEXT_STEP].turn_id == "turn_1"
    assert insight.summary.startswith("asked about: I'd like a quote")
    assert (insight.made_by, insight.made_at) == ("rules/1", NOW)


def test_secrets_are_not_repeated() -> None:
    assert (
        Topic.BUDGET
        not in read("My budget is 5000 dollars, my card is 4111 1111 1111 1111.").findings
    )


def test_a_claim_stands_when_its_quote_is_in_the_turn() -> None:
    call = a_call("Well, our BUDGET is, uh, five thousand.")
    found = verified(claimed(Topic.BUDGET, "budget is uh five"), call, now=NOW).findings
    assert Topic.BUDGET in found


@pytest.mark.parametrize(
    "reading",
    [
        claimed(Topic.BUDGET, "our budget is nine thousand"),
        claimed(Topic.BUDGET, "five thousand", turn="turn_9"),
        claimed(Topic.BUDGET, "…"),
        claimed(Topic.BUDGET, "five thousand", value=" "),
        claimed(Topic.CONSENT, "call you back", turn="turn_1"),
    ],
)
def test_a_claim_falls_without_a_turn_that_bears_it_out(reading: Reading) -> None:
    turns = [
        a_turn("Our budget is five thousand.", number=0),
        a_turn("May we call you back?", number=1, role=Role.AGENT),
    ]
    call = Transcript.of(VoiceSessionId("ses"), turns)
    assert not verified(reading, call, now=NOW).findings
