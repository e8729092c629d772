from datetime import UTC, datetime

import pytest

from domain.contact_details import ContactField, parse_contact
from domain.errors import ConflictError, InvalidValueError, NotFoundError
from domain.ids import LeadId, TurnId, VoiceSessionId
from domain.lead import Evidence, FieldStatus, Lead

NOW = datetime(2026, 1, 1, tzinfo=UTC)
EMAIL = ContactField.EMAIL
HEARD = Evidence(turn_id=TurnId("t1"), quote="it's a at b dot de", start_ms=0, end_ms=900)
YES = Evidence(turn_id=TurnId("t2"), quote="yes", start_ms=2000, end_ms=2300)


def noted(value: str = "a@b.de", lead: Lead | None = None) -> Lead:
    lead = lead or Lead(id=LeadId("led"), session_id=VoiceSessionId("ses"))
    return lead.note(EMAIL, value, status=FieldStatus.STATED, evidence=(HEARD,), now=NOW)


def test_a_noted_value_is_not_yet_a_fact() -> None:
    lead = noted()
    assert lead.value_of(EMAIL) == "a@b.de"
    assert lead.fields[EMAIL].status is FieldStatus.STATED
    assert not lead.is_confirmed


def test_a_confirmed_value_rests_on_what_was_said_and_on_the_yes() -> None:
    lead = noted()
    lead = lead.confirm(EMAIL, lead.token(EMAIL), evidence=(YES,), now=NOW)
    assert lead.is_confirmed
    assert lead.fields[EMAIL].evidence == (HEARD, YES)
    assert [event.status for event in lead.events if hasattr(event, "status")] == [
        "stated",
        "confirmed",
    ]


def test_the_token_of_an_earlier_value_confirms_nothing() -> None:
    first = noted()
    changed = noted("c@d.de", first)
    with pytest.raises(ConflictError, match="changed since"):
        changed.confirm(EMAIL, first.token(EMAIL), evidence=(), now=NOW)


def test_confirming_twice_is_confirming_once() -> None:
    lead = noted()
    lead = lead.confirm(EMAIL, lead.token(EMAIL), evidence=(YES,), now=NOW)
    assert lead.confirm(EMAIL, "whatever", evidence=(YES,), now=NOW) is lead


def test_nothing_noted_means_nothing_to_confirm() -> None:
    with pytest.raises(NotFoundError):
        Lead(id=LeadId("led"), session_id=VoiceSessionId("ses")).token(EMAIL)


def test_a_declined_value_no_longer_stands_and_history_keeps_it() -> None:
    lead = noted().decline(EMAIL, now=NOW)
    assert lead.value_of(EMAIL) is None
    assert lead.fields[EMAIL].history[0].value == "a@b.de"
    assert not lead.is_confirmed
    with pytest.raises(NotFoundError):
        lead.token(EMAIL)


def test_read_backs_are_counted_over_corrections() -> None:
    assert noted("c@d.de", noted().decline(EMAIL, now=NOW)).fields[EMAIL].times_read_back == 2


def test_a_withdrawn_value_is_forgotten_everywhere() -> None:
    lead = noted().withdraw(EMAIL, now=NOW)
    assert "a@b.de" not in repr(lead)
    assert HEARD.quote not in repr(lead)
    assert lead.fields[EMAIL].status is FieldStatus.WITHDRAWN
    assert lead.without_events().events == ()


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (ContactField.EMAIL, " Sarah.Miller@GMAIL.com ", "sarah.miller@gmail.com"),
        (ContactField.PHONE, "(415) 555-0134", "+14155550134"),
        (ContactField.PHONE, "+44 20 7946 0958", "+442079460958"),
        (ContactField.NAME, "  Sarah  Miller. ", "Sarah Miller"),
        (ContactField.COMPANY, "Müller & Söhne", "Müller & Söhne"),
    ],
)
def test_contact_details_are_brought_into_form(field: ContactField, text: str, value: str) -> None:
    assert parse_contact(field, text, region="US") == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (ContactField.EMAIL, "sarah at gmail"),
        (ContactField.EMAIL, "a..b@gmail.com"),
        (ContactField.PHONE, "555"),
        (ContactField.PHONE, "call me"),
        (ContactField.NAME, "unknown"),
        (ContactField.NAME, "123"),
    ],
)
def test_what_is_no_contact_detail_is_refused_without_repeating_it(
    field: ContactField, text: str
) -> None:
    with pytest.raises(InvalidValueError) as refusal:
        parse_contact(field, text, region="US")
    assert text not in str(refusal.value)
