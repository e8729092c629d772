"""Events in what callers say, and what they add up to."""

from dataclasses import replace

import pytest

from domain.ids import TurnId, VoiceSessionId
from domain.insight.mood import MoodEvent, MoodKind
from domain.insight.sentiment import Sentiment, escalations, mood_events, sentiment_of
from domain.transcript import Role, Transcript, Turn
from tests.unit.insight.fresh_mood_lines import FRESH
from tests.unit.insight.mood_lines import KNOWN

SESSION = VoiceSessionId("ses")
KIND_OF = dict(zip("fchxlprs", MoodKind, strict=True))
ANGRY = "This is ridiculous, nobody has called me back."
GLAD = "Perfect, thanks, you've been very helpful."
PLAIN = "My order number is twelve."
HUMAN = "Can I speak to a person?"


def a_turn(text: str, *, number: int = 0, role: Role = Role.CALLER) -> Turn:
    return Turn(
        id=TurnId(f"turn_{number}"),
        session_id=SESSION,
        role=role,
        text=text,
        start_ms=number * 1000,
        end_ms=number * 1000 + 500,
    )


def a_call(*texts: str) -> Transcript:
    turns = [a_turn(text, number=number) for number, text in enumerate(texts)]
    return Transcript.of(SESSION, turns)


def scores(block: str) -> tuple[float, float, int]:
    """Precision and recall over all kinds, and how many events there are."""
    right = wrong = there = 0
    for line in block.strip().splitlines():
        codes, _, text = line.partition(" | ")
        wanted = {KIND_OF[code] for code in codes if code != "-"}
        found = {event.kind for event in mood_events(a_turn(text))}
        right += len(wanted & found)
        wrong += len(found - wanted)
        there += len(wanted)
    return right / (right + wrong), right / there, there


@pytest.mark.parametrize(
    ("name", "block", "precision", "recall", "events"),
    [("known", KNOWN, 0.97, 0.95, 150), ("fresh", FRESH, 0.9, 0.5, 40)],
)
def test_events_are_found_and_hardly_any_is_made_up(
    name: str, block: str, precision: float, recall: float, events: int
) -> None:
    reached = scores(block)
    print(f"{name}: precision {reached[0]:.2f}, recall {reached[1]:.2f}")  # noqa: T201 - figures
    assert reached[0] >= precision
    assert reached[1] >= recall
    assert reached[2] >= events


def test_an_event_names_its_turn_and_the_words() -> None:
    turn = a_turn("Well, I'd like to Speak to a Manager, please.")
    assert mood_events(turn) == (
        MoodEvent(kind=MoodKind.REQUEST_FOR_HUMAN, turn_id=turn.id, quote="Speak to a Manager"),
    )


def test_satisfaction_is_no_escalation() -> None:
    assert escalations(a_turn(GLAD)) == ()
    assert [event.kind for event in escalations(a_turn(ANGRY))] == [MoodKind.FRUSTRATION]


def test_only_callers_who_were_understood_count() -> None:
    assert mood_events(a_turn(ANGRY, role=Role.AGENT)) == ()
    assert mood_events(a_turn(ANGRY, role=Role.SYSTEM)) == ()
    assert mood_events(replace(a_turn(ANGRY), suspect="wrong_script")) == ()


@pytest.mark.parametrize(
    ("texts", "overall"),
    [
        ((), Sentiment.UNKNOWN),
        ((PLAIN, "ok", "thank you, bye"), Sentiment.UNKNOWN),
        ((PLAIN, GLAD), Sentiment.POSITIVE),
        ((PLAIN, ANGRY), Sentiment.NEGATIVE),
        ((ANGRY, PLAIN, GLAD), Sentiment.MIXED),
        ((PLAIN, HUMAN), Sentiment.NEUTRAL),
        ((HUMAN, ANGRY), Sentiment.NEGATIVE),
    ],
)
def test_a_call_is_what_its_events_add_up_to(texts: tuple[str, ...], overall: Sentiment) -> None:
    assert sentiment_of(a_call(*texts)).overall is overall


@pytest.mark.parametrize(
    ("texts", "course"),
    [
        ((ANGRY, PLAIN, GLAD), (Sentiment.NEGATIVE, Sentiment.UNKNOWN, Sentiment.POSITIVE)),
        ((ANGRY, GLAD), (Sentiment.NEGATIVE, Sentiment.UNKNOWN, Sentiment.POSITIVE)),
        ((ANGRY,), (Sentiment.NEGATIVE, Sentiment.UNKNOWN, Sentiment.UNKNOWN)),
        (
            (PLAIN, PLAIN, ANGRY, GLAD, PLAIN, GLAD),
            (Sentiment.UNKNOWN, Sentiment.MIXED, Sentiment.POSITIVE),
        ),
    ],
)
def test_the_course_goes_from_the_first_to_the_last_third(
    texts: tuple[str, ...], course: tuple[Sentiment, Sentiment, Sentiment]
) -> None:
    assert sentiment_of(a_call(*texts)).course == course


def test_what_the_agent_says_has_no_part_in_it() -> None:
    caller = a_turn(PLAIN)
    agent = a_turn(ANGRY, number=1, role=Role.AGENT)
    assert sentiment_of(Transcript.of(SESSION, [caller, agent])).overall is Sentiment.UNKNOWN


def test_the_evidence_is_in_the_order_of_the_call() -> None:
    sentiment = sentiment_of(a_call(GLAD, HUMAN, ANGRY))
    assert [event.turn_id for event in sentiment.events] == ["turn_0", "turn_1", "turn_2"]
    assert [event.turn_id for event in sentiment.escalations] == ["turn_1", "turn_2"]
