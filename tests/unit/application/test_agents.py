"""Creating, drafting, publishing and rolling back."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from adapters.in_memory import CountingIds
from application.agent_queries import AgentQueries
from application.use_cases.agents.create_agent import CreateAgent, CreateAgentCommand
from application.use_cases.agents.discard_draft import DiscardDraft, DiscardDraftCommand
from application.use_cases.agents.edit_draft import EditDraft, EditDraftCommand
from application.use_cases.agents.publish_agent import PublishAgent, PublishAgentCommand
from application.use_cases.agents.roll_back_agent import RollBackAgent, RollBackAgentCommand
from domain.agent_config import Agent, AgentConfig
from domain.agent_draft import AgentDraft
from domain.errors import (
    ConflictError,
    NotFoundError,
    PreconditionFailedError,
    PreconditionRequiredError,
    StaleVersionError,
)
from domain.events import AgentPublished
from domain.ids import AgentId, ConversationId
from domain.precondition import Precondition
from tests.unit.application.conftest import Service

DEMO = AgentId("demo")


@dataclass(frozen=True, kw_only=True)
class Workshop:
    """The use-cases around the agent `demo`."""

    service: Service

    @property
    def queries(self) -> AgentQueries:
        return AgentQueries(unit_of_work=self.service.store.unit_of_work)

    async def edit(
        self,
        edit: Callable[[AgentConfig], AgentConfig],
        *,
        replaces: bool = False,
        precondition: Precondition | None = None,
    ) -> AgentDraft:
        use_case = EditDraft(unit_of_work=self.service.store.unit_of_work, clock=self.service.clock)
        return await use_case.execute(
            EditDraftCommand(agent_id=DEMO, edit=edit, replaces=replaces, precondition=precondition)
        )

    async def voice(self, voice: str, precondition: Precondition | None = None) -> AgentDraft:
        return await self.edit(
            lambda config: replace(config, voice=voice), precondition=precondition
        )

    async def publish(self, precondition: Precondition | None = None) -> Agent:
        use_case = PublishAgent(
            unit_of_work=self.service.store.unit_of_work, clock=self.service.clock
        )
        return await use_case.execute(PublishAgentCommand(agent_id=DEMO, precondition=precondition))

    async def roll_back(self, version: int, precondition: Precondition | None = None) -> Agent:
        use_case = RollBackAgent(
            unit_of_work=self.service.store.unit_of_work, clock=self.service.clock
        )
        return await use_case.execute(
            RollBackAgentCommand(agent_id=DEMO, version=version, precondition=precondition)
        )

    async def discard(self, precondition: Precondition | None = None) -> None:
        use_case = DiscardDraft(unit_of_work=self.service.store.unit_of_work)
        await use_case.execute(DiscardDraftCommand(agent_id=DEMO, precondition=precondition))


@pytest.fixture
def workshop(service: Service) -> Workshop:
    return Workshop(service=service)


def read(tag: str) -> Precondition:
    return Precondition(tags=frozenset({tag}))


async def test_an_agent_is_created_with_a_chosen_or_a_new_id(workshop: Workshop) -> None:
    service = workshop.service
    create = CreateAgent(
        unit_of_work=service.store.unit_of_work, clock=service.clock, ids=CountingIds()
    )
    config = AgentConfig(name="Second", instructions="Be brief.")
    made = await create.execute(CreateAgentCommand(config=config))
    assert (await workshop.queries.agent(made.id)).config == config
    page = await workshop.queries.agents(after=None, limit=5)
    assert {agent.id for agent in page} == {made.id, DEMO}
    with pytest.raises(ConflictError):
        await create.execute(CreateAgentCommand(config=config, agent_id=DEMO))


async def test_edits_of_parts_add_up_until_they_are_published(workshop: Workshop) -> None:
    await workshop.voice("cedar")
    await workshop.edit(lambda config: replace(config, speed=1.2))
    assert (await workshop.queries.agent(DEMO)).config.voice == "marin"

    published = await workshop.publish()

    assert (published.version, published.config.voice, published.config.speed) == (2, "cedar", 1.2)
    assert await workshop.queries.agent(DEMO) == published
    versions = await workshop.queries.versions(DEMO, before=None, limit=5)
    assert [one.version for one in versions] == [2, 1]
    assert (await workshop.queries.agent(DEMO, version=1)).config.voice == "marin"
    assert [e.version for e in workshop.service.store.events if isinstance(e, AgentPublished)] == [
        1,
        2,
    ]


async def test_the_next_call_uses_what_was_published_and_earlier_ones_keep_theirs(
    workshop: Workshop,
) -> None:
    first = await workshop.service.dispatch()
    await workshop.voice("cedar")
    await workshop.publish()
    second = await workshop.service.dispatch(conversation_id=ConversationId("next"))
    assert (first.agent_version, second.agent_version) == (1, 2)
    assert (await workshop.service.session(first.id)).agent_version == 1


async def test_a_published_draft_is_gone(workshop: Workshop) -> None:
    await workshop.voice("cedar")
    await workshop.publish()
    with pytest.raises(NotFoundError, match="has no draft"):
        await workshop.queries.draft(DEMO)
    with pytest.raises(ConflictError, match="no draft to publish"):
        await workshop.publish()
    assert (await workshop.voice("ash")).based_on == 2


async def test_a_draft_is_replaced_only_by_who_says_what_they_read(workshop: Workshop) -> None:
    config = AgentConfig(name="New", instructions="Be brief.")
    first = await workshop.edit(lambda _: config, replaces=True)
    with pytest.raises(PreconditionRequiredError):
        await workshop.edit(lambda _: config, replaces=True)
    second = await workshop.edit(lambda _: config, replaces=True, precondition=read(first.tag))
    with pytest.raises(PreconditionFailedError):
        await workshop.edit(lambda _: config, replaces=True, precondition=read(first.tag))
    assert await workshop.queries.draft(DEMO) == second


async def test_a_part_is_changed_only_of_the_draft_that_was_read(workshop: Workshop) -> None:
    with pytest.raises(PreconditionFailedError):
        await workshop.voice("cedar", read("1.1.1"))
    first = await workshop.voice("cedar")
    second = await workshop.voice("ash", read(first.tag))
    with pytest.raises(PreconditionFailedError):
        await workshop.voice("verse", read(first.tag))
    assert (await workshop.queries.draft(DEMO)).tag == second.tag


async def test_a_draft_outrun_while_it_is_saved_was_changed_since_it_was_read(
    workshop: Workshop,
) -> None:
    draft = await workshop.voice("cedar")
    results = await asyncio.gather(
        *(workshop.voice(f"voice-{n}", read(draft.tag)) for n in range(3)), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in results) == [
        "AgentDraft",
        "PreconditionFailedError",
        "PreconditionFailedError",
    ]


async def test_publishing_holds_to_the_draft_that_was_read(workshop: Workshop) -> None:
    first = await workshop.voice("cedar")
    second = await workshop.voice("ash")
    with pytest.raises(PreconditionFailedError):
        await workshop.publish(read(first.tag))
    assert (await workshop.publish(read(second.tag))).config.voice == "ash"
    with pytest.raises(PreconditionFailedError):
        await workshop.publish(read(second.tag))


async def test_a_draft_from_before_a_roll_back_is_written_anew(workshop: Workshop) -> None:
    await workshop.voice("cedar")
    await workshop.publish()
    draft = await workshop.edit(lambda config: replace(config, speed=1.2))

    rolled_back = await workshop.roll_back(1, read("2"))

    assert (rolled_back.version, rolled_back.config.voice) == (3, "marin")
    with pytest.raises(StaleVersionError, match="rests on version 2, and version 3"):
        await workshop.publish()
    await workshop.edit(lambda _: draft.config, replaces=True, precondition=read(draft.tag))
    assert (await workshop.publish()).version == 4


async def test_a_roll_back_holds_to_what_was_read_and_to_what_there_is(workshop: Workshop) -> None:
    await workshop.voice("cedar")
    await workshop.publish()
    with pytest.raises(PreconditionFailedError):
        await workshop.roll_back(1, read("1"))
    with pytest.raises(NotFoundError, match="at version 9"):
        await workshop.roll_back(9)
    with pytest.raises(ConflictError, match="says the same"):
        await workshop.roll_back(2)


async def test_a_draft_is_thrown_away_as_it_was_read(workshop: Workshop) -> None:
    with pytest.raises(NotFoundError):
        await workshop.discard()
    first = await workshop.voice("cedar")
    second = await workshop.voice("ash")
    with pytest.raises(PreconditionFailedError):
        await workshop.discard(read(first.tag))
    await workshop.discard(read(second.tag))
    with pytest.raises(NotFoundError):
        await workshop.queries.draft(DEMO)
    await workshop.voice("verse")
    await workshop.discard()
    with pytest.raises(NotFoundError):
        await workshop.queries.draft(DEMO)


async def test_what_is_not_there_is_not_found(workshop: Workshop) -> None:
    none = AgentId("none")
    with pytest.raises(NotFoundError):
        await workshop.queries.agent(none)
    with pytest.raises(NotFoundError):
        await workshop.queries.versions(none, before=None, limit=1)
    with pytest.raises(NotFoundError, match="no agent none"):
        await workshop.queries.draft(none)
