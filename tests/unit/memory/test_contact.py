"""A person who calls."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.caller_identity import confirmed_identities, vouched_identity
from domain.contact import Contact, Identity, IdentityKind
from domain.contact_details import ContactField
from domain.errors import InvalidValueError, NotFoundError
from domain.ids import ContactId, FactId, LeadId, UserId
from domain.lead import FieldStatus, Lead
from domain.memory.fact import Fact, FactStatus
from domain.memory.remembering import Added
from tests.unit.memory.samples import LATER, NOW, SESSION, a_fact

HOUR = timedelta(hours=1)


def a_contact(*facts: Fact) -> Contact:
    return Contact(
        id=ContactId("con_1"),
        identities=(Identity.user("u1", verified_at=NOW), Identity.email("a@example.com")),
        facts=facts,
        created_at=NOW,
        updated_at=NOW,
    )


def test_identities_are_written_in_one_way() -> None:
    assert Identity.phone("+49 151 123-45678").value == "+4915112345678"
    assert Identity.email("Sarah@Example.COM").value == "sarah@example.com"
    with pytest.raises(InvalidValueError):
        Identity.phone("0151 12345678")


def test_an_identity_is_held_once_whenever_it_was_verified() -> None:
    later = Identity.email("a@example.com", verified_at=NOW)
    contact = a_contact().with_identity(later)
    assert contact.identities == (Identity.user("u1", verified_at=NOW), later)
    assert contact.has(Identity.email("a@example.com"))
    assert not contact.has(Identity.email("b@example.com"))


def test_the_name_that_holds_is_the_newest_confirmed_one() -> None:
    heard = a_fact("name", "Clara", status=FactStatus.STATED, valid_from=NOW + HOUR)
    contact = a_contact(a_fact("name", "Sarah"), heard)
    assert contact.is_called("SARAH", NOW)
    assert not contact.is_called("Clara", NOW)
    assert not contact.is_called("Sarah", LATER)
    assert contact.current("email", NOW) is None


def test_remembering_drops_what_expired() -> None:
    old, new = a_fact("topic", "old", expires_at=NOW + HOUR), a_fact("name", "Sarah")
    contact = a_contact(old).remember([Added(fact=new)], now=NOW + HOUR)
    assert (contact.facts, contact.updated_at) == ((new,), NOW + HOUR)


def test_a_withdrawn_fact_takes_the_values_it_superseded_with_it() -> None:
    first = a_fact("email", "1@example.com", id=FactId("f1"), superseded_by=FactId("f2"))
    second = a_fact("email", "2@example.com", id=FactId("f2"), superseded_by=FactId("f3"))
    third = a_fact("email", "3@example.com", id=FactId("f3"))
    name = a_fact("name", "Sarah")
    contact = a_contact(first, second, third, name)
    assert contact.withdraw(FactId("f3"), now=NOW).facts == (name,)
    assert contact.withdraw(FactId("f1"), now=NOW).facts == (second, third, name)
    with pytest.raises(NotFoundError):
        contact.withdraw(FactId("f9"), now=NOW)


def test_nobody_is_known_by_an_address_that_was_withdrawn() -> None:
    mail, name = a_fact("email", "a@example.com"), a_fact("name", "u1")
    left = a_contact(mail, name).withdraw(mail.id, now=NOW).withdraw(name.id, now=NOW)
    assert left.identities == (Identity.user("u1", verified_at=NOW),)


def test_withdrawing_a_kind_takes_its_identities_too() -> None:
    contact = a_contact(a_fact("email", "a@example.com"), a_fact("name", "Sarah"))
    left = contact.withdraw_all("email", now=NOW + HOUR)
    assert [fact.predicate for fact in left.facts] == ["name"]
    assert [one.kind for one in left.identities] == [IdentityKind.USER]


def test_who_refuses_memory_is_known_by_the_backends_word_only() -> None:
    left = a_contact(a_fact("name", "Sarah")).refuse_memory(now=NOW + HOUR)
    assert (left.facts, left.do_not_remember) == ((), True)
    assert left.identities == (Identity.user("u1", verified_at=NOW),)


@pytest.mark.parametrize("nobody", [None, "unknown", "Anonymous", " "])
def test_the_backend_may_not_know_who_calls(nobody: str | None) -> None:
    assert vouched_identity(UserId(nobody) if nobody else None) is None


def test_the_backend_vouches_for_who_calls() -> None:
    assert vouched_identity(UserId("u1"), now=NOW) == Identity.user("u1", verified_at=NOW)


def test_only_confirmed_details_say_who_calls() -> None:
    lead = Lead(id=LeadId("led_1"), session_id=SESSION)
    for field, value in (
        (ContactField.EMAIL, "a@example.com"),
        (ContactField.PHONE, "+4915112345678"),
    ):
        lead = lead.note(field, value, status=FieldStatus.SPELLED, evidence=(), now=NOW)
    assert confirmed_identities(None) == confirmed_identities(lead) == ()
    token = lead.token(ContactField.EMAIL)
    sure = lead.confirm(ContactField.EMAIL, token, evidence=(), now=NOW + HOUR)
    assert confirmed_identities(sure) == (
        replace(Identity.email("a@example.com"), verified_at=NOW + HOUR),
    )
