"""Contacts, and what is remembered of them."""

from datetime import timedelta

import httpx
import pytest

from adapters.in_memory import InMemoryStore
from domain.contact import Contact, Identity
from domain.ids import ContactId, FactId, TurnId, VoiceSessionId
from domain.language import Language
from domain.memory.call_summary import CallSummary, Commitment
from domain.memory.fact import Fact, FactStatus, Source
from domain.transcript import Role, Turn
from domain.voice_session import CloseReason
from entrypoints.bootstrap.containers import Container
from entrypoints.relay.chores import relay_of
from tests.http.calls import assert_problem, dispatch
from tests.http.conftest import Service

SESSION = VoiceSessionId("ses_000001")


def a_fact(number: int, predicate: str, value: str, service: Service, **more: object) -> Fact:
    now = service.clock.now()
    settings: dict[str, object] = {
        "status": FactStatus.CONFIRMED,
        "confidence": 0.95,
        "valid_from": now,
        "expires_at": now + timedelta(days=90),
        **more,
    }
    return Fact(
        id=FactId(f"fct_{number}"),
        predicate=predicate,
        value=value,
        source=Source(session_id=SESSION, turn_id=TurnId(f"{SESSION}:t{number}")),
        **settings,  # type: ignore[arg-type]
    )


def a_contact(number: int, service: Service, *facts: Fact) -> Contact:
    now = service.clock.now()
    return Contact(
        id=ContactId(f"con_{number}"),
        identities=(Identity.user(f"user-{number}", verified_at=now),),
        facts=facts,
        created_at=now,
        updated_at=now,
    )


@pytest.fixture
async def sarah(service: Service) -> Contact:
    """A contact with a corrected e-mail address and one call."""
    contact = a_contact(
        1,
        service,
        a_fact(1, "email", "old@example.com", service, superseded_by=FactId("fct_2")),
        a_fact(2, "email", "new@example.com", service),
        a_fact(3, "name", "Sarah", service),
        a_fact(4, "language", "es", service, status=FactStatus.STATED),
    )
    now = service.clock.now()
    summary = CallSummary(
        session_id=SESSION,
        contact_id=contact.id,
        text="asked about: a letter to new@example.com\nleft email",
        commitments=(
            Commitment(text="We will call.", said_by=Role.AGENT, turn_id=TurnId(f"{SESSION}:t9")),
        ),
        language=Language("es"),
        made_by="rules/1",
        held_at=now,
        created_at=now,
        expires_at=now + timedelta(days=90),
    )
    await _save(service.store, contact)
    async with service.store.unit_of_work() as uow:
        await uow.call_summaries.save(summary)
        await uow.commit()
    return contact


@pytest.mark.usefixtures("sarah")
async def test_a_contact_is_shown_with_what_they_are_known_by(http: httpx.AsyncClient) -> None:
    contact = (await http.get("/api/contacts/con_1")).json()

    assert contact == {
        "contactId": "con_1",
        "name": "Sarah",
        "language": "es",
        "identities": [{"kind": "user", "value": "user-1", "verifiedAt": "2030-01-01T12:00:00Z"}],
        "doNotCall": None,
        "consents": {},
        "doNotRemember": False,
        "createdAt": "2030-01-01T12:00:00Z",
        "updatedAt": "2030-01-01T12:00:00Z",
    }
    assert (await http.get("/api/contacts")).json() == {"items": [contact], "nextCursor": None}


@pytest.mark.usefixtures("sarah")
async def test_the_memory_of_a_contact_shows_history_and_provenance(
    http: httpx.AsyncClient,
) -> None:
    memory = (await http.get("/api/contacts/con_1/memory")).json()

    assert memory["contact"]["contactId"] == "con_1"
    old, new, *_ = memory["facts"]
    assert (old["value"], old["supersededBy"], old["isCurrent"]) == (
        "old@example.com",
        "fct_2",
        False,
    )
    assert new == {
        "factId": "fct_2",
        "predicate": "email",
        "value": "new@example.com",
        "status": "confirmed",
        "confidence": 0.95,
        "sessionId": SESSION,
        "turnId": f"{SESSION}:t2",
        "validFrom": "2030-01-01T12:00:00Z",
        "expiresAt": "2030-04-01T12:00:00Z",
        "supersededBy": None,
        "isCurrent": True,
    }
    (summary,) = memory["summaries"]
    assert summary["madeBy"] == "rules/1"
    assert summary["commitments"] == [
        {
            "text": "We will call.",
            "saidBy": "agent",
            "status": "open",
            "turnId": f"{SESSION}:t9",
        }
    ]


@pytest.mark.usefixtures("sarah")
async def test_a_withdrawn_fact_is_gone_with_its_history_and_what_quoted_it(
    http: httpx.AsyncClient,
) -> None:
    answer = await http.delete("/api/contacts/con_1/memory/facts/fct_2")

    assert (answer.status_code, answer.content) == (204, b"")
    memory = (await http.get("/api/contacts/con_1/memory")).json()
    assert [fact["predicate"] for fact in memory["facts"]] == ["name", "language"]
    assert memory["summaries"] == []
    again = await http.delete("/api/contacts/con_1/memory/facts/fct_2")
    assert_problem(again, 404, "not_found")


