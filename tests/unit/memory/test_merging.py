"""Two contacts that become one."""

from dataclasses import replace
from datetime import timedelta

from domain.contact import Contact, Identity
from domain.contact_merge import (
    MergeSuggestion,
    SharedIdentity,
    needs_a_person,
    survivor_first,
)
from domain.ids import ContactId, FactId, SuggestionId
from domain.memory.fact import FactStatus
from domain.memory.merging import merged_facts
from tests.unit.memory.samples import LATER, NOW, SESSION, a_fact

HOUR = timedelta(hours=1)
STATED = FactStatus.STATED
MAIL = Identity.email("sarah@example.com", verified_at=NOW)
NUMBER = Identity.phone("+4915112345678", verified_at=NOW)
USER = Identity.user("u1", verified_at=NOW)
SHARED = SharedIdentity.of(MAIL, SESSION)


def a_contact(number: int, *identities: Identity, hours: int = 0) -> Contact:
    made = NOW + hours * HOUR
    return Contact(
        id=ContactId(f"con_{number}"), identities=identities, created_at=made, updated_at=made
    )


def suggested(one: str, other: str) -> MergeSuggestion:
    return MergeSuggestion.between(
        SuggestionId("mrg_1"), ContactId(one), ContactId(other), SHARED, now=NOW
    )


def test_a_later_confirmed_value_supersedes_whoever_knew_the_earlier_one() -> None:
    ours = a_fact("email", "old@example.com")
    theirs = a_fact("email", "new@example.com", valid_from=NOW + HOUR)
    assert merged_facts([theirs], [ours], now=NOW + HOUR) == (ours.replaced_by(theirs.id), theirs)
    assert merged_facts([ours], [theirs], now=NOW + HOUR) == (ours.replaced_by(theirs.id), theirs)


def test_what_was_only_stated_stands_beside_what_was_confirmed() -> None:
    ours = a_fact("name", "Sarah")
    theirs = a_fact("name", "Clara", status=STATED, valid_from=NOW + HOUR)
    assert merged_facts([ours], [theirs], now=NOW + HOUR) == (ours, theirs)


def test_the_same_value_is_known_once_for_as_long_as_the_longer_of_both() -> None:
    ours = a_fact("name", "Sarah")
    theirs = a_fact("name", "SARAH", valid_from=NOW + HOUR, expires_at=LATER + HOUR, status=STATED)
    kept, history = merged_facts([ours], [theirs], now=NOW + HOUR)
    assert kept == replace(ours, expires_at=LATER + HOUR)
    assert history == theirs.replaced_by(ours.id)


def test_preferences_of_both_stand_side_by_side() -> None:
    ours, theirs = a_fact("preference", "mornings"), a_fact("preference", "by mail")
    assert {fact.value for fact in merged_facts([ours], [theirs], now=NOW)} == {
        "mornings",
        "by mail",
    }


def test_history_comes_along_and_what_expired_does_not() -> None:
    past = a_fact("email", "a@example.com", superseded_by=FactId("gone"))
    expired = a_fact("topic", "a chair", expires_at=NOW)
    name = a_fact("name", "Sarah")
    assert merged_facts([name], [past, expired], now=NOW) == (past, name)


def test_one_person_is_known_by_all_and_as_old_as_the_older() -> None:
    ours = replace(a_contact(2, USER, hours=2), facts=(a_fact("name", "Sarah"),))
    theirs = replace(a_contact(1, MAIL, NUMBER), facts=(a_fact("company", "ACME"),))
    one = ours.absorb(theirs, now=NOW + HOUR)
    assert (one.id, one.created_at, one.updated_at) == ("con_2", NOW, NOW + HOUR)
    assert one.identities == (USER, MAIL, NUMBER)
    assert {fact.value for fact in one.facts} == {"Sarah", "ACME"}


def test_what_nobody_vouches_for_is_merely_stated_afterwards() -> None:
    theirs = replace(a_contact(1, MAIL), facts=(a_fact("company", "ACME"),))
    (fact,) = a_contact(2, USER).absorb(theirs, now=NOW, trusted=False).facts
    assert (fact.status, fact.confidence) == (STATED, 0.5)


def test_who_did_not_want_to_be_remembered_is_not_remembered_as_somebody_else() -> None:
    refuser = a_contact(1, USER).refuse_memory(now=NOW)
    known = replace(a_contact(2, MAIL), facts=(a_fact("name", "Sarah"),))
    for one in (refuser.absorb(known, now=NOW), known.absorb(refuser, now=NOW)):
        assert (one.facts, one.do_not_remember, one.identities) == ((), True, (USER,))


def test_the_backends_word_counts_before_age_and_age_before_all_else() -> None:
    old, young = a_contact(1, MAIL), a_contact(2, NUMBER, hours=1)
    vouched = a_contact(3, USER, hours=2)
    assert survivor_first(young, old) == (old, young)
    assert survivor_first(old, vouched) == (vouched, old)
    assert not needs_a_person(old, vouched)
    assert needs_a_person(vouched, a_contact(4, Identity.user("u2")))


def test_an_identity_counts_once_it_was_verified() -> None:
    contact = a_contact(1, MAIL, Identity.phone("+4915112345678"))
    assert contact.has_verified(Identity.email("sarah@example.com"))
    assert not contact.has_verified(NUMBER)
    assert contact.without_identity(MAIL).identities == (Identity.phone("+4915112345678"),)


def test_what_was_shared_is_told_by_whoever_is_still_known_by_it() -> None:
    stranger, sarah = a_contact(1, NUMBER), a_contact(2, MAIL)
    assert SHARED.value(stranger, sarah) == "sarah@example.com"
    assert SHARED.value(stranger) is None
    assert "sarah" not in SHARED.mark


def test_a_suggestion_is_the_same_whoever_is_named_first() -> None:
    assert suggested("con_2", "con_1") == suggested("con_1", "con_2")
    gone = suggested("con_1", "con_2").dismissed(now=NOW)
    assert gone.dismissed(now=LATER).dismissed_at == NOW


def test_a_suggestion_goes_over_to_who_absorbed_one_of_the_two() -> None:
    asked = suggested("con_2", "con_3")
    assert asked.handed_on(ContactId("con_3"), ContactId("con_2")) is None
    assert asked.handed_on(ContactId("con_3"), ContactId("con_1")) == suggested("con_1", "con_2")
    assert asked.handed_on(ContactId("con_2"), ContactId("con_1")) == suggested("con_1", "con_3")
