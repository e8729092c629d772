"""What callers allow and forbid, and what is kept of it."""

from datetime import timedelta

import pytest

from domain.consent import (
    Consent,
    ConsentAnswer,
    ConsentKind,
    ConsentSource,
    in_order,
    latest,
)
from domain.contact import Contact, Identity
from domain.ids import ContactId
from domain.memory.consenting import heard_consents
from tests.unit.memory.samples import NOW, SESSION, a_fact, turns

CALLS, MEMORY = ConsentKind.CALLS, ConsentKind.MEMORY
MARKETING, RECORDING = ConsentKind.MARKETING, ConsentKind.RECORDING
GRANTED, REFUSED = ConsentAnswer.GRANTED, ConsentAnswer.REFUSED
HOUR = timedelta(hours=1)


def heard(line: str) -> list[tuple[ConsentKind, ConsentAnswer]]:
    return [(one.kind, one.answer) for one in heard_consents(turns(f"c: {line}"), began_at=NOW)]


def a_consent(answer: ConsentAnswer, hours: int = 0, kind: ConsentKind = CALLS) -> Consent:
    return Consent(kind=kind, answer=answer, source=ConsentSource.STAFF, at=NOW + hours * HOUR)


def a_contact(*consents: Consent) -> Contact:
    return Contact(
        id=ContactId("con_1"),
        identities=(Identity.user("u1"), Identity.email("a@example.com")),
        facts=(a_fact("name", "Sarah"),),
        consents=consents,
        created_at=NOW,
        updated_at=NOW,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Take me off your list.",
        "could you please remove my number from your calling list",
        "Stop calling me!",
        "Don't call me again, please.",
        "please do not call this number anymore",
        "I don't want any more calls.",
        "Put me on your do-not-call list.",
        "Por favor, no me llamen más.",
        "Quítenme de su lista, por favor.",
        "No vuelvan a llamarme.",
        "dejen de llamarme",
        "Ne m'appelez plus.",
        "Retirez-moi de votre liste.",
        "Arrêtez de m'appeler, s'il vous plaît.",
        "Rufen Sie mich bitte nicht mehr an.",
        "Streichen Sie mich von Ihrer Liste.",
        "Hören Sie auf, mich anzurufen!",
        "Não me ligue mais.",
        "Por favor, tirem-me da vossa lista.",
        "Parem de me ligar.",
    ],
)
def test_who_does_not_want_to_be_called_is_heard_in_five_languages(line: str) -> None:
    assert heard(line) == [(CALLS, REFUSED)]


