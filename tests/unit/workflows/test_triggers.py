"""What starts workflows."""

import pytest

from domain.contact_details import ContactField
from domain.errors import InvalidValueError
from domain.insight.mood import MoodKind
from domain.lead import FieldStatus
from domain.voice_session import CloseReason
from domain.workflow.triggers import (
    Called,
    FieldCaptured,
    IntentHeard,
    MoodShown,
    Occurrence,
    PhraseHeard,
    SessionBegan,
    SessionOver,
    SilenceFell,
    ToolCalled,
    Trigger,
)


def said(text: str) -> Occurrence:
    return Occurrence(kind="phrase", key="k", text=text)


def of(**facts: object) -> Occurrence:
    return Occurrence(kind="any", key="k", facts=facts)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("cancel my plan", "Please CANCEL my plan, now."),
        ("kündigen", "Ich möchte Kündigen!"),
        ("rufen Sie zurück", "rufen sie... ZURUCK bitte"),
        ("llámame", "por favor llamame mañana"),
        ("grosse", "Das ist eine große Sache"),
        ("24 hours", "within 24 hours"),
    ],
)
def test_a_phrase_is_heard_as_whole_words_whatever_case_and_accents(phrase: str, text: str) -> None:
    assert PhraseHeard(phrases=("nothing", phrase)).wants(said(text))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("cancel", "the cancellation of it"),
        ("cancel my plan", "cancel the plan"),
        ("my plan cancel", "cancel my plan"),
        ("plan", ""),
    ],
)
def test_other_words_are_no_phrase(phrase: str, text: str) -> None:
    assert not PhraseHeard(phrases=(phrase,)).wants(said(text))


@pytest.mark.parametrize(
    ("trigger", "facts"),
    [
        (ToolCalled(name="end_call"), {"tool": "end_call"}),
        (FieldCaptured(field=ContactField.EMAIL), {"field": "email", "status": "confirmed"}),
        (
            FieldCaptured(field=ContactField.NAME, status=FieldStatus.WITHDRAWN),
            {"field": "name", "status": "withdrawn"},
        ),
        (MoodShown(), {"mood": "frustration"}),
        (MoodShown(mood=MoodKind.LEGAL_THREAT), {"mood": "legal_threat"}),
        (SessionBegan(), {}),
        (SessionOver(), {"reason": "error"}),
        (SessionOver(reasons=(CloseReason.ERROR,)), {"reason": "error"}),
        (SilenceFell(seconds=20), {"seconds": 20}),
        (Called(), {}),
    ],
)
def test_a_trigger_waits_for_what_it_names(trigger: Trigger, facts: dict[str, object]) -> None:
    assert trigger.wants(of(**facts))


@pytest.mark.parametrize(
    ("trigger", "facts"),
    [
        (ToolCalled(name="end_call"), {"tool": "hand_off"}),
        (FieldCaptured(field=ContactField.EMAIL), {"field": "email", "status": "stated"}),
        (FieldCaptured(field=ContactField.EMAIL), {"field": "phone", "status": "confirmed"}),
        (MoodShown(mood=MoodKind.LEGAL_THREAT), {"mood": "frustration"}),
        (SessionOver(reasons=(CloseReason.ERROR,)), {"reason": "caller_goodbye"}),
        (SilenceFell(seconds=20), {"seconds": 10}),
    ],
)
def test_a_trigger_waits_for_nothing_else(trigger: Trigger, facts: dict[str, object]) -> None:
    assert not trigger.wants(of(**facts))


def test_an_intent_is_known_by_its_words() -> None:
    intent = IntentHeard(name="book a demo")
    assert intent.wants(Occurrence(kind="intent", key="k", text="wants to book a demo on Monday"))
    assert not intent.wants(Occurrence(kind="intent", key="k", text="a refund"))


def test_triggers_that_could_never_fire_are_refused() -> None:
    for phrases in ((), ("",), ("fine", "?!")):
        with pytest.raises(InvalidValueError, match="phrases"):
            PhraseHeard(phrases=phrases)
    with pytest.raises(InvalidValueError, match="intent"):
        IntentHeard(name="...")
    for seconds in (0, 601):
        with pytest.raises(InvalidValueError, match="silence"):
            SilenceFell(seconds=seconds)


def test_words_that_were_said_are_in_no_representation() -> None:
    assert "secret" not in repr(said("a secret"))
