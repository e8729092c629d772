"""The pattern language, and the way back to what was said."""

import pytest

from domain.insight.cues import Cues, patterns
from domain.insight.heard import Heard


def test_a_text_is_read_without_case_accents_and_odd_signs() -> None:
    heard = Heard.of("¿Mañana, a las 5? — ¡Sí! Straße “ok”")
    assert heard.plain == "manana , a las 5 . si . strasse ok"
    assert heard.words == ("manana", "a", "las", "5", "si", "strasse", "ok")


def test_decomposed_letters_are_read_like_composed_ones() -> None:
    assert Heard.of("Manãna").plain == "manana"


@pytest.mark.parametrize(
    ("cue", "text", "quote"),
    [
        ("speak (to|with) (a|some)? person", "Can I Speak with a Person?", "Speak with a Person"),
        ("speak (to|with) (a|some)? person", "speak to person", "speak to person"),
        ("speak (to|with) (a|some)? person", "speak with the person", None),
        ("cancel ... account", "cancel my damn old account", "cancel my damn old account"),
        ("cancel ... account", "cancel it, my account", None),
        ("cancel ... account", "cancel each and every one account", None),
        ("bye END", "ok, Bye!", "Bye"),
        ("bye END", "bye the way", None),
        ("START so? bye", "well. So bye", "So bye"),
        ("START so? bye", "he said bye", None),
        ("avocat", "j'appelle mon avocat", "avocat"),
        ("avocat", "l'Avocat", "l'Avocat"),
        ("avocat", "avocats", None),
        ("me ,? please", "tell me, please.", "me, please"),
        ("(yes|\n  no) thanks", "no thanks", "no thanks"),
    ],
)
def test_a_cue_is_found_with_the_words_that_were_said(
    cue: str, text: str, quote: str | None
) -> None:
    assert Cues.of(cue).first_quote(Heard.of(text)) == quote


def test_a_veto_covers_what_it_touches_and_no_more() -> None:
    cues = Cues.of("complain(t|ts|)", vetoes="no complain(t|ts|)")
    assert cues.first_quote(Heard.of("no complaints")) is None
    assert cues.first_quote(Heard.of("no complaints. Well, one Complaint.")) == "Complaint"


def test_an_indented_line_goes_on_with_the_one_before() -> None:
    assert len(patterns("one two\n  three\nfour\n")) == 2