@pytest.mark.parametrize(
    "line",
    [
        "Don't call me before nine.",
        "Please don't call me Susan.",
        "Why don't you call me?",
        "If you don't call me again I will be sad.",
        "They don't call me anymore.",
        "You can take the chair off the list of my order.",
        "I want to be called on Monday.",
        "No me llame Susana.",
        "Llámeme mañana, por favor.",
        "Ne m'appelez pas demain.",
        "Rufen Sie mich bitte morgen an.",
        "Me ligue amanhã, por favor.",
    ],
)
def test_other_words_about_calls_forbid_none(line: str) -> None:
    assert heard(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("You can call me again.", (CALLS, GRANTED)),
        ("Sie dürfen mich gerne wieder anrufen.", (CALLS, GRANTED)),
        ("Stop recording me!", (RECORDING, REFUSED)),
        ("I don't want to be recorded.", (RECORDING, REFUSED)),
        ("No quiero que graben la llamada.", (RECORDING, REFUSED)),
        ("N'enregistrez pas cet appel.", (RECORDING, REFUSED)),
        ("Nehmen Sie das Gespräch bitte nicht auf.", (RECORDING, REFUSED)),
        ("Não quero que gravem a chamada.", (RECORDING, REFUSED)),
        ("Yes, you may record the call.", (RECORDING, GRANTED)),
        ("Sí, pueden grabar la llamada.", (RECORDING, GRANTED)),
        ("Oui, vous pouvez enregistrer.", (RECORDING, GRANTED)),
        ("Sie dürfen das Gespräch aufzeichnen.", (RECORDING, GRANTED)),
        ("Sim, podem gravar.", (RECORDING, GRANTED)),
        ("Don't send me any advertising.", (MARKETING, REFUSED)),
        ("No quiero recibir publicidad.", (MARKETING, REFUSED)),
        ("Je ne veux plus recevoir de publicité.", (MARKETING, REFUSED)),
        ("Ich möchte keine Werbung.", (MARKETING, REFUSED)),
        ("Não quero receber publicidade.", (MARKETING, REFUSED)),
        ("Sure, sign me up for your newsletter.", (MARKETING, GRANTED)),
        ("Puede enviarme sus ofertas.", (MARKETING, GRANTED)),
        ("Vous pouvez m'envoyer vos offres.", (MARKETING, GRANTED)),
        ("Sie dürfen mir gerne Ihren Newsletter schicken.", (MARKETING, GRANTED)),
        ("Pode me enviar as ofertas.", (MARKETING, GRANTED)),
        ("Please don't store my data.", (MEMORY, REFUSED)),
    ],
)
def test_what_is_allowed_and_forbidden_is_heard(
    line: str, expected: tuple[ConsentKind, ConsentAnswer]
) -> None:
    assert heard(line) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "Can you send me the offer for the two chairs?",
        "You can record this?",
        "If you can record this I will hang up.",
        "Do you have any special offers today?",
        "I would like to order a record player.",
    ],
)
def test_nothing_is_allowed_by_asking(line: str) -> None:
    assert heard(line) == []


def test_who_wants_no_record_of_the_call_wants_none_in_memory_either() -> None:
    assert heard("Please don't record this call.") == [(MEMORY, REFUSED), (RECORDING, REFUSED)]


def test_the_agent_consents_to_nothing() -> None:
    said = turns("a: Stop calling me.", "a: You may record this call.", "c: Hello.")
    assert heard_consents(said, began_at=NOW) == ()


def test_the_evidence_is_the_turn_and_its_time() -> None:
    said = turns("a: Hello!", "c: Don't call me again.", "c: I said: don't call me again!")
    (consent,) = heard_consents(said, began_at=NOW)
    assert consent == Consent(
        kind=CALLS,
        answer=REFUSED,
        source=ConsentSource.CALLER,
        at=NOW + timedelta(seconds=1),
        session_id=SESSION,
        turn_id=said[1].id,
    )


def test_the_last_word_counts_and_what_it_only_repeats_is_left_out() -> None:
    first, again = a_consent(REFUSED), a_consent(REFUSED, 1)
    granted = a_consent(GRANTED, 2)
    other = a_consent(REFUSED, 3, MARKETING)
    history = in_order([other, granted, again, first])
    assert history == (first, granted, other)
    assert latest(history, CALLS) == granted
    assert latest(history, RECORDING) is None
    assert in_order([first, a_consent(GRANTED)]) == (first,)


def test_who_forbids_calls_is_not_called_until_they_allow_it() -> None:
    no, yes = a_consent(REFUSED), a_consent(GRANTED, 1)
    contact = a_contact().with_consents([no], now=NOW)
    assert contact.do_not_call == no
    assert contact.with_consents([yes], now=NOW).do_not_call is None
    assert contact.absorb(a_contact(yes), now=NOW).do_not_call is None
    assert a_contact(yes).absorb(a_contact(a_consent(REFUSED, 2)), now=NOW).do_not_call


def test_who_forbids_being_remembered_is_forgotten_until_they_allow_it() -> None:
    contact = a_contact().with_consents([a_consent(REFUSED, kind=MEMORY)], now=NOW)
    assert (contact.do_not_remember, contact.facts) == (True, ())
    assert contact.with_consents([a_consent(REFUSED, 1)], now=NOW).do_not_remember
    again = contact.with_consents([a_consent(GRANTED, 1, MEMORY)], now=NOW)
    assert not again.do_not_remember
    assert len(again.consents) == 2
