"""Wherever a relay is killed after a call, the next one brings everything to its one end."""

import asyncio
import multiprocessing
import signal
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.sql.migrations_runner import migrate
from adapters.webhooks.secrets import RandomSecrets
from application.ports.work_queue import WorkState
from domain.contact_details import ContactField
from domain.ids import LeadId, TurnId, VoiceSessionId, WebhookId
from domain.lead import Evidence, FieldStatus, Lead
from domain.transcript import Role
from domain.voice_session import CloseReason
from domain.webhook import SigningSecrets, WebhookSubscription
from domain.webhook_delivery import DeliveryState
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.lifecycle import open_container
from tests.contracts.store import LEASE, a_session, a_turn, keep
from tests.relay.dying import BOUNDARIES, NEVER, run, settings_of
from tests.webhooks.receiver import Receiver, receiving

SESSION = VoiceSessionId("ses_001")
EMAIL = ContactField.EMAIL
# Who is told how often of what: the address was stated, then confirmed.
TOLD = {
    WebhookId("whk_1"): {"session.ended": 1, "lead.changed": 2, "call.wrapped_up": 1},
    WebhookId("whk_2"): {"session.ended": 1},
}
ENDED_AGO = timedelta(seconds=10)

# Processes branch off one that has imported all of this: a relay is there in no time.
_IMPORTED = (
    "tests.relay.dying",
    "adapters.crm.embedded",
    "adapters.insight.rules_reader",
    "adapters.sql.store",
    "adapters.webhooks.sender",
    "aiosqlite",
    "asyncpg",
)
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(list(_IMPORTED))


@dataclass(frozen=True, slots=True)
class World:
    """A database in which a call has just ended, and somebody who is to be told."""

    url: str
    container: Container
    receiver: Receiver

    async def relay(self, boundary: str) -> int | None:
        """How a relay process ended that was to die at *boundary*."""
        process = _processes.Process(target=run, args=(self.url, self.receiver.host, boundary))
        process.start()
        try:
            await asyncio.to_thread(process.join, 40)
            return process.exitcode
        finally:
            process.kill()
            process.join()
            process.close()


async def hold_a_call(container: Container) -> None:
    """A call whose caller confirmed an address; its end is stored with its event."""
    store, now = container.store(), container.clock().now() - ENDED_AGO
    await keep(store, a_session(at=now - LEASE))
    await store.journal.record(replace(a_turn(1, text="I want a demo."), role=Role.CALLER))
    heard = (Evidence(turn_id=TurnId("ses_001:item_1"), quote="it is", start_ms=0, end_ms=1),)
    lead = Lead(id=LeadId("led_1"), session_id=SESSION).note(
        EMAIL, "ada@example.org", status=FieldStatus.STATED, evidence=heard, now=now
    )
    async with store.unit_of_work() as uow:
        await uow.leads.save(lead.confirm(EMAIL, lead.token(EMAIL), evidence=heard, now=now))
        session = await uow.sessions.get(SESSION)
        await uow.sessions.save(session.start("job", now=now - LEASE, lease_for=LEASE))
        await uow.commit()
    async with store.unit_of_work() as uow:
        session = await uow.sessions.get(SESSION)
        await uow.sessions.save(session.end(CloseReason.PARTICIPANT_LEFT, now=now))
        await uow.commit()


async def subscribe(container: Container, receiver: Receiver) -> None:
    """Two subscribers at one address."""
    receiver.secret = RandomSecrets().new()
    async with container.unit_of_work()() as uow:
        for webhook_id, events in TOLD.items():
            await uow.webhook_subscriptions.save(
                WebhookSubscription(
                    id=webhook_id,
                    url=receiver.url,
                    events=tuple(events),
                    secrets=SigningSecrets(current=receiver.secret),
                    created_at=container.clock().now(),
                )
            )
        await uow.commit()


async def assert_everything_is_there_once(world: World) -> None:
    """The lead, the contact and its note, what is remembered, and no work that waits."""
    queries = world.container.crm_queries()
    (contact,) = await queries.contacts(after=None, limit=9)
    assert dict(contact.details) == {EMAIL: "ada@example.org"}
    assert [one.call_id for one in await queries.calls(contact.id)] == [SESSION]
    assert not await queries.reviews(is_open=None, after=None, limit=9)
    async with world.container.unit_of_work()() as uow:
        assert [one.id for one in await uow.leads.find_page(after=None, limit=9)] == ["led_1"]
        assert await uow.call_insights.find(SESSION) is not None
        (caller,) = await uow.contacts.find_page(after=None, limit=9)
        assert len(await uow.call_summaries.find_by_contact(caller.id)) == 1
    stats = await world.container.work_admin().stats()
    assert {state for state, number in stats.by_state.items() if number} == {WorkState.DONE}


async def assert_everybody_was_told_once(world: World) -> None:
    """One delivery for each event and subscriber; what came twice came under the same id."""
    ids: set[str] = set()
    async with world.container.unit_of_work()() as uow:
        for webhook_id, events in TOLD.items():
            found = await uow.webhook_deliveries.find_page(webhook_id, after=None, limit=99)
            assert {one.state for one in found} == {DeliveryState.DELIVERED}
            assert Counter(one.event_type for one in found) == events
            ids |= {one.id for one in found}
    assert set(world.receiver.kept) == ids


class KillContract:
    """Subclasses bring a `url` fixture: a database with our tables."""

    @pytest.fixture
    async def world(self, url: str) -> AsyncIterator[World]:
        async with (
            receiving() as receiver,
            open_container(settings_of(url, receiver.host)) as container,
        ):
            await subscribe(container, receiver)
            await hold_a_call(container)
            yield World(url, container, receiver)

    @pytest.mark.parametrize("boundary", BOUNDARIES)
    async def test_wherever_a_relay_is_killed_the_next_one_finishes(
        self, world: World, boundary: str
    ) -> None:
        assert await world.relay(boundary) == -signal.SIGKILL
        assert await world.relay(NEVER) == 0
        await assert_everything_is_there_once(world)
        await assert_everybody_was_told_once(world)


class TestKillsOnSqlite(KillContract):
    @pytest.fixture
    async def url(self, tmp_path: Path) -> str:
        url = f"sqlite:///{tmp_path}/service.db"
        await migrate(url)
        return url


@pytest.mark.postgres
class TestKillsOnPostgres(KillContract):
    @pytest.fixture
    def url(self, postgres_url: str) -> str:
        return postgres_url
