"""How far an extracted value can be trusted, and what it rests on."""

from domain.contact_details import ContactField
from domain.lead import FieldStatus
from tests.unit.lead_extraction.reading import read


def test_a_value_that_was_read_back_and_accepted_is_confirmed() -> None:
    found = read("a:Email?", "u:anna at gmail dot com", "a:anna@gmail.com, right?", "u:Yes.")
    held = found.fields[ContactField.EMAIL]
    assert (held.status, [claim.turn for claim in held.evidence]) == (FieldStatus.CONFIRMED, [1, 3])


def test_a_value_that_was_read_back_and_refused_is_gone() -> None:
    found = read("a:Email?", "u:anna at gmail dot com", "a:anna@gmail.com, right?", "u:No.")
    held = found.fields[ContactField.EMAIL]
    assert (held.value, held.status) == (None, FieldStatus.DECLINED)


def test_a_withdrawn_field_says_so_and_keeps_its_history() -> None:
    found = read("a:Number?", "u:It's 415-555-0132.", "u:Please delete my number.")
    held = found.fields[ContactField.PHONE]
    assert (held.value, held.status) == (None, FieldStatus.WITHDRAWN)
    assert len(held.history) == 2


def test_a_spelled_name_is_worth_more_than_a_stated_one() -> None:
    stated = read("a:Your name?", "u:Anna Bell.").fields[ContactField.NAME]
    spelled = read("a:Your name?", "u:Anna Bell.", "a:Spell it?", "u:B, E, L, L, E.").fields[
        ContactField.NAME
    ]
    assert (spelled.value, spelled.status) == ("Anna Belle", FieldStatus.SPELLED)
    assert spelled.confidence > stated.confidence


def test_the_evidence_is_the_words_themselves() -> None:
    line = "It's anna at gmail dot com, thanks."
    claim = read("a:Email?", f"u:{line}").fields[ContactField.EMAIL].evidence[0]
    assert line[claim.start : claim.end] == "anna at gmail dot com"


def test_a_call_in_which_nobody_says_anything_brings_nothing() -> None:
    assert read("a:Hello?").fields == {}
