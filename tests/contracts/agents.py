"""What every store promises of agents, their versions and their drafts."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.agent_config import Agent, AgentConfig
from domain.agent_draft import AgentDraft
from domain.call_policies import (
    AnsweringMachine,
    AnswerTo,
    CallLimits,
    Consent,
    Eagerness,
    GroupPolicy,
    MemoryPolicy,
    RecordingPolicy,
    SilencePolicy,
    TurnDetection,
    TurnTaking,
)
from domain.errors import ConflictError, NotFoundError, ServiceError, StaleVersionError
from domain.ids import AgentId
from domain.insight.moderation import Category, ModerationPolicy, Verdict
from domain.language import Language
from tests.contracts.store import NOW, Store, an_agent, keep

DEMO = AgentId("demo")
FULL = AgentConfig(
    name="Ünïcode 'quoted'",
    instructions="Be kind to {{caller.name | them}}.\nÄöü 你好",
    voice="cedar",
    speed=1.25,
    languages=(Language("de"), Language("es")),
    turn_taking=TurnTaking(
        detection=TurnDetection.SEMANTIC, eagerness=Eagerness.HIGH, barge_in_after_ms=250
    ),
    tools=("end_call",),
    model="gpt-realtime",
    transcriber="whisper-1",
    limits=CallLimits(max_duration_s=60, rejoin_grace_s=5, warn_before_end_s=0),
    region="AT",
    silence=SilencePolicy(prompt_after_s=7, prompts=1, end_after_s=9),
    group=GroupPolicy(answer=AnswerTo.ADDRESSED, names=("Anna", "Nova"), greet_late_joiners=True),
    answering_machine=AnsweringMachine.LEAVE_MESSAGE,
    recording=RecordingPolicy(enabled=True, consent=Consent.ASK),
    memory=MemoryPolicy(enabled=False, days=7),
    moderation=ModerationPolicy(
        by_category={Category.SELF_HARM: Verdict.REDIRECT},
        patience={Category.ABUSE: 5},
        blocked_topics=("prices",),
    ),
    workflows=("send-brochure",),
    timezone="Europe/Vienna",
)


async def publish(store: Store, agent: Agent) -> None:
    async with store.unit_of_work() as uow:
        await uow.agents.save(agent)
        await uow.commit()


async def save(store: Store, draft: AgentDraft) -> AgentDraft:
    async with store.unit_of_work() as uow:
        kept = await uow.agent_drafts.save(draft)
        await uow.commit()
    return kept


async def found(store: Store) -> AgentDraft | None:
    async with store.unit_of_work() as uow:
        return await uow.agent_drafts.find(DEMO)


def a_draft(**changes: object) -> AgentDraft:
    return replace(AgentDraft.begin(an_agent(), FULL, now=NOW), **changes)  # type: ignore[arg-type]


class AgentsContract:
    """Subclasses bring a `store` fixture."""

    async def test_every_version_comes_back_as_it_was(self, store: Store) -> None:
        await keep(store)
        second = an_agent().publish_next(FULL, now=NOW + timedelta(seconds=1))
        await publish(store, second)
        async with store.unit_of_work() as uow:
            assert await uow.agents.get(DEMO, version=1) == an_agent().without_events()
            assert await uow.agents.get(DEMO, version=2) == second.without_events()
            assert await uow.agents.get(DEMO) == second.without_events()
            assert await uow.agents.latest_version(DEMO) == 2
            with pytest.raises(NotFoundError, match="no agent demo at version 3"):
                await uow.agents.get(DEMO, version=3)

    async def test_an_agent_that_is_not_there_has_no_version(self, store: Store) -> None:
        async with store.unit_of_work() as uow:
            with pytest.raises(NotFoundError):
                await uow.agents.latest_version(DEMO)
            with pytest.raises(NotFoundError):
                await uow.agents.get(DEMO)
            assert list(await uow.agents.find_versions(DEMO, before=None, limit=5)) == []

    async def test_agents_come_in_pages_each_as_last_published(self, store: Store) -> None:
        await keep(store)
        async with store.unit_of_work() as uow:
            for name in ("c", "a", "b"):
                await uow.agents.add(an_agent(name))
            await uow.agents.save(an_agent("b").publish_next(FULL, now=NOW))
            await uow.commit()
        async with store.unit_of_work() as uow:
            first = await uow.agents.find_page(after=None, limit=2)
            rest = await uow.agents.find_page(after="b", limit=9)
        assert [(one.id, one.version) for one in first] == [("a", 1), ("b", 2)]
        assert [one.id for one in rest] == ["c", "demo"]

    async def test_versions_come_in_pages_newest_first(self, store: Store) -> None:
        await keep(store)
        agent = an_agent()
        for number in range(2, 6):
            agent = agent.publish_next(replace(FULL, name=f"n{number}"), now=NOW)
            await publish(store, agent)
        async with store.unit_of_work() as uow:
            first = await uow.agents.find_versions(DEMO, before=None, limit=2)
            rest = await uow.agents.find_versions(DEMO, before=4, limit=9)
        assert [one.version for one in first] == [5, 4]
        assert [one.version for one in rest] == [3, 2, 1]

    async def test_of_two_who_publish_one_wins(self, store: Store) -> None:
        await keep(store)
        async with store.unit_of_work() as first, store.unit_of_work() as second:
            ours, theirs = await first.agents.get(DEMO), await second.agents.get(DEMO)
            await second.agents.save(theirs.publish_next(FULL, now=NOW))
            await second.commit()
            with pytest.raises(StaleVersionError):
                await first.agents.save(ours.publish_next(replace(FULL, name="ours"), now=NOW))
                await first.commit()
        async with store.unit_of_work() as uow:
            assert (await uow.agents.get(DEMO)).config == FULL

    async def test_of_eight_who_publish_at_once_one_wins(self, store: Store) -> None:
        await keep(store)
        versions = [
            an_agent().publish_next(replace(FULL, name=f"n{number}"), now=NOW)
            for number in range(8)
        ]
        results = await asyncio.gather(
            *(publish(store, version) for version in versions), return_exceptions=True
        )
        assert [type(result) for result in results].count(type(None)) == 1
        assert [type(result) for result in results].count(StaleVersionError) == 7
        (won,) = [version for version, result in zip(versions, results, strict=True) if not result]
        async with store.unit_of_work() as uow:
            assert (await uow.agents.get(DEMO)).config == won.config
            assert await uow.agents.latest_version(DEMO) == 2

    async def test_a_version_that_was_not_committed_is_forgotten(self, store: Store) -> None:
        await keep(store)
        async with store.unit_of_work() as uow:
            await uow.agents.save(an_agent().publish_next(FULL, now=NOW))
            assert (await uow.agents.get(DEMO, version=2)).config == FULL
        other = replace(FULL, name="other")
        await publish(store, an_agent().publish_next(other, now=NOW))
        async with store.unit_of_work() as uow:
            assert (await uow.agents.get(DEMO, version=2)).config == other
            assert (await uow.agents.get(DEMO)).config == other

    async def test_a_draft_comes_back_as_it_was(self, store: Store) -> None:
        await keep(store)
        assert await found(store) is None
        kept = await save(store, a_draft())
        assert kept == a_draft(revision=1)
        assert await found(store) == kept
        changed = kept.change(replace(FULL, name="x"), now=NOW + timedelta(seconds=1))
        assert await save(store, changed) == await found(store)
        assert (await found(store) or kept).revision == 2

    async def test_whoever_saves_a_draft_second_is_told(self, store: Store) -> None:
        await keep(store)
        kept = await save(store, a_draft())
        await save(store, kept.change(replace(FULL, name="first"), now=NOW))
        with pytest.raises(StaleVersionError):
            await save(store, kept.change(replace(FULL, name="second"), now=NOW))
        draft = await found(store)
        assert draft is not None
        assert draft.config.name == "first"

    async def test_of_many_who_begin_a_draft_one_wins(self, store: Store) -> None:
        await keep(store)
        results = await asyncio.gather(
            *(save(store, a_draft()) for _ in range(6)), return_exceptions=True
        )
        assert [type(one) for one in results].count(AgentDraft) == 1
        assert [type(one) for one in results].count(StaleVersionError) == 5

    async def test_a_draft_is_removed_only_as_it_was_read(self, store: Store) -> None:
        await keep(store)
        first = await save(store, a_draft())
        second = await save(store, first.change(FULL, now=NOW))
        for draft, refused in ((first, StaleVersionError), (second, None), (second, ServiceError)):
            removing = self._remove(store, draft)
            if refused is None:
                await removing
                assert await found(store) is None
            else:
                with pytest.raises(refused):
                    await removing

    async def _remove(self, store: Store, draft: AgentDraft) -> None:
        async with store.unit_of_work() as uow:
            await uow.agent_drafts.remove(draft)
            await uow.commit()

    async def test_a_draft_that_cannot_be_removed_is_not_published(self, store: Store) -> None:
        await keep(store)
        read = await save(store, a_draft())
        await save(store, read.change(replace(FULL, name="later"), now=NOW))
        with pytest.raises(StaleVersionError):
            async with store.unit_of_work() as uow:
                await uow.agents.save(read.publish(an_agent(), now=NOW))
                await uow.agent_drafts.remove(read)
                await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.agents.latest_version(DEMO) == 1

    async def test_an_agent_id_is_given_once(self, store: Store) -> None:
        await keep(store)
        with pytest.raises(ConflictError):
            async with store.unit_of_work() as uow:
                await uow.agents.add(an_agent())
                await uow.commit()