@pytest.mark.usefixtures("sarah")
async def test_what_a_contact_allows_and_forbids_can_be_set(http: httpx.AsyncClient) -> None:
    body = {"doNotCall": True, "consents": {"recording": "refused"}}
    changed = (await http.patch("/api/contacts/con_1", json=body)).json()

    refused = {
        "answer": "refused",
        "source": "staff",
        "at": "2030-01-01T12:00:00Z",
        "sessionId": None,
        "turnId": None,
    }
    assert (changed["doNotCall"], changed["consents"]) == (refused, {"recording": refused})
    assert (await http.get("/api/contacts/con_1")).json() == changed
    assert (
        "con_1,Sarah,,,,es,user-1,true,2030-01-01T12:00:00Z,,,refused,false"
        in (await http.get("/api/contacts/export.csv")).text
    )


@pytest.mark.parametrize(
    "body", [{}, {"consents": {}}, {"doNotCall": "perhaps"}, {"consents": {"calls": "refused"}}]
)
async def test_a_change_of_nothing_is_refused(
    http: httpx.AsyncClient, body: dict[str, object]
) -> None:
    assert (await http.patch("/api/contacts/con_1", json=body)).status_code == 422
    missing = await http.patch("/api/contacts/con_1", json={"doNotCall": False})
    assert_problem(missing, 404, "not_found")


@pytest.mark.usefixtures("sarah")
async def test_erasure_is_answered_with_a_receipt(http: httpx.AsyncClient) -> None:
    answer = await http.delete("/api/contacts/con_1")

    receipt = answer.json()
    assert receipt | {"exceptions": []} == {
        "receiptId": "era_000001",
        "contactId": "con_1",
        "erasedAt": "2030-01-01T12:00:00Z",
        "identities": 1,
        "facts": 4,
        "consents": 0,
        "summaries": 1,
        "insights": 0,
        "leads": 0,
        "turns": 0,
        "crmContacts": 0,
        "exceptions": [],
    }
    assert [one["what"] for one in receipt["exceptions"]] == ["calls", "transcripts", "crm", "work"]
    kept = (await http.get("/api/contacts/erasures/era_000001")).json()
    assert kept == {key: value for key, value in receipt.items() if key != "contactId"}
    assert_problem(await http.get("/api/contacts/erasures/era_9"), 404, "not_found")
    assert_problem(await http.get("/api/contacts/con_1"), 404, "not_found")
    assert_problem(await http.delete("/api/contacts/con_1"), 404, "not_found")


@pytest.mark.parametrize("path", ["con_9", "con_9/memory"])
async def test_an_unknown_contact_is_not_found(http: httpx.AsyncClient, path: str) -> None:
    assert_problem(await http.get(f"/api/contacts/{path}"), 404, "not_found")


async def test_contacts_come_in_pages_newest_first(
    http: httpx.AsyncClient, service: Service
) -> None:
    for number in range(1, 4):
        await _save(service.store, a_contact(number, service))

    first = (await http.get("/api/contacts", params={"limit": "2"})).json()
    query = {"limit": "2", "cursor": first["nextCursor"]}
    second = (await http.get("/api/contacts", params=query)).json()

    shown = [one["contactId"] for one in (*first["items"], *second["items"])]
    assert shown == ["con_3", "con_2", "con_1"]
    assert second["nextCursor"] is None
    assert first["items"][0]["name"] is None


async def test_the_relay_remembers_a_call_that_was_ended(
    http: httpx.AsyncClient, service: Service
) -> None:
    await dispatch(http, userId="user-sarah")
    await _hold_a_call(service.store, service.container)
    await service.clock.advance(seconds=10)
    chores = {chore.name: chore.run for chore in relay_of(service.container).chores}

    assert await chores["remember calls"]() == 1
    assert await chores["remember calls"]() == 0
    assert await chores["forget expired"]() == 0

    (contact,) = (await http.get("/api/contacts")).json()["items"]
    memory = (await http.get(f"/api/contacts/{contact['contactId']}/memory")).json()
    assert [identity["value"] for identity in contact["identities"]] == ["user-sarah"]
    assert [(fact["predicate"], fact["turnId"]) for fact in memory["facts"]] == [
        ("topic", f"{SESSION}:1")
    ]


async def _hold_a_call(store: InMemoryStore, container: Container) -> None:
    now = container.clock().now()
    turn = Turn(
        id=TurnId(f"{SESSION}:1"),
        session_id=SESSION,
        role=Role.CALLER,
        text="I would like to order two chairs.",
        start_ms=0,
        end_ms=900,
    )
    await store.journal.record(turn)
    async with store.unit_of_work() as uow:
        session = (await uow.sessions.get(SESSION)).start(
            "job", now=now, lease_for=timedelta(seconds=15)
        )
        await uow.sessions.save(session)
        await uow.commit()
    async with store.unit_of_work() as uow:
        active = await uow.sessions.get(SESSION)
        await uow.sessions.save(active.end(CloseReason.PARTICIPANT_LEFT, now=now))
        await uow.commit()


async def _save(store: InMemoryStore, contact: Contact) -> None:
    async with store.unit_of_work() as uow:
        await uow.contacts.save(contact)
        await uow.commit()
