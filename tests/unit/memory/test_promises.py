"""What is to happen after a call."""

import pytest

from domain.memory.promises import are_settled, commitments
from domain.transcript import Role
from tests.unit.memory.samples import turns

PROMISES = [
    "I will call you back on Monday.",
    "Okay, we'll get back to you tomorrow.",
    "I'll e-mail you the offer.",
    "A colleague will call you this afternoon.",
    "You will receive an email today.",
    "Le llamaremos el lunes.",
    "Le voy a enviar la oferta.",
    "Un compañero volverá a llamarle mañana.",
    "Je vous rappelle lundi.",
    "Nous vous enverrons le devis.",
    "Je vais vous rappeler demain.",
    "Ich rufe Sie am Montag zurück.",
    "Wir melden uns morgen bei Ihnen.",
    "Ich werde Ihnen das Angebot schicken.",
    "Ligaremos amanhã.",
    "Vou lhe enviar a proposta.",
    "Nós entraremos em contato na segunda.",
]
WISHES = [
    "Please call me back on Tuesday.",
    "Could you call me tomorrow?",
    "Send me the price list, please.",
    "Give me a ring next week.",
    "Llámeme el martes, por favor.",
    "¿Me puede llamar mañana?",
    "Prefiero que me escriban.",
    "Rappelez-moi mardi.",
    "Pouvez-vous me rappeler demain ?",
    "Rufen Sie mich bitte am Dienstag an.",
    "Können Sie mich morgen zurückrufen?",
    "Schicken Sie mir die Liste.",
    "Me ligue na terça, por favor.",
    "Pode me enviar a lista?",
]
NO_PROMISES = [
    "a: May I call you back on Monday?",
    "a: Would you like me to send you an email?",
    "a: If you like, we will call you back.",
    "a: We will not call you back.",
    "a: Thank you for calling Northwind.",
    "a: I'll just read that back: s, a, r, a, h.",
    "a: I will note that.",
    "c: You can call me Sarah.",
    "c: You called me yesterday.",
    "c: Me llamo Sara.",
    "c: Je m'appelle Sarah.",
    "c: Ich heiße Sarah und rufe wegen der Rechnung an.",
    "c: I will call you.",
    "t: I will call you back.",
]


@pytest.mark.parametrize("text", PROMISES)
def test_what_the_agent_promises_is_noted(text: str) -> None:
    (promise,) = commitments(turns("c: hello", f"a: Thank you. {text}"))
    assert (promise.text, promise.said_by, promise.turn_id) == (text, Role.AGENT, "ses_1:1")
    assert promise.is_open


@pytest.mark.parametrize("text", WISHES)
def test_what_the_caller_asks_to_be_done_is_noted(text: str) -> None:
    (wish,) = commitments(turns(f"c: {text}"))
    assert (wish.text, wish.said_by) == (text, Role.CALLER)


@pytest.mark.parametrize("line", NO_PROMISES)
def test_questions_offers_and_remarks_are_no_promises(line: str) -> None:
    assert commitments(turns(line)) == ()


@pytest.mark.parametrize(
    "refusal",
    [
        "Actually, please don't call me back.",
        "No me llame, por favor.",
        "Non, ne me rappelez pas, vous ne devez pas me rappeler.",
        "Bitte rufen Sie mich nicht an.",
        "Não me ligue mais.",
    ],
)
def test_a_caller_who_refuses_takes_back_what_was_agreed(refusal: str) -> None:
    said = ("c: Call me back on Tuesday.", "a: We will call you back on Tuesday.", f"c: {refusal}")
    assert commitments(turns(*said)) == ()


def test_a_promise_counts_once_and_four_are_enough() -> None:
    said = [f"a: We will call you back on day {number}." for number in (1, 2, 3, 4, 5, 5)]
    texts = [one.text for one in commitments(turns(*said))]
    assert texts == [f"We will call you back on day {number}." for number in (2, 3, 4, 5)]


def test_a_promise_with_a_secret_in_it_is_not_kept() -> None:
    assert commitments(turns("a: We will send your password to you.")) == ()


def test_long_promises_are_cut() -> None:
    (promise,) = commitments(turns("a: We will call you back " + "very " * 50 + "soon."))
    assert len(promise.text) == 160
    assert promise.text.endswith("…")


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("Thanks, that has been sorted.", True),
        ("Your colleague called, it's settled.", True),
        ("Ya está resuelto.", True),
        ("C'est réglé, merci.", True),
        ("Das hat sich schon erledigt.", True),
        ("Já está resolvido.", True),
        ("That has not been sorted.", False),
        ("Das ist noch nicht erledigt.", False),
        ("Hello again.", False),
    ],
)
def test_the_caller_can_say_that_it_is_done(text: str, settled: bool) -> None:
    assert are_settled(turns(f"c: {text}")) is settled
    assert not are_settled(turns(f"a: {text}"))
