"""When a call changes its language, and when it does not."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidValueError
from domain.language import Language
from domain.language_policy import (
    LanguageTracker,
    Refused,
    Switch,
    SwitchReason,
    language_of_turn,
)

EN, ES, FR, DE, PT, IT = (Language(code) for code in ("en", "es", "fr", "de", "pt", "it"))
FIVE = (EN, ES, FR, DE, PT)
LONG = "quisiera saber cuánto cuesta el plan"
SHORT = "no entiendo nada"
SHORT_ANSWERS = st.sampled_from(["si", "yes", "no", "ok", "oui", "ja, ja", "sí sí", "hm"])
TURNS = st.sampled_from([LONG, SHORT, "ok"])


def surely(language: Language) -> Mapping[Language, float]:
    return {language: 0.9}


def probably(language: Language) -> Mapping[Language, float]:
    return {language: 0.5}


def hear(
    tracker: LanguageTracker,
    *turns: tuple[str, Mapping[Language, float]],
    reported: Language | None = None,
) -> tuple[LanguageTracker, list[Switch | Refused | None]]:
    events: list[Switch | Refused | None] = []
    for text, guesses in turns:
        tracker, event = tracker.hear(text, guesses=guesses, reported=reported)
        events.append(event)
    return tracker, events


def test_a_sure_turn_of_four_words_switches_at_once() -> None:
    tracker, events = hear(LanguageTracker.start(FIVE, EN), (LONG, {ES: 0.65, EN: 0.2}))
    assert events == [Switch(to=ES, reason=SwitchReason.DETECTED, pinned=False)]
    assert tracker.current == ES


@pytest.mark.parametrize("turn", [(SHORT, surely(ES)), (LONG, {ES: 0.64, EN: 0.2})])
def test_fewer_words_or_less_sureness_take_a_second_turn(
    turn: tuple[str, Mapping[Language, float]],
) -> None:
    _, events = hear(LanguageTracker.start(FIVE, EN), turn, turn)
    assert [event is not None for event in events] == [False, True]


def test_turns_that_tell_nothing_may_lie_between_two_that_agree() -> None:
    turns = ((SHORT, probably(ES)), ("sí", surely(PT)), ("vale ok", surely(FR)))
    _, events = hear(LanguageTracker.start(FIVE, EN), *turns, (SHORT, probably(ES)))
    assert events[:3] == [None] * 3
    assert events[3] == Switch(to=ES, reason=SwitchReason.DETECTED, pinned=False)


@pytest.mark.parametrize("between", [EN, FR])
def test_a_turn_that_tells_otherwise_between_them_starts_over(between: Language) -> None:
    turns = ((SHORT, probably(ES)), (SHORT, probably(between)), (SHORT, probably(ES)))
    assert hear(LanguageTracker.start(FIVE, EN), *turns)[1] == [None] * 3


def test_unlikely_guesses_tell_nothing() -> None:
    assert (
        hear(LanguageTracker.start(FIVE, EN), *[(LONG, {ES: 0.44, EN: 0.4})] * 3)[1] == [None] * 3
    )


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "4 1 5 5 5 5 0 1 3 4",
        "uno 2 3 4 5 6 7",
        "S, A, N, T, O, S",
        "sarah@example.com",
        "sarah punto miller arroba gmail punto com",
        "email: ana.lopez@gmail.com",
        "Juan Carlos Rodríguez García",
        "",
    ],
)
def test_figures_letters_addresses_and_names_tell_nothing(text: str) -> None:
    assert hear(LanguageTracker.start(FIVE, EN), *[(text, surely(ES))] * 3)[1] == [None] * 3


def test_only_languages_of_the_agent_are_chosen() -> None:
    guesses = {IT: 0.8, ES: 0.1}
    assert hear(LanguageTracker.start((EN, ES), EN), *[(LONG, guesses)] * 3)[1] == [None] * 3


def test_two_turns_lie_between_automatic_switches() -> None:
    tracker, _ = hear(LanguageTracker.start(FIVE, EN), (LONG, surely(ES)))
    _, events = hear(tracker, *[(LONG, surely(FR))] * 3)
    assert [event is not None for event in events] == [False, False, True]


def test_a_report_that_agrees_makes_a_likely_turn_sure() -> None:
    _, events = hear(LanguageTracker.start(FIVE, EN), (LONG, probably(ES)), reported=ES)
    assert events[0] is not None


def test_a_report_that_contradicts_asks_for_a_second_turn() -> None:
    turns = [(LONG, surely(ES))] * 2
    _, events = hear(LanguageTracker.start(FIVE, EN), *turns, reported=EN)
    assert [event is not None for event in events] == [False, True]


def test_a_report_alone_asks_for_a_second_turn() -> None:
    _, events = hear(LanguageTracker.start(FIVE, EN), (LONG, {}), (LONG, {}), reported=ES)
    assert [event is not None for event in events] == [False, True]


def test_a_report_of_another_language_than_ours_counts_for_nothing() -> None:
    _, events = hear(LanguageTracker.start(FIVE, EN), (LONG, {}), (LONG, {}), reported=IT)
    assert events == [None, None]


def test_a_request_wins_at_once_and_pins() -> None:
    tracker, events = hear(
        LanguageTracker.start(FIVE, EN),
        (LONG, surely(ES)),
        ("Können wir Deutsch sprechen?", surely(DE)),
        *[(LONG, surely(ES))] * 5,
    )
    assert events[1] == Switch(to=DE, reason=SwitchReason.REQUESTED, pinned=True)
    assert events[2:] == [None] * 5
    assert tracker.pinned
    assert hear(tracker, ("¿habla español?", {}))[1] == [
        Switch(to=ES, reason=SwitchReason.REQUESTED, pinned=True)
    ]


def test_a_request_for_the_present_language_is_answered_too() -> None:
    _, events = hear(LanguageTracker.start(FIVE, EN), ("Do you speak English?", {}))
    assert events == [Switch(to=EN, reason=SwitchReason.REQUESTED, pinned=True)]


def test_a_language_that_the_agent_does_not_speak_is_refused() -> None:
    start = LanguageTracker.start(FIVE, EN)
    tracker, events = hear(start, ("do you speak Italian?", surely(EN)))
    assert events == [Refused(to=IT)]
    assert tracker == start


def test_a_call_may_get_other_languages() -> None:
    tracker = LanguageTracker.start(FIVE, DE)
    assert tracker.limited_to((EN, DE)).current == DE
    assert tracker.limited_to((EN, ES)).current == EN
    with pytest.raises(InvalidValueError):
        tracker.limited_to(())


@pytest.mark.parametrize(
    ("text", "guesses", "language"),
    [
        (SHORT, {ES: 0.65, PT: 0.3}, ES),
        (SHORT, {ES: 0.64, PT: 0.3}, EN),
        ("hola", {ES: 0.99}, EN),
        ("hola, 4 1 5", {ES: 0.99}, EN),
        (SHORT, {}, EN),
    ],
)
def test_a_turn_has_its_own_language_where_it_tells_one(
    text: str, guesses: Mapping[Language, float], language: Language
) -> None:
    assert language_of_turn(text, guesses=guesses, otherwise=EN) == language


@given(st.lists(st.tuples(SHORT_ANSWERS, st.sampled_from(FIVE), st.floats(0, 1))))
def test_short_answers_never_switch(turns: list[tuple[str, Language, float]]) -> None:
    heard = [(text, {language: sureness}) for text, language, sureness in turns]
    assert not any(hear(LanguageTracker.start(FIVE, EN), *heard)[1])


@given(st.lists(st.tuples(TURNS, st.sampled_from(FIVE), st.floats(0, 1)), max_size=40))
def test_whatever_is_heard_there_is_no_flapping(turns: list[tuple[str, Language, float]]) -> None:
    heard = [(text, {language: sureness}) for text, language, sureness in turns]
    tracker, events = hear(LanguageTracker.start(FIVE, EN), *heard)
    switched = [number for number, event in enumerate(events) if event is not None]
    assert all(later - earlier > 2 for earlier, later in pairwise(switched))
    assert tracker.current in FIVE
