from dataclasses import replace

import pytest

from application.ports.crm import AmbiguousContactError
from application.ports.work_queue import Done
from domain.contact_details import ContactField
from domain.crm import UpdatePolicy
from domain.errors import UnavailableError
from tests.unit.crm.desk import SUMMARY, Desk

NAME, EMAIL, PHONE = ContactField.NAME, ContactField.EMAIL, ContactField.PHONE
ADA = {"name": "Ada", "email": "ada@example.org"}


async def test_a_lead_becomes_a_contact_with_a_note(desk: Desk) -> None:
    job = await desk.call(**ADA)
    assert await desk.sync(job) == Done()
    assert desk.contact == {NAME: "Ada", EMAIL: "ada@example.org"}
    ((note,),) = desk.crm.notes.values()
    assert (note.summary, note.duration_s) == (SUMMARY, 15)
    assert note.transcript_url == "https://voice.example/api/sessions/ses_1/transcript"


async def test_what_was_done_is_in_the_ledger_and_is_not_done_again(desk: Desk) -> None:
    job = await desk.call(**ADA)
    await desk.sync(job)
    asked = desk.crm.requests
    assert await desk.sync(job) == Done()
    assert desk.crm.requests == asked
    contact, note = await desk.effect("job_1:contact"), await desk.effect("crm_note:ses_1")
    assert contact is not None
    assert note is not None
    assert contact.result == note.result
    assert "ada" not in str((contact, note))


async def test_a_call_is_noted_once_whichever_job_comes(desk: Desk) -> None:
    job = await desk.call(**ADA)
    await desk.sync(job)
    await desk.sync(replace(job, id="job_later"))
    ((note,),) = desk.crm.notes.values()
    assert note.call_id == "ses_1"


@pytest.mark.parametrize("answered", [0, 1, 2])
async def test_a_crm_that_fails_at_any_step_gets_everything_once(desk: Desk, answered: int) -> None:
    job = await desk.call(**ADA)
    desk.crm.failures = []
    await _fail_after(desk, answered)
    with pytest.raises(UnavailableError):
        await desk.sync(job)
    assert await desk.sync(job) == Done()
    assert desk.contact == {NAME: "Ada", EMAIL: "ada@example.org"}
    assert [len(notes) for notes in desk.crm.notes.values()] == [1]


async def _fail_after(desk: Desk, answered: int) -> None:
    class After(list[Exception]):
        """Empty until so many were asked."""

        def __bool__(self) -> bool:
            return desk.crm.requests > answered and len(self) > 0

    desk.crm.failures = After([UnavailableError("down")])


async def test_nothing_that_was_not_confirmed_leaves_us(desk: Desk) -> None:
    job = await desk.call(phone="+14155550132")
    await desk.note("led_1", EMAIL, "maybe@example.org")
    await desk.sync(job)
    assert desk.contact == {PHONE: "+14155550132"}
    nobody = await desk.call(name="Bo")
    await desk.sync(nobody)
    assert len(desk.crm.contacts) == 1


async def test_a_number_finds_who_is_there_and_fills_what_is_empty(desk: Desk) -> None:
    desk.crm.contacts["c1"] = {PHONE: "+14155550132", NAME: ""}
    await desk.sync(await desk.call(phone="+14155550132", **ADA))
    assert desk.crm.contacts == {
        "c1": {PHONE: "+14155550132", NAME: "Ada", EMAIL: "ada@example.org"}
    }


async def test_another_value_in_the_crm_stays_and_is_put_on_the_list_once(desk: Desk) -> None:
    desk.crm.contacts["c1"] = {EMAIL: "ada@example.org", NAME: "Ada Löwe"}
    job = await desk.call(**ADA)
    await desk.sync(job)
    await desk.sync(replace(job, id="job_later"))
    (review,) = await desk.reviews()
    assert (review.difference.held, review.difference.offered) == ("Ada Löwe", "Ada")
    assert desk.contact[NAME] == "Ada Löwe"


async def test_the_caller_has_the_last_word_where_that_is_set(desk: Desk) -> None:
    desk.policy = UpdatePolicy.OVERWRITE
    desk.crm.contacts["c1"] = {EMAIL: "ada@example.org", NAME: "Ada Löwe"}
    await desk.sync(await desk.call(**ADA))
    assert desk.contact[NAME] == "Ada"
    assert await desk.reviews() == []


async def test_a_second_call_of_the_same_caller_adds_its_note_alone(desk: Desk) -> None:
    await desk.sync(await desk.call(**ADA))
    await desk.sync(await desk.call(**ADA))
    assert len(desk.crm.contacts) == 1
    ((first, second),) = desk.crm.notes.values()
    assert {first.call_id, second.call_id} == {"ses_1", "ses_2"}


async def test_while_the_call_goes_on_there_is_no_note(desk: Desk) -> None:
    await desk.sync(await desk.ringing(**ADA))
    assert desk.contact[NAME] == "Ada"
    assert desk.crm.notes == {}


async def test_several_contacts_in_the_crm_are_for_a_person(desk: Desk) -> None:
    desk.crm.contacts |= {"c1": {EMAIL: "ada@example.org"}, "c2": {PHONE: "+14155550132"}}
    with pytest.raises(AmbiguousContactError):
        await desk.sync(await desk.call(phone="+14155550132", **ADA))
