"""Callers who turn out to be somebody we know already."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from application.contact_queries import ContactQueries
from application.use_cases.memory.dismiss_merge import DismissMerge, DismissMergeCommand
from application.use_cases.memory.merge_contacts import MergeContacts, MergeContactsCommand
from application.use_cases.memory.remember_call import RememberCallCommand, Remembered
from application.use_cases.memory.withdraw_fact import WithdrawFactCommand
from domain.contact import Contact, Identity
from domain.contact_details import ContactField
from domain.contact_merge import MergeDecision
from domain.errors import InvalidValueError, NotFoundError, UnavailableError
from domain.ids import ContactId, SuggestionId
from domain.memory.fact import FactStatus
from tests.unit.memory.conftest import SARAH, Memory, Played

NAME, EMAIL, PHONE = ContactField.NAME, ContactField.EMAIL, ContactField.PHONE
COMPANY = ContactField.COMPANY
MAIL, NUMBER = "sarah@example.com", "+4915112345678"
BY_MAIL = Played(user="unknown", confirmed={EMAIL: MAIL, NAME: "Sarah"})
BY_NUMBER = Played(user="unknown", confirmed={PHONE: NUMBER, COMPANY: "ACME"})
BOTH = Played(user="unknown", confirmed={PHONE: NUMBER, EMAIL: MAIL})
ALSO_MAIL = Played(user="user-2", confirmed={EMAIL: MAIL})


async def history(memory: Memory, contact_id: str) -> dict[str, str | None]:
    found = await queries(memory).history(ContactId(contact_id))
    return {
        one.absorbed_id: one.shared.value(found.contact) if one.shared else None
        for one in found.merges
    }


def queries(memory: Memory) -> ContactQueries:
    return ContactQueries(unit_of_work=memory.store.unit_of_work, clock=memory.clock)


async def suggestions(memory: Memory) -> Sequence[tuple[str, str]]:
    found = await queries(memory).suggested_merges(after=None, limit=9)
    return [(one.contacts[0].id, one.contacts[1].id) for one in found]


async def merge(memory: Memory, contact_id: str, absorb: str) -> Contact:
    use_case = MergeContacts(unit_of_work=memory.store.unit_of_work, clock=memory.clock)
    command = MergeContactsCommand(contact_id=ContactId(contact_id), absorb=ContactId(absorb))
    return await use_case.execute(command)


async def dismiss(memory: Memory, suggestion_id: str) -> None:
    use_case = DismissMerge(unit_of_work=memory.store.unit_of_work, clock=memory.clock)
    await use_case.execute(DismissMergeCommand(suggestion_id=SuggestionId(suggestion_id)))


async def play(memory: Memory, *calls: Played) -> None:
    for call in calls:
        await memory.clock.advance(seconds=60)
        assert await memory.play_and_remember(call) is Remembered.KEPT


async def test_a_caller_who_confirms_what_two_are_known_by_makes_them_one(memory: Memory) -> None:
    await play(memory, BY_MAIL, BY_NUMBER, BOTH)

    assert await memory.contacts() == 1
    contact = await memory.contact(Identity.phone(NUMBER))
    assert contact.id == "con_000001"
    assert contact.has_verified(Identity.email(MAIL))
    assert {"Sarah", "ACME", MAIL, NUMBER} <= {fact.value for fact in contact.facts}
    assert await history(memory, "con_000001") == {"con_000002": MAIL}
    known = await queries(memory).memory(contact.id)
    assert [one.session_id for one in known.summaries] == ["ses_003", "ses_002", "ses_001"]


async def test_who_was_absorbed_is_found_under_the_old_id(memory: Memory) -> None:
    await play(memory, BY_MAIL, BY_NUMBER, BOTH)
    absorbed = ContactId("con_000002")

    assert (await queries(memory).contact(absorbed)).id == "con_000001"
    assert (await queries(memory).memory(absorbed)).contact.id == "con_000001"
    (company,) = [
        one for one in (await queries(memory).contact(absorbed)).facts if one.predicate == "company"
    ]
    await memory.withdraw.execute(WithdrawFactCommand(contact_id=absorbed, fact_id=company.id))
    assert not (await queries(memory).contact(absorbed)).current("company", memory.clock.now())
    with pytest.raises(NotFoundError):
        await queries(memory).contact(ContactId("con_9"))


async def test_the_one_the_backend_vouches_for_survives_an_older_one(memory: Memory) -> None:
    await play(memory, BY_MAIL, Played(confirmed={NAME: "Sarah"}), Played(confirmed={EMAIL: MAIL}))

    contact = await memory.contact()
    assert (contact.id, await memory.contacts()) == ("con_000002", 1)
    assert await history(memory, contact.id) == {"con_000001": MAIL}
    assert contact.created_at < contact.updated_at


async def test_a_first_call_that_the_backend_vouches_for_may_be_an_old_acquaintances(
    memory: Memory,
) -> None:
    await play(memory, BY_MAIL, Played(confirmed={EMAIL: MAIL}))

    assert ((await memory.contact()).id, await memory.contacts()) == ("con_000001", 1)
    assert await history(memory, "con_000001") == {}


async def test_on_a_strangers_word_what_is_merged_counts_as_stated(memory: Memory) -> None:
    await play(memory, Played(confirmed={EMAIL: MAIL}), BY_NUMBER, BOTH)

    contact = await memory.contact()
    assert await history(memory, contact.id) == {"con_000002": MAIL}
    company = contact.current("company", memory.clock.now())
    assert company is not None
    assert (company.value, company.status) == ("ACME", FactStatus.STATED)


async def test_two_whom_the_backend_knows_are_only_suggested_to_a_person(memory: Memory) -> None:
    await play(memory, Played(confirmed={EMAIL: MAIL}), ALSO_MAIL, ALSO_MAIL)

    assert await memory.contacts() == 2
    assert await suggestions(memory) == [("con_000001", "con_000002")]
    assert (await memory.contact(Identity.email(MAIL))).id == "con_000001"


async def test_a_person_merges_what_was_suggested(memory: Memory) -> None:
    await play(memory, Played(confirmed={EMAIL: MAIL}), ALSO_MAIL)

    merged = await merge(memory, "con_000002", "con_000001")
    assert (merged.id, await memory.contacts()) == ("con_000002", 1)
    assert merged.has(Identity.user(SARAH))
    assert merged.has(Identity.user("user-2"))
    (done,) = (await queries(memory).history(merged.id)).merges
    assert done.decided_by is MergeDecision.PERSON
    assert done.shared is not None
    assert done.shared.value(merged) == MAIL
    assert (done.identities, done.summaries) == (2, 1)
    assert await suggestions(memory) == []
    assert await merge(memory, "con_000002", "con_000001") == merged


async def test_a_person_may_merge_what_nobody_suggested(memory: Memory) -> None:
    await play(memory, BY_MAIL, BY_NUMBER)
    await merge(memory, "con_000002", "con_000001")
    assert await history(memory, "con_000002") == {"con_000001": None}
    with pytest.raises(InvalidValueError):
        await merge(memory, "con_000002", "con_000002")
    with pytest.raises(NotFoundError):
        await merge(memory, "con_000002", "con_9")


async def test_a_suggestion_that_a_person_dismissed_is_not_made_again(memory: Memory) -> None:
    await play(memory, Played(confirmed={EMAIL: MAIL}), ALSO_MAIL)
    await dismiss(memory, "mrg_000001")
    await play(memory, ALSO_MAIL)
    assert await suggestions(memory) == []
    with pytest.raises(NotFoundError):
        await dismiss(memory, "mrg_9")


async def test_merges_and_suggestions_go_over_to_who_absorbs_them(memory: Memory) -> None:
    await play(memory, Played(confirmed={EMAIL: MAIL}), ALSO_MAIL, BY_NUMBER)
    third = Played(user="user-3", confirmed={PHONE: "+4915199999999"})
    await play(memory, third)
    await merge(memory, "con_000002", "con_000003")
    await merge(memory, "con_000004", "con_000002")

    assert await history(memory, "con_000003") == {"con_000002": None, "con_000003": None}
    assert (await queries(memory).contact(ContactId("con_000003"))).id == "con_000004"
    assert await suggestions(memory) == [("con_000001", "con_000004")]


async def test_what_was_never_verified_merges_nobody_and_goes_to_who_confirms_it(
    memory: Memory,
) -> None:
    await play(memory, BY_NUMBER)
    hearsay = (await memory.contact(Identity.phone(NUMBER))).with_identity(Identity.email(MAIL))
    async with memory.store.unit_of_work() as uow:
        await uow.contacts.save(hearsay)
        await uow.commit()
    await play(memory, BY_MAIL)

    assert await memory.contacts() == 2
    assert (await memory.contact(Identity.email(MAIL))).id == "con_000002"
    assert not (await memory.contact(Identity.phone(NUMBER))).has(Identity.email(MAIL))


async def test_a_merge_that_was_not_committed_did_not_happen_and_is_done_once(
    memory: Memory,
) -> None:
    await play(memory, BY_MAIL, BY_NUMBER)
    session_id = await memory.play(BOTH)
    memory.store.fail_next(UnavailableError("away"))
    with pytest.raises(UnavailableError):
        await memory.remember.execute(RememberCallCommand(session_id=session_id))
    assert await memory.contacts() == 2
    command = RememberCallCommand(session_id=session_id)
    outcomes = [await memory.remember.execute(command) for _ in range(2)]
    assert outcomes == [Remembered.KEPT, Remembered.ALREADY]
    assert await memory.contacts() == 1


async def test_refusers_keep_nothing_of_whom_they_absorb(memory: Memory) -> None:
    await play(memory, BY_MAIL)
    refusal = replace(ALSO_MAIL, lines=("c: Please don't store my data.",), confirmed={})
    assert await memory.play_and_remember(refusal) is Remembered.REFUSED

    merged = await merge(memory, "con_000001", "con_000002")
    assert (merged.do_not_remember, merged.facts) == (True, ())
    assert not (await queries(memory).memory(merged.id)).summaries
