"""Contacts and leads as files."""

import csv
import io
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from adapters.in_memory import ManualClock
from application.exports import Exports
from application.ports.unit_of_work import UnitOfWork
from domain.contact import Contact, Identity
from domain.contact_details import ContactField
from domain.errors import UnavailableError
from domain.ids import ContactId, FactId, LeadId, VoiceSessionId
from domain.lead import FieldStatus, Lead
from domain.memory.fact import Fact, FactStatus, Source
from entrypoints.http.downloads import Row, csv_writer, download, json_writer
from tests.http.calls import assert_problem
from tests.http.conftest import Service

SESSION = VoiceSessionId("ses_000001")


def a_contact(number: int, service: Service, name: str | None = None) -> Contact:
    now = service.clock.now()
    fact = Fact(
        id=FactId(f"fct_{number}"),
        predicate="name",
        value=name or "",
        status=FactStatus.CONFIRMED,
        confidence=0.95,
        source=Source(session_id=SESSION),
        valid_from=now,
        expires_at=now + timedelta(days=90),
    )
    return Contact(
        id=ContactId(f"con_{number}"),
        identities=(
            Identity.phone(f"+49151123456{number:02}", verified_at=now),
            Identity.email(f"one{number}@example.com", verified_at=now),
            Identity.email(f"two{number}@example.com"),
        ),
        facts=(fact,) if name else (),
        created_at=now,
        updated_at=now,
    )


async def keep(service: Service, *contacts: Contact) -> None:
    async with service.store.unit_of_work() as uow:
        for contact in contacts:
            await uow.contacts.save(contact)
        await uow.commit()


def rows(answer: httpx.Response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


async def written(*values: str) -> str:
    async def items() -> AsyncIterator[str]:
        for value in values:
            yield value

    def row(value: str) -> Row:
        return [value]

    return "".join([line async for line in csv_writer(["it"], row)(items())])


async def test_every_contact_is_a_line(http: httpx.AsyncClient, service: Service) -> None:
    await keep(service, a_contact(1, service, 'Müller, "Zoë"\nyes'), a_contact(2, service))

    answer = await http.get("/api/contacts/export.csv")

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="contacts.csv"'
    second, first = rows(answer)
    assert first == {
        "contactId": "con_1",
        "name": 'Müller, "Zoë"\nyes',
        "emails": "one1@example.com two1@example.com",
        "phones": "+4915112345601",
        "company": "",
        "language": "",
        "userIds": "",
        "doNotCall": "false",
        "doNotCallSince": "",
        "memory": "",
        "marketing": "",
        "recording": "",
        "doNotRemember": "false",
        "createdAt": "2030-01-01T12:00:00Z",
        "updatedAt": "2030-01-01T12:00:00Z",
    }
    assert (second["contactId"], second["name"]) == ("con_2", "")


async def test_all_that_is_kept_is_told_as_the_memory_of_a_contact_is(
    http: httpx.AsyncClient, service: Service
) -> None:
    assert (await http.get("/api/contacts/export.json")).json() == {"items": []}
    await keep(service, a_contact(1, service, "Sarah"), a_contact(2, service))

    exported = (await http.get("/api/contacts/export.json")).json()

    memories = [(await http.get(f"/api/contacts/con_{n}/memory")).json() for n in (2, 1)]
    assert exported == {"items": memories}


async def test_every_lead_is_a_line_with_how_far_each_value_can_be_trusted(
    http: httpx.AsyncClient, service: Service
) -> None:
    now = service.clock.now()
    lead = Lead(id=LeadId("led_1"), session_id=SESSION).note(
        ContactField.NAME, "=1+1", status=FieldStatus.STATED, evidence=(), now=now
    )
    lead = lead.note(
        ContactField.PHONE,
        "+4915112345678",
        status=FieldStatus.SPELLED,
        evidence=(),
        now=now + timedelta(seconds=90),
    )
    async with service.store.unit_of_work() as uow:
        await uow.leads.save(lead.withdraw(ContactField.EMAIL, now=now))
        await uow.leads.save(Lead(id=LeadId("led_0"), session_id=VoiceSessionId("ses_0")))
        await uow.commit()

    full, empty = rows(await http.get("/api/leads/export.csv"))

    assert full == {
        "leadId": "led_1",
        "sessionId": SESSION,
        "name": "'=1+1",
        "nameStatus": "stated",
        "email": "",
        "emailStatus": "withdrawn",
        "phone": "+4915112345678",
        "phoneStatus": "spelled",
        "company": "",
        "companyStatus": "",
        "isConfirmed": "false",
        "firstNotedAt": "2030-01-01T12:00:00Z",
        "updatedAt": "2030-01-01T12:01:30Z",
    }
    assert (empty["leadId"], empty["firstNotedAt"]) == ("led_0", "")


@pytest.mark.parametrize(
    "value", ["=SUM(A1)", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", "  =1", "+"]
)
async def test_no_cell_is_taken_for_a_formula(value: str) -> None:
    parsed = list(csv.reader(io.StringIO(await written(value), newline="")))
    assert parsed == [["it"], [f"'{value}"]]


@pytest.mark.parametrize("value", ["+4915112345678", "a=b", "Sarah", "", "O'Neil"])
async def test_what_is_no_formula_stays_as_it_is(value: str) -> None:
    parsed = list(csv.reader(io.StringIO(await written("x", value), newline="")))
    assert parsed[-1] in ([value], [])


async def test_an_export_goes_on_from_page_to_page(service: Service) -> None:
    await keep(service, *(a_contact(number, service) for number in range(1, 8)))
    async with service.store.unit_of_work() as uow:
        for number in range(1, 5):
            session = VoiceSessionId(f"ses_{number}")
            await uow.leads.save(Lead(id=LeadId(f"led_{number}"), session_id=session))
        await uow.commit()
    exports = replace(service.container.exports(), page_size=2)

    contacts = [one.id async for one in exports.contacts()]
    leads = [one.id async for one in exports.leads()]

    assert contacts == [f"con_{number}" for number in range(7, 0, -1)]
    assert leads == [f"led_{number}" for number in range(4, 0, -1)]


def _away() -> UnitOfWork:
    raise UnavailableError("away")


async def test_a_store_that_is_away_is_a_problem_and_no_half_file(
    http: httpx.AsyncClient, service: Service
) -> None:
    away = Exports(unit_of_work=_away, clock=ManualClock())
    with service.container.exports.override(away):
        for path in ("contacts/export.csv", "contacts/export.json", "leads/export.csv"):
            assert_problem(await http.get(f"/api/{path}"), 503, "unavailable")


async def test_a_file_that_breaks_off_is_no_json() -> None:
    async def breaking() -> AsyncIterator[int]:
        yield 1
        raise UnavailableError("away")

    answer = await download("x.json", breaking(), json_writer(str))
    chunks = aiter(answer.body_iterator)
    assert await anext(chunks) == '{"items":[\n1'
    with pytest.raises(UnavailableError):
        await anext(chunks)
