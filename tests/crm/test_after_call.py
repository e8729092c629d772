"""From the end of a call to the CRM, through the service's own wiring and a database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
from dependency_injector import providers

from adapters.in_memory.crm_service import InMemoryCrm
from adapters.sql.migrations_runner import migrate
from domain.contact_details import ContactField
from domain.errors import UnavailableError
from domain.ids import LeadId, TurnId, VoiceSessionId
from domain.lead import Evidence, FieldStatus, Lead
from domain.voice_session import CloseReason
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.lifecycle import open_container
from entrypoints.bootstrap.settings import Settings
from tests.contracts.store import LEASE, a_session, a_turn, keep

SESSION = VoiceSessionId("ses_001")
EMAIL = ContactField.EMAIL


@pytest.fixture
async def container(tmp_path: Path) -> AsyncIterator[Container]:
    url = f"sqlite:///{tmp_path}/service.db"
    await migrate(url)
    async with open_container(Settings(_env_file=None, database_url=url)) as container:
        yield container


async def hold_a_call(container: Container) -> None:
    """A call whose caller confirmed an address, and which ended a while ago."""
    store, now = container.store(), container.clock().now()
    await keep(store, a_session(at=now))
    await store.journal.record(a_turn(1, text="I would like a demo."))
    heard = (Evidence(turn_id=TurnId("ses_001:item_1"), quote="it is", start_ms=0, end_ms=1),)
    lead = Lead(id=LeadId("led_1"), session_id=SESSION).note(
        EMAIL, "ada@example.org", status=FieldStatus.STATED, evidence=heard, now=now
    )
    async with store.unit_of_work() as uow:
        await uow.leads.save(lead.confirm(EMAIL, lead.token(EMAIL), evidence=heard, now=now))
        session = (await uow.sessions.get(SESSION)).start("job", now=now, lease_for=LEASE)
        await uow.sessions.save(session)
        await uow.commit()
    async with store.unit_of_work() as uow:
        session = await uow.sessions.get(SESSION)
        await uow.sessions.save(session.end(CloseReason.PARTICIPANT_LEFT, now=now - LEASE))
        await uow.commit()


async def work_until(container: Container, done: "asyncio.Event") -> None:
    working = asyncio.create_task(container.run_work().execute())
    try:
        async with asyncio.timeout(30):
            await done.wait()
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working


class WatchedCrm(InMemoryCrm):
    """Says when it has the note."""

    noted: asyncio.Event

    async def log_call(self, *args: object, **kwargs: object) -> None:
        await super().log_call(*args, **kwargs)  # type: ignore[arg-type]
        self.noted.set()


async def test_a_call_that_ended_is_in_the_crm_with_its_note(container: Container) -> None:
    crm = WatchedCrm()
    crm.noted = asyncio.Event()
    crm.fail_next(UnavailableError("down", retry_after=0))
    container.crm.override(providers.Object(crm))
    await hold_a_call(container)
    await work_until(container, crm.noted)
    assert [dict(one) for one in crm.contacts.values()] == [{EMAIL: "ada@example.org"}]
    assert [[one.call_id for one in notes] for notes in crm.notes.values()] == [[SESSION]]
