"""What is kept of a call that is over."""

from datetime import timedelta

import pytest

from application.use_cases.memory.erase_contact import EraseContactCommand
from application.use_cases.memory.remember_call import RememberCallCommand, Remembered
from application.use_cases.memory.withdraw_fact import WithdrawFactCommand
from domain.contact import Identity
from domain.contact_details import ContactField
from domain.erasure import ErasedKind
from domain.errors import InvalidTransitionError, NotFoundError, UnavailableError
from domain.ids import ContactId, FactId, VoiceSessionId
from domain.memory.fact import FactStatus
from tests.unit.memory.conftest import SARAH, Memory, Played

NAME, EMAIL, PHONE = ContactField.NAME, ContactField.EMAIL, ContactField.PHONE
MAIL = "sarah@example.com"
NUMBER = "+4915112345678"
ORDER = Played(
    lines=(
        "a: Hello!",
        "c: I would like to order two chairs.",
        "a: We will call you back on Monday.",
    ),
    confirmed={NAME: "Sarah Miller", EMAIL: MAIL},
    stated={PHONE: NUMBER},
)


async def test_a_call_becomes_facts_a_summary_and_commitments(memory: Memory) -> None:
    assert await memory.play_and_remember(ORDER) is Remembered.KEPT
    contact = await memory.contact()
    now = memory.clock.now()
    assert await memory.facts() == {
        "name": "Sarah Miller",
        "email": MAIL,
        "phone": NUMBER,
        "language": "en",
        "topic": "I would like to order two chairs.",
    }
    assert {fact.predicate for fact in contact.facts if fact.status is FactStatus.CONFIRMED} == {
        "name",
        "email",
    }
    assert {fact.source.session_id for fact in contact.facts} == {"ses_001"}
    assert {fact.expires_at for fact in contact.facts} == {now + timedelta(days=90)}
    (summary,) = await memory.summaries()
    assert (summary.made_by, summary.language) == ("rules/1", "en")
    assert summary.text.startswith("asked about: I would like to order two chairs.\n")
    assert [one.text for one in summary.commitments] == ["We will call you back on Monday."]


