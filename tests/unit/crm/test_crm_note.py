from dataclasses import replace

from domain.contact_details import ContactField
from domain.crm_note import note_text
from domain.ids import LeadId, TurnId
from domain.insight.call_insight import Finding, Topic
from domain.lead import FieldStatus, Lead
from tests.unit.crm.desk import HEARD, Desk


async def test_the_note_tells_what_was_found_and_nothing_doubtful(desk: Desk) -> None:
    await desk.call(name="Ada")
    async with desk.store.unit_of_work() as uow:
        insight = await uow.call_insights.find((await uow.leads.get(LeadId("led_1"))).session_id)
        lead: Lead = await uow.leads.get(LeadId("led_1"))
    assert insight is not None
    said = replace(
        insight,
        summary="Ada of ADB@x.org, not Ad, called Adam.",
        findings={
            Topic.NEXT_STEP: Finding(value="send the offer", turn_id=TurnId("t"), quote="send it")
        },
    )
    misheard = lead.note(
        ContactField.NAME, "Ad", status=FieldStatus.STATED, evidence=HEARD, now=desk.clock.now()
    )
    doubtful = desk.confirmed(misheard, ContactField.NAME, "ADA").note(
        ContactField.EMAIL,
        "adb@x.org",
        status=FieldStatus.STATED,
        evidence=HEARD,
        now=desk.clock.now(),
    )
    told = "Ada of [not confirmed], not [not confirmed], called Adam.\nNext step: send the offer"
    assert note_text(said, doubtful) == told
