"""What one call says about its caller."""

from dataclasses import replace

import pytest

from domain.contact_details import ContactField
from domain.ids import LeadId, TurnId
from domain.language import Language
from domain.lead import Evidence, FieldStatus, Lead
from domain.memory.fact import FactStatus
from domain.memory.requests import refuses_memory
from domain.memory.statements import most_spoken, statements_of, withdrawn_fields
from domain.memory.summarising import summary_text
from domain.transcript import Transcript
from domain.voice_session import CloseReason
from tests.unit.memory.samples import NOW, SESSION, a_transcript, turns

HEARD = Evidence(turn_id=TurnId("ses_1:7"), quote="it is", start_ms=1, end_ms=2)
NOTHING_SAID = a_transcript(language=None)


def a_lead(field: ContactField, value: str, status: FieldStatus) -> Lead:
    evidence = () if status is FieldStatus.UNVERIFIED else (HEARD,)
    return Lead(id=LeadId("led_1"), session_id=SESSION).note(
        field, value, status=status, evidence=evidence, now=NOW
    )


@pytest.mark.parametrize(
    ("held", "status", "confidence"),
    [
        (FieldStatus.CONFIRMED, FactStatus.CONFIRMED, 0.95),
        (FieldStatus.SPELLED, FactStatus.STATED, 0.75),
        (FieldStatus.STATED, FactStatus.STATED, 0.6),
    ],
)
def test_fields_are_as_sure_as_the_lead_is(
    held: FieldStatus, status: FactStatus, confidence: float
) -> None:
    (said,) = statements_of(NOTHING_SAID, a_lead(ContactField.NAME, "Sarah", held))
    assert (said.predicate, said.value, said.status) == ("name", "Sarah", status)
    assert said.confidence == confidence
    assert (said.source.session_id, said.source.turn_id) == (SESSION, "ses_1:7")


def test_what_only_the_model_reported_is_no_statement() -> None:
    lead = a_lead(ContactField.NAME, "Sarah", FieldStatus.UNVERIFIED)
    assert statements_of(NOTHING_SAID, lead) == ()


def test_what_was_refused_or_withdrawn_is_no_statement() -> None:
    lead = a_lead(ContactField.NAME, "Sarah", FieldStatus.STATED)
    assert statements_of(NOTHING_SAID, lead.decline(ContactField.NAME, now=NOW)) == ()
    withdrawn = lead.withdraw(ContactField.NAME, now=NOW)
    assert statements_of(NOTHING_SAID, withdrawn) == ()
    assert (withdrawn_fields(withdrawn), withdrawn_fields(lead), withdrawn_fields(None)) == (
        ("name",),
        (),
        (),
    )


def test_a_confirmed_value_without_evidence_has_no_turn() -> None:
    lead = a_lead(ContactField.NAME, "Sarah", FieldStatus.UNVERIFIED)
    sure = lead.confirm(ContactField.NAME, lead.token(ContactField.NAME), evidence=(), now=NOW)
    assert statements_of(NOTHING_SAID, sure)[0].source.turn_id is None


def test_the_first_request_is_the_topic() -> None:
    said = a_transcript(
        "c: Hello.",
        "a: Can you tell me your name please?",
        "c: Can you hear me now well?",
        "c: Yes. I would like to order two chairs. Can you deliver them on Friday?",
        language=None,
    )
    (topic,) = statements_of(said, None)
    assert (topic.predicate, topic.value) == ("topic", "I would like to order two chairs.")
    assert (topic.source.turn_id, topic.status) == ("ses_1:3", FactStatus.STATED)


@pytest.mark.parametrize(
    "text",
    [
        "Quisiera pedir una cita para el martes.",
        "Je voudrais un rendez-vous mardi.",
        "Ich möchte gerne zwei Stühle bestellen.",
        "Gostaria de marcar uma consulta.",
    ],
)
def test_requests_are_heard_in_every_language(text: str) -> None:
    (topic,) = statements_of(a_transcript(f"c: {text}", language=None), None)
    assert topic.value == text


@pytest.mark.parametrize(
    "text",
    [
        "I'd prefer an email.",
        "Prefiero por la mañana.",
        "Je préfère le matin.",
        "Ich bevorzuge den Vormittag.",
        "Prefiro de manhã.",
    ],
)
def test_preferences_are_heard_in_every_language(text: str) -> None:
    said = statements_of(a_transcript(f"c: {text}", language=None), None)
    assert [(one.predicate, one.value) for one in said] == [("preference", text)]


def test_the_language_is_that_of_most_words() -> None:
    mixed = (*turns("c: hello there"), *turns("c: hola buenos días señora", language="es"))
    assert most_spoken(mixed) == "es"
    assert most_spoken(turns("c: hola", language="es")) is None
    assert most_spoken(turns("c: hola", language=None)) is None
    (language,) = statements_of(a_transcript("c: buenos días señora", language="es"), None)
    assert (language.predicate, language.value) == ("language", Language("es"))


def test_what_is_suspect_says_nothing() -> None:
    doubtful = tuple(
        replace(turn, suspect="wrong_script") for turn in turns("c: I would like a big chair.")
    )
    assert statements_of(Transcript.of(SESSION, doubtful), None) == ()


@pytest.mark.parametrize(
    ("text", "refuses"),
    [
        ("Please don't store my data.", True),
        ("Delete my data.", True),
        ("No guarden mis datos.", True),
        ("Ne gardez pas mes données.", True),
        ("Löschen Sie meine Daten.", True),
        ("Não guarde os meus dados.", True),
        ("Don't forget me!", False),
        ("I do not remember my number.", False),
    ],
)
def test_a_caller_can_refuse_to_be_remembered(text: str, refuses: bool) -> None:
    assert refuses_memory(turns(f"c: {text}")) is refuses


def test_a_summary_is_two_lines_without_contact_details() -> None:
    said = a_transcript("c: I would like to order two chairs.", "a: Sure.")
    lead = a_lead(ContactField.EMAIL, "sarah@example.com", FieldStatus.SPELLED)
    assert summary_text(said, lead, CloseReason.CALLER_GOODBYE) == (
        "asked about: I would like to order two chairs.\n"
        "left email (spelled); 1 caller turns; the caller said goodbye"
    )


def test_a_summary_does_not_write_down_what_must_not_be_stored() -> None:
    said = a_transcript("c: I need help with my diabetes.")
    assert summary_text(said, None, None) == (
        "asked about something that is not written down\n"
        "left no contact details; 1 caller turns; it broke off"
    )


def test_a_call_without_a_request_has_a_summary_too() -> None:
    assert summary_text(a_transcript("c: hello"), None, CloseReason.LEASE_EXPIRED) == (
        "asked about nothing that rules could tell\n"
        "left no contact details; 1 caller turns; it broke off"
    )