async def test_only_what_was_confirmed_says_who_calls(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    now = memory.clock.now()
    assert set((await memory.contact()).identities) == {
        Identity.user(SARAH, verified_at=now),
        Identity.email(MAIL, verified_at=now),
    }


async def test_a_call_is_dealt_with_once(memory: Memory) -> None:
    session_id = await memory.play(ORDER)
    command = RememberCallCommand(session_id=session_id)
    assert await memory.remember.execute(command) is Remembered.KEPT
    before = await memory.contact()
    assert await memory.remember.execute(command) is Remembered.ALREADY
    assert await memory.contact() == before


async def test_a_store_that_fails_at_the_commit_leaves_nothing_and_it_is_done_again(
    memory: Memory,
) -> None:
    session_id = await memory.play(ORDER)
    memory.store.fail_next(UnavailableError("away"))
    with pytest.raises(UnavailableError):
        await memory.remember_calls_now()
    assert await memory.contacts() == 0
    assert await memory.remember_calls_now() == 1
    assert await memory.remember_calls_now() == 0
    assert (await memory.contact()).facts[0].source.session_id == session_id


async def test_a_call_that_goes_on_is_not_remembered(memory: Memory) -> None:
    session = await memory.begin(ORDER)
    with pytest.raises(InvalidTransitionError):
        await memory.remember.execute(RememberCallCommand(session_id=session.id))
    with pytest.raises(NotFoundError):
        await memory.remember.execute(RememberCallCommand(session_id=VoiceSessionId("ses_9")))


async def test_a_call_that_breaks_does_not_hold_up_the_others(memory: Memory) -> None:
    broken = await memory.play(ORDER)
    good = await memory.play(Played(user="user-2"))
    memory.store.fail_next(KeyError("a mistake of ours"))
    assert await memory.remember_calls_now() == 1
    async with memory.store.unit_of_work() as uow:
        assert await uow.remembered_sessions.has(good)
        assert not await uow.remembered_sessions.has(broken)
    assert await memory.remember_calls_now() == 1


async def test_a_call_settles_before_it_is_looked_at(memory: Memory) -> None:
    await memory.play(ORDER)
    assert await memory.remember_calls.execute() == 0


async def test_a_call_that_never_works_is_given_up_some_day(memory: Memory) -> None:
    await memory.play(ORDER)
    await memory.clock.advance(seconds=8 * 86400)
    assert await memory.remember_calls.execute() == 0


async def test_nobody_in_particular_is_not_remembered(memory: Memory) -> None:
    anonymous = Played(user="unknown", stated={EMAIL: MAIL})
    assert await memory.play_and_remember(anonymous) is Remembered.ANONYMOUS
    assert await memory.contacts() == 0


async def test_an_agent_without_memory_keeps_nothing(memory: Memory) -> None:
    assert await memory.play_and_remember(ORDER, agent="forgetful") is Remembered.SWITCHED_OFF
    assert await memory.contacts() == 0


async def test_a_call_without_a_word_of_the_caller_is_no_call(memory: Memory) -> None:
    silent = Played(lines=("a: Hello? Is anybody there?",))
    assert await memory.play_and_remember(silent) is Remembered.NOTHING_SAID
    assert await memory.contacts() == 0


async def test_a_confirmed_number_brings_an_unknown_caller_back_together(memory: Memory) -> None:
    first = Played(user="unknown", confirmed={PHONE: NUMBER, NAME: "Sarah"})
    second = Played(user="unknown", confirmed={PHONE: NUMBER, EMAIL: MAIL})
    for call in (first, second):
        assert await memory.play_and_remember(call) is Remembered.KEPT
    assert await memory.contacts() == 1
    contact = await memory.contact(Identity.phone(NUMBER))
    assert contact.has(Identity.email(MAIL))
    assert contact.is_called("Sarah", memory.clock.now())


async def test_an_identity_of_somebody_else_is_not_taken_over(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    thief = Played(user="user-thief", confirmed={EMAIL: MAIL, NAME: "Thief"})
    assert await memory.play_and_remember(thief) is Remembered.KEPT
    assert await memory.contacts() == 2
    assert (await memory.contact(Identity.email(MAIL))).has(Identity.user(SARAH))
    assert (await memory.facts())["name"] == "Sarah Miller"


async def test_who_is_not_vouched_for_corrects_nothing_of_who_is(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    claim = Played(
        user="unknown", confirmed={EMAIL: MAIL, NAME: "Thief"}, withdrawn=(ContactField.PHONE,)
    )
    assert await memory.play_and_remember(claim) is Remembered.KEPT
    assert (await memory.contact()).is_called("Sarah Miller", memory.clock.now())
    assert (await memory.facts())["phone"] == NUMBER


async def test_what_the_caller_withdraws_goes_with_its_history(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    quoted = Played(lines=(f"c: I would like an answer to {MAIL}.",), confirmed={EMAIL: MAIL})
    await memory.play_and_remember(quoted)
    assert len(await memory.summaries()) == 2
    await memory.play_and_remember(Played(withdrawn=(EMAIL,)))
    contact = await memory.contact()
    assert "email" not in {fact.predicate for fact in contact.facts}
    assert not contact.has(Identity.email(MAIL))
    assert not any(one.mentions(MAIL) for one in await memory.summaries())


async def test_who_refuses_memory_is_not_remembered_then_or_later(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    refusal = Played(lines=("c: Please don't store my data.",))
    assert await memory.play_and_remember(refusal) is Remembered.REFUSED
    contact = await memory.contact()
    assert (contact.facts, contact.do_not_remember) == ((), True)
    assert await memory.summaries() == []
    assert await memory.play_and_remember(ORDER) is Remembered.REFUSED
    assert (await memory.contact()).facts == ()
    assert await memory.brief() is None


async def test_who_is_not_vouched_for_cannot_have_another_forgotten(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    claim = Played(
        user="unknown", lines=("c: Please don't store my data.",), confirmed={EMAIL: MAIL}
    )
    assert await memory.play_and_remember(claim) is Remembered.REFUSED
    assert (await memory.facts())["name"] == "Sarah Miller"


async def test_promises_are_done_when_the_caller_says_so(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    await memory.play_and_remember(Played())
    await memory.play_and_remember(Played(lines=("c: Hi, that has been sorted, thanks.",)))
    assert not any(one.open_commitments for one in await memory.summaries())
    assert len(await memory.summaries()) == 3


async def test_memory_ends_with_its_time(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    await memory.clock.advance(seconds=89 * 86400)
    assert await memory.forget.execute() == 0
    await memory.clock.advance(seconds=86400)
    assert await memory.brief() is not None
    assert await memory.forget.execute() == 6
    assert await memory.contacts() == 0


async def test_a_withdrawn_fact_takes_the_summaries_that_quote_it(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    await memory.play_and_remember(Played(lines=("c: I need a price for a table.",)))
    contact = await memory.contact()
    topic = contact.current("topic", memory.clock.now())
    assert topic is not None
    await memory.withdraw.execute(WithdrawFactCommand(contact_id=contact.id, fact_id=topic.id))
    assert "topic" not in {fact.predicate for fact in (await memory.contact()).facts}
    assert await memory.summaries() == []
    assert await memory.remember_calls_now() == 0
    with pytest.raises(NotFoundError):
        await memory.withdraw.execute(
            WithdrawFactCommand(contact_id=contact.id, fact_id=FactId("fct_9"))
        )


async def test_an_erased_contact_stays_erased(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    contact = await memory.contact()
    erasure = await memory.erase.execute(EraseContactCommand(contact_id=contact.id))
    receipt = erasure.receipt
    assert (erasure.contact_id, receipt.at) == (contact.id, memory.clock.now())
    kinds = (ErasedKind.IDENTITIES, ErasedKind.FACTS, ErasedKind.SUMMARIES)
    assert [receipt.erased[kind] for kind in kinds] == [2, 5, 1]
    assert await memory.remember_calls_now() == 0
    assert await memory.contacts() == 0
    with pytest.raises(NotFoundError):
        await memory.erase.execute(EraseContactCommand(contact_id=ContactId("con_9")))


async def test_a_call_that_was_still_to_be_read_does_not_bring_an_erased_contact_back(
    memory: Memory,
) -> None:
    await memory.play_and_remember(ORDER)
    contact = await memory.contact()
    await memory.play(ORDER)
    other = await memory.play(Played(user="user-2"))
    await memory.play(Played(user="unknown"))
    await memory.erase.execute(EraseContactCommand(contact_id=contact.id))
    assert await memory.remember_calls_now() == 2
    assert await memory.contacts() == 1
    async with memory.store.unit_of_work() as uow:
        assert await uow.remembered_sessions.has(other)
