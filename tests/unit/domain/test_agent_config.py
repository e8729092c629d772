from datetime import UTC, datetime

import pytest

from domain.agent_config import Agent, AgentConfig
from domain.call_policies import CallLimits, Eagerness, TurnDetection, TurnTaking
from domain.errors import InvalidValueError
from domain.events import AgentPublished
from domain.ids import AgentId, parse_name
from domain.language import parse_language

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def config(**changes: object) -> AgentConfig:
    return AgentConfig(**{"name": "Demo", "instructions": "Be kind.", **changes})  # type: ignore[arg-type]


def test_a_new_agent_is_published_as_version_one() -> None:
    agent = Agent.publish(AgentId("demo"), config(), now=NOW)
    assert agent.version == 1
    assert agent.events == (AgentPublished(agent_id=agent.id, version=1, occurred_at=NOW),)
    assert agent.without_events().events == ()


@pytest.mark.parametrize("text", ["instructions", "greeting"])
def test_texts_with_wrong_variables_are_not_published(text: str) -> None:
    with pytest.raises(InvalidValueError, match=f"{text}: unknown caller.shoe_size"):
        Agent.publish(AgentId("demo"), config(**{text: "{{caller.shoe_size}}"}), now=NOW)


def test_the_first_language_is_the_main_one() -> None:
    languages = (parse_language("es-MX"), parse_language("en"))
    assert config(languages=languages).main_language == "es"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": " "}, "name"),
        ({"instructions": ""}, "instructions"),
        ({"speed": 2.0}, "speed"),
        ({"languages": ()}, "languages"),
        ({"tools": ("drop_tables",)}, "unknown tools: drop_tables"),
    ],
)
def test_a_config_no_agent_can_work_with_is_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(InvalidValueError, match=says):
        config(**changes)


def test_turn_taking_and_limits_have_bounds() -> None:
    with pytest.raises(InvalidValueError, match="threshold"):
        TurnTaking(threshold=1.5)
    with pytest.raises(InvalidValueError, match="silenceMs"):
        TurnTaking(silence_ms=5)
    with pytest.raises(InvalidValueError, match="prefixPaddingMs"):
        TurnTaking(prefix_padding_ms=-1)
    with pytest.raises(InvalidValueError, match="maxDurationS"):
        CallLimits(max_duration_s=1)
    with pytest.raises(InvalidValueError, match="rejoinGraceS"):
        CallLimits(rejoin_grace_s=-1)


@pytest.mark.parametrize("tag", ["", "english", "e", "en us", "12"])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    with pytest.raises(InvalidValueError, match="language tag"):
        parse_language(tag)


@pytest.mark.parametrize("name", ["", "-x", "a b", "x" * 129, "a\x00", "é"])
def test_names_from_outside_are_plain(name: str) -> None:
    with pytest.raises(InvalidValueError, match="roomName must be"):
        parse_name(name, what="roomName")


def test_a_plain_name_is_taken_as_it_is() -> None:
    assert parse_name("room-1.a:b@c", what="roomName") == "room-1.a:b@c"


def test_how_long_a_turn_may_wait_for_its_end() -> None:
    assert TurnTaking(silence_ms=700).longest_wait_ms == 700
    semantic = TurnTaking(detection=TurnDetection.SEMANTIC, eagerness=Eagerness.LOW)
    assert semantic.longest_wait_ms == 8000
