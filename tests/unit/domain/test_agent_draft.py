from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from domain.agent_config import Agent, AgentConfig
from domain.agent_draft import AgentDraft
from domain.errors import (
    ConflictError,
    InvalidValueError,
    PreconditionFailedError,
    StaleVersionError,
)
from domain.events import AgentPublished
from domain.ids import AgentId
from domain.precondition import Precondition, in_force

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)
CONFIG = AgentConfig(name="Demo", instructions="Be kind.")
OTHER = replace(CONFIG, voice="cedar")
AGENT = Agent.publish(AgentId("demo"), CONFIG, now=NOW).without_events()


def test_a_draft_is_published_as_the_next_version() -> None:
    published = AgentDraft.begin(AGENT, OTHER, now=NOW).publish(AGENT, now=LATER)
    assert (published.version, published.config, published.published_at) == (2, OTHER, LATER)
    assert published.events == (AgentPublished(agent_id=AGENT.id, version=2, occurred_at=LATER),)


def test_a_draft_that_changes_nothing_is_not_published() -> None:
    with pytest.raises(ConflictError, match="version 1 of agent demo says the same"):
        AgentDraft.begin(AGENT, CONFIG, now=NOW).publish(AGENT, now=LATER)


def test_a_draft_with_wrong_variables_is_kept_and_not_published() -> None:
    draft = AgentDraft.begin(AGENT, replace(OTHER, greeting="Hi {{"), now=NOW)
    with pytest.raises(InvalidValueError, match="greeting"):
        draft.publish(AGENT, now=LATER)


def test_a_draft_of_an_earlier_version_is_published_only_when_written_anew() -> None:
    second = AGENT.publish_next(OTHER, now=NOW)
    draft = AgentDraft.begin(AGENT, replace(CONFIG, speed=1.1), now=NOW)
    with pytest.raises(StaleVersionError, match="rests on version 1, and version 2"):
        draft.change(replace(CONFIG, speed=1.2), now=LATER).publish(second, now=LATER)
    anew = draft.rewrite(second, replace(CONFIG, speed=1.2), now=LATER)
    assert anew.publish(second, now=LATER).version == 3


def test_rolling_back_publishes_the_earlier_configuration_again() -> None:
    second = AGENT.publish_next(OTHER, now=NOW)
    third = second.roll_back(AGENT, now=LATER)
    assert (third.version, third.config, third.published_at) == (3, CONFIG, LATER)
    with pytest.raises(ConflictError):
        third.roll_back(AGENT, now=LATER)


def test_what_was_published_once_can_be_gone_back_to_whatever_is_checked_today() -> None:
    old = replace(AGENT, config=replace(CONFIG, greeting="Hi {{"))
    assert replace(AGENT, version=2).roll_back(old, now=LATER).config == old.config


def test_every_change_of_a_draft_changes_its_tag() -> None:
    draft = AgentDraft.begin(AGENT, OTHER, now=NOW)
    same_moment_elsewhere = replace(draft, updated_at=NOW.astimezone(timezone(timedelta(hours=2))))
    assert draft.tag == same_moment_elsewhere.tag
    others = (
        replace(draft, revision=1),
        replace(draft, based_on=2),
        draft.change(OTHER, now=NOW + timedelta(microseconds=1)),
    )
    assert len({draft.tag, *(other.tag for other in others)}) == 4
    assert AGENT.tag != AGENT.publish_next(OTHER, now=NOW).tag


def test_a_precondition_holds_for_what_was_read() -> None:
    Precondition(tags=frozenset({"1", "2"})).check("2", what="draft")
    Precondition(anything=True).check("7", what="draft")
    with pytest.raises(PreconditionFailedError, match="the draft was changed"):
        Precondition(tags=frozenset({"1"})).check("2", what="draft")
    with pytest.raises(PreconditionFailedError, match="no draft any more"):
        Precondition(anything=True).check(None, what="draft")


def test_whoever_is_outrun_is_told_in_the_words_they_asked_in() -> None:
    with pytest.raises(PreconditionFailedError, match="outrun"), in_force(Precondition()):
        raise StaleVersionError("outrun")
    with pytest.raises(StaleVersionError) as raised, in_force(None):
        raise StaleVersionError("outrun")
    assert type(raised.value) is StaleVersionError
