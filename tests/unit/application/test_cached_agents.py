from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from adapters.in_memory import InMemoryStore
from adapters.in_memory.agents import InMemoryAgents
from application.acting import act_for
from application.cached_agents import AgentVersions, CachedAgents
from domain.agent_config import Agent, AgentConfig
from domain.errors import NotFoundError
from domain.ids import AgentId, TenantId

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DEMO = AgentId("demo")
FIRST = Agent.publish(DEMO, AgentConfig(name="Demo", instructions="Be kind."), now=NOW)
SECOND = FIRST.publish_next(replace(FIRST.config, voice="cedar"), now=NOW)


class CountedAgents:
    """Agents that count how often a whole configuration is read."""

    def __init__(self, agents: InMemoryAgents) -> None:
        self._agents = agents
        self.reads: list[tuple[AgentId, int | None]] = []
        self.add = agents.add
        self.save = agents.save
        self.latest_version = agents.latest_version
        self.find_page = agents.find_page

    async def get(self, agent_id: AgentId, *, version: int | None = None) -> Agent:
        self.reads.append((agent_id, version))
        return await self._agents.get(agent_id, version=version)

    async def find_versions(
        self, agent_id: AgentId, *, before: int | None, limit: int
    ) -> Sequence[Agent]:
        return await self._agents.find_versions(agent_id, before=before, limit=limit)


@pytest.fixture
async def store() -> InMemoryStore:
    store = InMemoryStore()
    async with store.unit_of_work() as uow:
        await uow.agents.add(FIRST)
        await uow.commit()
    return store


async def publish_second(store: InMemoryStore) -> None:
    async with store.unit_of_work() as uow:
        await uow.agents.save(SECOND)
        await uow.commit()


async def test_a_version_is_read_once_in_a_process(store: InMemoryStore) -> None:
    versions, reads = AgentVersions(), []
    for version in (None, 1, None):
        async with store.unit_of_work() as uow:
            counted = CountedAgents(uow.agents)
            agent = await CachedAgents(counted, versions).get(DEMO, version=version)
            assert agent == FIRST.without_events()
            reads += counted.reads
    assert reads == [(DEMO, 1)]


async def test_what_somebody_else_publishes_counts_at_once(store: InMemoryStore) -> None:
    versions = AgentVersions()
    async with store.unit_of_work() as uow:
        assert (await CachedAgents(uow.agents, versions).get(DEMO)).version == 1
    await publish_second(store)
    async with store.unit_of_work() as uow:
        cached = CachedAgents(uow.agents, versions)
        assert await cached.get(DEMO) == SECOND.without_events()
        assert await cached.latest_version(DEMO) == 2
        assert (await cached.get(DEMO, version=1)).version == 1
        assert [one.version for one in await cached.find_page(after=None, limit=5)] == [2]
        found = await cached.find_versions(DEMO, before=None, limit=5)
        assert [one.version for one in found] == [2, 1]


async def test_what_may_never_be_committed_is_not_kept(store: InMemoryStore) -> None:
    versions = AgentVersions()
    async with store.unit_of_work() as uow:
        cached = CachedAgents(uow.agents, versions)
        await cached.save(SECOND)
        await cached.add(replace(FIRST, id=AgentId("other")))
        assert (await cached.get(DEMO)).version == 2
        assert (await cached.get(AgentId("other"))).version == 1
    assert versions.find(DEMO, 2) is None
    assert versions.find(AgentId("other"), 1) is None


async def test_what_is_not_there_stays_not_there(store: InMemoryStore) -> None:
    async with store.unit_of_work() as uow:
        cached = CachedAgents(uow.agents, AgentVersions())
        with pytest.raises(NotFoundError):
            await cached.get(AgentId("nobody"))
        with pytest.raises(NotFoundError):
            await cached.get(DEMO, version=2)
    await publish_second(store)
    async with store.unit_of_work() as uow:
        assert (await CachedAgents(uow.agents, AgentVersions()).get(DEMO, version=2)).version == 2


def test_the_longest_unused_version_makes_room() -> None:
    versions = AgentVersions(most=2)
    for number in (1, 2):
        versions.hold(replace(FIRST, version=number))
    assert versions.find(DEMO, 1) is not None
    versions.hold(replace(FIRST, version=3))
    assert versions.find(DEMO, 2) is None
    assert versions.find(DEMO, 1) is not None
    assert versions.find(DEMO, 3) is not None


async def test_two_tenants_may_have_an_agent_of_the_same_id() -> None:
    versions = AgentVersions()
    versions.hold(FIRST)
    with act_for(TenantId("north")):
        assert versions.find(DEMO, FIRST.version) is None
    assert versions.find(DEMO, FIRST.version) is FIRST
