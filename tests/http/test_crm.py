"""Our own CRM and its reviews over HTTP, and the way of a lead through the container's work."""

import httpx

from application.use_cases.crm.decide_review import APPLY_REVIEW
from application.use_cases.leads.sync_lead import SYNC_CONTACT
from domain.contact_details import ContactField
from domain.crm import ContactKeys, CrmReview, Difference
from domain.crm_record import CrmCall, CrmRecord
from domain.ids import LeadId, ReviewId, VoiceSessionId
from tests.http.calls import assert_problem
from tests.http.conftest import Service
from tests.unit.crm.desk import Piece


def a_record(service: Service, number: int) -> CrmRecord:
    now = service.clock.now()
    details = {ContactField.NAME: "Ada", ContactField.EMAIL: f"ada{number}@example.org"}
    return CrmRecord(id=f"crm_{number}", created_at=now, updated_at=now, details=details)


async def keep_review(service: Service) -> None:
    async with service.store.unit_of_work() as uow:
        await uow.crm_book.save(a_record(service, 1))
        await uow.crm_reviews.save(
            CrmReview(
                id=ReviewId("rev_1"),
                contact_id="crm_1",
                lead_id=LeadId("led_1"),
                session_id=VoiceSessionId("ses_1"),
                difference=Difference(field=ContactField.NAME, held="Ada", offered="Ida"),
                created_at=service.clock.now(),
            )
        )
        await uow.commit()


async def test_contacts_come_in_pages_and_have_their_calls(
    service: Service, http: httpx.AsyncClient
) -> None:
    async with service.store.unit_of_work() as uow:
        for number in (1, 2):
            await uow.crm_book.save(a_record(service, number))
        await uow.crm_book.add_call(
            CrmCall(
                call_id=VoiceSessionId("ses_1"),
                contact_id="crm_1",
                summary="asked for a demo",
                at=service.clock.now(),
                duration_s=61.5,
            )
        )
        await uow.commit()
    first = (await http.get("/api/crm/contacts", params={"limit": 1})).json()
    assert [one["email"] for one in first["items"]] == ["ada2@example.org"]
    rest = await http.get("/api/crm/contacts", params={"cursor": first["nextCursor"]})
    assert [one["id"] for one in rest.json()["items"]] == ["crm_1"]
    calls = (await http.get("/api/crm/contacts/crm_1/calls")).json()["items"]
    assert [(one["sessionId"], one["durationS"]) for one in calls] == [("ses_1", 61.5)]
    assert_problem(await http.get("/api/crm/contacts/crm_9/calls"), 404, "not_found")


async def test_what_differs_is_decided_by_a_person_once(
    service: Service, http: httpx.AsyncClient
) -> None:
    await keep_review(service)
    (waiting,) = (await http.get("/api/crm/reviews", params={"open": True})).json()["items"]
    assert (waiting["field"], waiting["held"], waiting["offered"]) == ("name", "Ada", "Ida")
    decided = await http.post("/api/crm/reviews/rev_1", json={"decision": "replace"})
    assert decided.json()["decision"] == "replace"
    assert (await http.get("/api/crm/reviews", params={"open": True})).json()["items"] == []
    again = await http.post("/api/crm/reviews/rev_1", json={"decision": "keep"})
    assert_problem(again, 409, "conflict")
    assert_problem(
        await http.post("/api/crm/reviews/rev_9", json={"decision": "keep"}), 404, "not_found"
    )
    odd = await http.post("/api/crm/reviews/rev_1", json={"decision": "burn"})
    assert odd.status_code == 422


async def test_the_containers_work_replaces_what_was_decided(
    service: Service, http: httpx.AsyncClient
) -> None:
    await keep_review(service)
    await http.post("/api/crm/reviews/rev_1", json={"decision": "replace"})
    handlers = service.container.job_handlers()
    assert {"sync_lead", SYNC_CONTACT, APPLY_REVIEW} <= handlers.keys()
    (item,) = [
        one for one in service.store.snapshot().work.items.values() if one.kind == APPLY_REVIEW
    ]
    await handlers[APPLY_REVIEW](Piece(id=item.id, payload=item.payload))
    (contact,) = (await http.get("/api/crm/contacts")).json()["items"]
    assert contact["name"] == "Ida"


async def test_the_embedded_crm_is_the_default(service: Service) -> None:
    crm = service.container.crm()
    assert crm.capabilities.name == "embedded"
    assert await crm.find_contact(ContactKeys(email="nobody@example.org")) is None
