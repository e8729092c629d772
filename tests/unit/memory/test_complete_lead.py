"""After a call its lead has what was said, and nothing that the caller decided on is touched."""

import pytest

from application.use_cases.leads.complete_lead import CompleteLead, heard_in_call
from domain.contact_details import ContactField
from domain.lead import FieldStatus, Lead
from tests.unit.memory.conftest import Memory, Played

_NAME, _EMAIL = ContactField.NAME, ContactField.EMAIL
_PHONE, _COMPANY = ContactField.PHONE, ContactField.COMPANY
LINES = (
    "a: Who is calling?",
    "c: This is Sarah Miller from Harper Tools.",
    "a: And your email?",
    "c: It's sarah dot miller at gmail dot com.",
)


async def complete(memory: Memory, call: Played) -> Lead | None:
    session_id = await memory.play(call)
    heard = await heard_in_call(memory.store.unit_of_work, session_id)
    async with memory.store.unit_of_work() as uow:
        lead = await CompleteLead(clock=memory.clock, ids=memory.ids).execute(
            uow, session_id, heard
        )
        await uow.commit()
    async with memory.store.unit_of_work() as uow:
        kept = await uow.leads.find_by_session(session_id)
    assert (kept.fields if kept else None) == (lead.fields if lead else None)
    return kept


async def test_a_call_without_a_lead_gets_the_one_that_was_said(memory: Memory) -> None:
    lead = await complete(memory, Played(lines=LINES))
    assert lead is not None
    assert lead.value_of(_NAME) == "Sarah Miller"
    assert lead.value_of(_COMPANY) == "Harper Tools"
    assert lead.value_of(_EMAIL) == "sarah.miller@gmail.com"
    assert _PHONE not in lead.fields


async def test_the_words_a_value_rests_on_are_kept_with_their_time(memory: Memory) -> None:
    lead = await complete(memory, Played(lines=LINES))
    assert lead is not None
    (heard,) = lead.fields[_NAME].evidence
    assert (heard.quote, heard.turn_id, heard.start_ms) == ("Sarah Miller", "ses_001:1", 1000)


@pytest.mark.parametrize(
    "call",
    [
        Played(lines=LINES, confirmed={_NAME: "Sara Mueller"}),
        Played(lines=LINES, stated={_NAME: "Sara Mueller"}),
        Played(lines=LINES, withdrawn=(_NAME,)),
    ],
)
async def test_a_field_that_something_happened_to_stays(memory: Memory, call: Played) -> None:
    lead = await complete(memory, call)
    assert lead is not None
    assert lead.value_of(_NAME) == (call.stated | call.confirmed).get(_NAME)
    assert lead.fields[_NAME].status is not FieldStatus.UNVERIFIED
    assert lead.value_of(_EMAIL) == "sarah.miller@gmail.com"


async def test_a_lead_with_every_field_is_left_alone(memory: Memory) -> None:
    stated = {_NAME: "S", _EMAIL: "s@x.org", _PHONE: "+12025550101", _COMPANY: "X"}
    lead = await complete(memory, Played(lines=LINES, stated=stated))
    assert lead is not None
    assert {name: lead.value_of(name) for name in stated} == stated


async def test_an_accepted_read_back_is_heard_but_confirms_nothing(memory: Memory) -> None:
    lines = (*LINES, "a: sarah dot miller at gmail dot com, right?", "c: Yes, that's right.")
    lead = await complete(memory, Played(lines=lines))
    assert lead is not None
    assert lead.fields[_EMAIL].status is FieldStatus.STATED
    assert not lead.is_confirmed


async def test_a_spelled_address_is_spelled(memory: Memory) -> None:
    lines = ("a: Your email?", "c: k a t e at gmail dot com")
    lead = await complete(memory, Played(lines=lines))
    assert lead is not None
    assert lead.fields[_EMAIL].status is FieldStatus.SPELLED


async def test_an_address_put_together_out_of_a_correction_is_unverified(memory: Memory) -> None:
    lines = (
        "a: Your email?",
        "c: v dot ramos at yahoo dot com",
        "a: v dot ramos at yahoo dot com, is that right?",
        "c: No, it is ramoz, with a z.",
    )
    lead = await complete(memory, Played(lines=lines))
    assert lead is not None
    assert lead.value_of(_EMAIL) == "v.ramoz@yahoo.com"
    assert lead.fields[_EMAIL].status is FieldStatus.UNVERIFIED


async def test_a_seller_leaves_no_lead(memory: Memory) -> None:
    lines = ("c: Hi, I'm Tom from SaveBig. We help businesses cut their energy bills.",)
    assert await complete(memory, Played(lines=lines)) is None


async def test_nothing_is_made_of_a_call_in_which_nothing_was_given(memory: Memory) -> None:
    assert await complete(memory, Played(lines=("c: When do you open?",))) is None
