"""What a persona answers."""

import pytest

from adapters.livekit.caller.facts import Facts
from adapters.livekit.caller.persona import Persona
from adapters.livekit.caller.persona_talker import PersonaTalker
from domain.errors import InvalidValueError

FACTS = Facts(name="Sarah Miller", email="sarah.miller@example.com", phone="+14155550134")
NEED = "I would like a quote."


@pytest.fixture
def talker() -> PersonaTalker:
    rules = {"which country": "The United States."}
    return PersonaTalker(Persona(facts=FACTS, need=NEED, rules=rules))


def answer(talker: PersonaTalker, said: str) -> str | None:
    line = talker.answer(said)
    return line.text if line else None


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("Hello, this is the front desk. How can I help you?", NEED),
        ("Gladly. What is your name?", "My name is Sarah Miller."),
        ("All right, what is your name?", "My name is Sarah Miller."),
        (
            "Thank you, Sarah. What is your e-mail address?",
            "My email address is sarah dot miller at example dot com.",
        ),
        ("I did not get the name. Could you spell it?", "S, A, R, A, H, M, I, L, L, E, R."),
        ("Is there anything else I can do for you?", "No, that is all, thank you."),
        ("In which country do you live?", "The United States."),
    ],
)
def test_it_answers_what_it_was_asked(talker: PersonaTalker, said: str, answered: str) -> None:
    assert answer(talker, said) == answered


def test_it_accepts_a_right_read_back(talker: PersonaTalker) -> None:
    talker.answer("What is your name?")
    assert answer(talker, "Sarah Miller, is that right?") == "Yes, that is correct."


def test_it_corrects_a_wrong_read_back_by_spelling(talker: PersonaTalker) -> None:
    said = answer(talker, "sarah dot milner at example dot com, is that right?")
    assert said is not None
    assert said.startswith("No, that is wrong. S, A, R, A, H, dot, M")


def test_a_name_that_is_read_back_wrong_is_known_from_the_question_before(
    talker: PersonaTalker,
) -> None:
    talker.answer("What is your name?")
    assert answer(talker, "Sara Mailer, is that right?") == (
        "No, that is wrong. S, A, R, A, H, M, I, L, L, E, R."
    )


def test_its_farewell_is_its_last_line(talker: PersonaTalker) -> None:
    line = talker.answer("Thank you for calling, goodbye!")
    assert line is not None
    assert line.is_last


def test_it_waits_after_words_that_ask_for_nothing(talker: PersonaTalker) -> None:
    assert talker.answer("One moment, please.") is None


def test_it_asks_again_when_nothing_follows(talker: PersonaTalker) -> None:
    assert answer(talker, "") == "Sorry, could you say that again?"


def test_everything_it_says_is_in_its_repertoire(talker: PersonaTalker) -> None:
    known = {line.text for line in talker.repertoire()}
    questions = ["How can I help?", "Your name?", "Your e-mail?", "Your number?", "", "Goodbye!"]
    questions += ["Spell your e-mail.", "Tom, is that right?", "Anything else?", "Which country?"]
    assert {answer(talker, question) for question in questions} <= known


def test_the_demo_persona_is_complete() -> None:
    assert Persona.load("sarah").facts == FACTS


def test_a_persona_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="no persona nobody"):
        Persona.load("nobody")
