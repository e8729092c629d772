"""New statements against known facts."""

from datetime import timedelta
from itertools import count

from domain.ids import FactId
from domain.memory.fact import Fact, FactStatus, Statement
from domain.memory.remembering import Added, Change, Renewed, Superseded, applied, remember
from tests.unit.memory.samples import LATER, NOW, a_fact, a_statement

STATED, CONFIRMED = FactStatus.STATED, FactStatus.CONFIRMED


def changes(facts: list[Fact], *statements: Statement) -> tuple[Change, ...]:
    return remember(
        facts,
        statements,
        now=NOW,
        expires_at=LATER + timedelta(days=1),
        ids=(FactId(f"new-{number}") for number in count(1)),
    )


def current(facts: list[Fact], *statements: Statement) -> dict[str, str]:
    after = applied(facts, changes(facts, *statements))
    return {fact.id: fact.value for fact in after if fact.is_current(NOW)}


def test_what_is_new_is_added_with_its_source() -> None:
    (added,) = changes([], a_statement("name", "Sarah"))
    assert isinstance(added, Added)
    assert (added.fact.value, added.fact.source.turn_id) == ("Sarah", "ses_2:t")
    assert (added.fact.valid_from, added.fact.expires_at) == (NOW, LATER + timedelta(days=1))


def test_a_correction_supersedes_and_the_old_value_stays_as_history() -> None:
    old = a_fact("email", "old@example.com")
    (change,) = changes([old], a_statement("email", "new@example.com"))
    assert isinstance(change, Superseded)
    assert change.replaced == (old.id,)
    history, new = applied([old], [change])
    assert (history.value, history.superseded_by) == ("old@example.com", "new-1")
    assert (new.value, new.superseded_by) == ("new@example.com", None)


def test_saying_it_again_only_makes_it_last_longer() -> None:
    old = a_fact("name", "Sarah Miller")
    (change,) = changes([old], a_statement("name", "sarah miller", STATED))
    assert change == Renewed(fact_id=old.id, expires_at=LATER + timedelta(days=1))
    (renewed,) = applied([old], [change])
    assert (renewed.value, renewed.expires_at) == ("Sarah Miller", LATER + timedelta(days=1))


def test_nothing_is_made_to_last_shorter() -> None:
    lasting = a_fact("name", "Sarah", expires_at=LATER + timedelta(days=300))
    assert changes([lasting], a_statement("name", "Sarah")) == (
        Renewed(fact_id=lasting.id, expires_at=lasting.expires_at),
    )


def test_a_confirmation_takes_the_place_of_the_statement() -> None:
    stated = a_fact("name", "Sarah", status=STATED)
    assert current([stated], a_statement("name", "Sarah", CONFIRMED)) == {"new-1": "Sarah"}


def test_what_was_only_stated_stands_beside_what_was_confirmed() -> None:
    facts = [a_fact("email", "sure@example.com")]
    heard = a_statement("email", "maybe@example.com", STATED)
    assert list(current(facts, heard).values()) == ["sure@example.com", "maybe@example.com"]
    confirmed = a_statement("email", "maybe@example.com", CONFIRMED)
    assert current(facts, heard, confirmed) == {"new-2": "maybe@example.com"}


def test_the_later_of_two_statements_wins() -> None:
    said = [a_statement("topic", one, STATED) for one in ("I need a chair.", "I need a table.")]
    assert current([], *said) == {"new-2": "I need a table."}


def test_preferences_stand_side_by_side() -> None:
    facts = [a_fact("preference", "I prefer mornings.", status=STATED)]
    beside = a_statement("preference", "I'd prefer an e-mail.", STATED)
    assert len(current(facts, beside)) == 2
    again = a_statement("preference", "I prefer mornings.", CONFIRMED)
    assert current(facts, again) == {"new-1": "I prefer mornings."}


def test_what_expired_or_was_superseded_is_not_compared_with() -> None:
    gone = [
        a_fact("name", "Sarah", expires_at=NOW),
        a_fact("name", "Sara", superseded_by=FactId("name/Sarah")),
    ]
    (change,) = changes(gone, a_statement("name", "Sara", STATED))
    assert isinstance(change, Added)


def test_what_must_not_be_stored_changes_nothing() -> None:
    assert changes([], a_statement("topic", "My password is swordfish.")) == ()
