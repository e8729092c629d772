from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.contact_details import ContactField
from domain.crm import (
    ContactKeys,
    CrmReview,
    Difference,
    ReviewDecision,
    Update,
    UpdatePolicy,
    confirmed_details,
    is_same,
    update_of,
)
from domain.errors import ConflictError
from domain.ids import LeadId, ReviewId, TurnId, VoiceSessionId
from domain.lead import Evidence, FieldStatus, Lead

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HEARD = (Evidence(turn_id=TurnId("t"), quote="it is", start_ms=0, end_ms=1),)
NAME, EMAIL, PHONE = ContactField.NAME, ContactField.EMAIL, ContactField.PHONE


def a_lead(**statuses: FieldStatus) -> Lead:
    lead = Lead(id=LeadId("led"), session_id=VoiceSessionId("ses"))
    for name, status in statuses.items():
        noted = lead.note(
            ContactField(name), "x", status=FieldStatus.STATED, evidence=HEARD, now=NOW
        )
        match status:
            case FieldStatus.CONFIRMED:
                token = noted.token(ContactField(name))
                lead = noted.confirm(ContactField(name), token, evidence=HEARD, now=NOW)
            case FieldStatus.WITHDRAWN:
                lead = noted.withdraw(ContactField(name), now=NOW)
            case _:
                lead = noted
    return lead


def test_only_what_was_confirmed_leaves_us() -> None:
    lead = a_lead(name=FieldStatus.CONFIRMED, email=FieldStatus.STATED, phone=FieldStatus.WITHDRAWN)
    assert confirmed_details(lead) == {NAME: "x"}


def test_empty_fields_are_filled_and_others_left_to_a_person() -> None:
    update = update_of(
        {NAME: "Ada Löwe", EMAIL: " "}, {NAME: "Ida", EMAIL: "a@b.org"}, UpdatePolicy.FILL
    )
    assert update == Update(
        patch={EMAIL: "a@b.org"},
        differences=(Difference(field=NAME, held="Ada Löwe", offered="Ida"),),
    )


def test_who_is_told_to_overwrite_asks_nobody() -> None:
    update = update_of({NAME: "Ada"}, {NAME: "Ida", PHONE: "+1"}, UpdatePolicy.OVERWRITE)
    assert update == Update(patch={NAME: "Ida", PHONE: "+1"})


@pytest.mark.parametrize(
    ("name", "held", "offered"),
    [
        (NAME, "ada  LÖWE", "Ada Löwe"),
        (EMAIL, "Ada@Example.org", "ada@example.org"),
        (PHONE, "+1 (415) 555-0132", "+14155550132"),
        (PHONE, "0014155550132", "+14155550132"),
    ],
)
def test_the_same_in_another_form_is_no_difference(
    name: ContactField, held: str, offered: str
) -> None:
    assert is_same(name, held, offered)
    assert update_of({name: held}, {name: offered}, UpdatePolicy.OVERWRITE) == Update(patch={})


def test_a_key_is_marked_without_being_told() -> None:
    by_email = ContactKeys.of({EMAIL: "Ada@example.org", PHONE: "+14155550132"})
    assert by_email.mark == ContactKeys(email="ada@example.org").mark
    assert by_email.mark != ContactKeys(phone="+14155550132").mark
    assert "ada" not in by_email.mark
    assert by_email.are_any
    assert not ContactKeys.of({NAME: "Ada"}).are_any


def test_a_difference_is_decided_once() -> None:
    review = CrmReview(
        id=ReviewId("rev"),
        contact_id="c",
        lead_id=LeadId("led"),
        session_id=VoiceSessionId("ses"),
        difference=Difference(field=NAME, held="Ada", offered="Ida"),
        created_at=NOW,
    )
    kept = review.decide(ReviewDecision.KEEP, now=NOW)
    assert kept == replace(review, decision=ReviewDecision.KEEP, decided_at=NOW)
    assert kept.decide(ReviewDecision.KEEP, now=NOW) is kept
    with pytest.raises(ConflictError):
        kept.decide(ReviewDecision.REPLACE, now=NOW)
