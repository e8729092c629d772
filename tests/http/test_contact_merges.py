"""Contacts that are one person, over HTTP."""

import httpx
import pytest

from adapters.in_memory import InMemoryStore
from application.caller_contact import Claims, learn_identities, merge_with_others, suggest_merges
from domain.contact import Contact, Identity
from domain.ids import ContactId, VoiceSessionId
from tests.http.calls import assert_problem
from tests.http.conftest import Service

MAIL = "sarah@example.com"
PAIR = ("con_1", "con_2")


async def confirm(service: Service, contact_id: str, *, vouched: str | None = None) -> None:
    """Somebody confirms MAIL in a call."""
    now = service.clock.now()
    user = Identity.user(vouched, verified_at=now) if vouched else None
    claims = Claims(
        session_id=VoiceSessionId("ses_1"),
        vouched=user,
        confirmed=(Identity.email(MAIL, verified_at=now),),
        now=now,
    )
    contact = Contact(
        id=ContactId(contact_id),
        identities=(user or Identity.phone("+4915112345678", verified_at=now),),
        created_at=now,
        updated_at=now,
    )
    async with service.store.unit_of_work() as uow:
        await uow.contacts.save(contact)
        merged = await merge_with_others(uow, await uow.contacts.get(contact.id), claims)
        await uow.contacts.save(await learn_identities(uow, merged, claims))
        await suggest_merges(uow, merged, claims, service.container.ids())
        await uow.commit()


@pytest.fixture
async def two(service: Service) -> InMemoryStore:
    """Two users who confirmed one address."""
    for contact_id, user in zip(PAIR, ("sarah", "tom"), strict=True):
        await confirm(service, contact_id, vouched=user)
    return service.store


@pytest.mark.usefixtures("two")
async def test_what_a_person_has_to_decide_on_is_listed(http: httpx.AsyncClient) -> None:
    (suggested,) = (await http.get("/api/contacts/merges")).json()["items"]

    assert suggested["identity"] == {"kind": "email", "value": MAIL, "sessionId": "ses_1"}
    assert [one["contactId"] for one in suggested["contacts"]] == list(PAIR)
    gone = await http.delete(f"/api/contacts/merges/{suggested['suggestionId']}")
    assert gone.status_code == 204
    assert (await http.get("/api/contacts/merges")).json() == {"items": [], "nextCursor": None}
    assert_problem(await http.delete("/api/contacts/merges/mrg_9"), 404, "not_found")


async def test_suggested_merges_come_in_pages_newest_first(
    http: httpx.AsyncClient, service: Service
) -> None:
    for contact_id, user in (("con_1", "sarah"), ("con_2", "tom"), ("con_3", "clara")):
        await confirm(service, contact_id, vouched=user)

    first = (await http.get("/api/contacts/merges", params={"limit": "1"})).json()
    query = {"limit": "1", "cursor": first["nextCursor"]}
    second = (await http.get("/api/contacts/merges", params=query)).json()

    shown = [one["contacts"][1]["contactId"] for one in (*first["items"], *second["items"])]
    assert shown == ["con_3", "con_2"]
    assert second["nextCursor"] is None


@pytest.mark.usefixtures("two")
async def test_a_person_merges_two_and_the_old_id_leads_to_the_one_that_is_left(
    http: httpx.AsyncClient,
) -> None:
    merged = await http.post("/api/contacts/con_2/merge", json={"absorb": "con_1"})

    assert merged.status_code == 200
    assert {one["value"] for one in merged.json()["identities"]} == {"sarah", "tom", MAIL}
    assert (await http.get("/api/contacts/con_1")).json() == merged.json()
    (done,) = (await http.get("/api/contacts/con_1/merges")).json()["items"]
    assert done == {
        "absorbedId": "con_1",
        "contactId": "con_2",
        "decidedBy": "person",
        "identity": {"kind": "email", "value": MAIL, "sessionId": "ses_1"},
        "mergedAt": "2030-01-01T12:00:00Z",
        "identities": 2,
        "facts": 0,
        "summaries": 0,
    }
    assert (await http.get("/api/contacts/merges")).json()["items"] == []


async def test_a_call_merges_whom_the_backend_knows_with_whom_it_does_not(
    http: httpx.AsyncClient, service: Service
) -> None:
    await confirm(service, "con_1")
    await confirm(service, "con_2", vouched="sarah")

    (contact,) = (await http.get("/api/contacts")).json()["items"]
    (done,) = (await http.get("/api/contacts/con_2/merges")).json()["items"]
    assert (contact["contactId"], done["absorbedId"]) == PAIR[::-1]
    assert (done["decidedBy"], done["identity"]["value"]) == ("call", MAIL)


@pytest.mark.usefixtures("two")
async def test_what_cannot_be_merged_is_refused(http: httpx.AsyncClient) -> None:
    itself = await http.post("/api/contacts/con_1/merge", json={"absorb": "con_1"})
    assert_problem(itself, 422, "invalid_value")
    nobody = await http.post("/api/contacts/con_1/merge", json={"absorb": "con_9"})
    assert_problem(nobody, 404, "not_found")
    assert (await http.post("/api/contacts/con_1/merge", json={})).status_code == 422
    assert_problem(await http.get("/api/contacts/con_9/merges"), 404, "not_found")
