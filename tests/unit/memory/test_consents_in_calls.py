"""What callers forbid is kept, whatever else is."""

from datetime import timedelta

import pytest

from application.use_cases.memory.change_consents import ChangeConsents, ChangeConsentsCommand
from application.use_cases.memory.remember_call import Remembered
from domain.consent import ConsentAnswer, ConsentKind, ConsentSource
from domain.contact import Identity
from domain.contact_details import ContactField
from domain.errors import NotFoundError
from domain.ids import ContactId
from tests.unit.memory.conftest import Memory, Played

EMAIL, PHONE = ContactField.EMAIL, ContactField.PHONE
MAIL, NUMBER = "sarah@example.com", "+4915112345678"
NO_CALLS = ("a: Hello!", "c: Take me off your list.")
FORGET = (*NO_CALLS, "c: Please don't store my data.")
CALLS, MEMORY, RECORDING = ConsentKind.CALLS, ConsentKind.MEMORY, ConsentKind.RECORDING
GRANTED, REFUSED = ConsentAnswer.GRANTED, ConsentAnswer.REFUSED


async def change(memory: Memory, /, **answers: ConsentAnswer) -> None:
    use_case = ChangeConsents(unit_of_work=memory.store.unit_of_work, clock=memory.clock)
    told = {ConsentKind(kind): answer for kind, answer in answers.items()}
    await use_case.execute(ChangeConsentsCommand(contact_id=ContactId("con_000001"), answers=told))


async def test_a_caller_is_taken_off_the_list_with_evidence(memory: Memory) -> None:
    assert await memory.play_and_remember(Played(lines=NO_CALLS)) is Remembered.KEPT
    said = (await memory.contact()).do_not_call
    assert said is not None
    assert (said.source, said.turn_id) == (ConsentSource.CALLER, "ses_001:1")
    assert said.at == memory.clock.now() + timedelta(seconds=1)


async def test_who_has_us_remember_nothing_is_not_called_either(memory: Memory) -> None:
    assert await memory.play_and_remember(Played(lines=FORGET)) is Remembered.REFUSED
    contact = await memory.contact()
    assert (contact.do_not_remember, contact.facts) == (True, ())
    assert contact.do_not_call is not None
    refused = contact.consent(MEMORY)
    assert refused is not None
    assert refused.turn_id == "ses_001:2"


async def test_an_agent_without_memory_keeps_that_and_nothing_else(memory: Memory) -> None:
    call = Played(user="unknown", lines=NO_CALLS, confirmed={PHONE: NUMBER})
    outcome = await memory.play_and_remember(call, agent="forgetful")
    contact = await memory.contact(Identity.phone(NUMBER))
    assert (outcome, contact.facts) == (Remembered.SWITCHED_OFF, ())
    assert contact.do_not_call is not None


async def test_a_stranger_who_is_to_be_forgotten_is_still_not_called(memory: Memory) -> None:
    call = Played(user="unknown", lines=FORGET, confirmed={PHONE: NUMBER})
    assert await memory.play_and_remember(call) is Remembered.REFUSED
    contact = await memory.contact(Identity.phone(NUMBER))
    assert contact.do_not_call is not None
    assert not contact.do_not_remember


async def test_who_forbade_memory_long_ago_may_forbid_calls_today(memory: Memory) -> None:
    await memory.play_and_remember(Played(lines=("c: Please don't store my data.",)))
    call = Played(lines=NO_CALLS, confirmed={EMAIL: MAIL})
    assert await memory.play_and_remember(call) is Remembered.REFUSED
    contact = await memory.contact()
    assert contact.do_not_call is not None
    assert not contact.has(Identity.email(MAIL))


async def test_a_stranger_may_forbid_for_whom_the_backend_knows_but_not_allow(
    memory: Memory,
) -> None:
    await memory.play_and_remember(Played(confirmed={EMAIL: MAIL}))
    lines = ("c: You may record this call.", "c: Stop calling me.")
    await memory.play_and_remember(Played(user="unknown", lines=lines, confirmed={EMAIL: MAIL}))
    contact = await memory.contact()
    assert contact.do_not_call is not None
    assert contact.consent(RECORDING) is None


async def test_what_somebody_forbade_outlives_what_is_known_of_them(memory: Memory) -> None:
    await memory.play_and_remember(Played(lines=NO_CALLS))
    await memory.play_and_remember(Played(user="user-2"))
    await memory.clock.advance(seconds=91 * 86400)
    await memory.forget.execute()
    assert await memory.contacts() == 1
    assert (await memory.contact()).do_not_call is not None


async def test_staff_may_change_what_holds(memory: Memory) -> None:
    await memory.play_and_remember(Played(lines=NO_CALLS))
    await memory.clock.advance(seconds=60)
    await change(memory, calls=GRANTED, recording=REFUSED)
    contact = await memory.contact()
    assert contact.do_not_call is None
    told = contact.consent(RECORDING)
    assert told is not None
    assert (told.source, told.at, told.turn_id) == (ConsentSource.STAFF, memory.clock.now(), None)


async def test_staff_may_have_somebody_forgotten(memory: Memory) -> None:
    await memory.play_and_remember(Played())
    await change(memory, memory=REFUSED)
    assert (await memory.contact()).do_not_remember
    assert await memory.summaries() == []
    await memory.clock.advance(seconds=1)
    await change(memory, memory=GRANTED)
    assert not (await memory.contact()).do_not_remember


async def test_nobodys_consent_cannot_be_changed(memory: Memory) -> None:
    with pytest.raises(NotFoundError):
        await change(memory, calls=REFUSED)
