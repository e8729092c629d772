from datetime import UTC, datetime

import pytest

from application.call_variables import call_variables
from domain.agent_config import AgentConfig
from domain.ids import (
    AgentId,
    ConversationId,
    DispatchId,
    RoomName,
    UserId,
    VoiceSessionId,
)
from domain.instructions import KNOWN_NAMES
from domain.language import Language
from domain.voice_session import DispatchRequest, VoiceSession

NOW = datetime(2026, 3, 28, 23, 5, tzinfo=UTC)


def session(**changes: object) -> VoiceSession:
    request = {
        "conversation_id": ConversationId("conv"),
        "agent_id": AgentId("demo"),
        "user_id": UserId("user"),
        "room_name": RoomName("room-1"),
        **changes,
    }
    return VoiceSession.dispatch(
        VoiceSessionId("ses_1"),
        DispatchId("dsp_1"),
        DispatchRequest(**request),  # type: ignore[arg-type]
        agent_version=1,
        now=NOW,
    )


def agent(timezone: str = "UTC") -> AgentConfig:
    return AgentConfig(
        name="Reception",
        instructions="Be kind.",
        timezone=timezone,
        languages=(Language("de"), Language("en")),
    )


def test_every_known_name_has_its_value() -> None:
    values = call_variables(session(), agent(), "Sarah", NOW)

    assert values == {
        "agent.name": "Reception",
        "caller.language": "de",
        "caller.name": "Sarah",
        "session.id": "ses_1",
        "session.room": "room-1",
        "time.date": "2026-03-28",
        "time.now": "23:05",
        "time.weekday": "Saturday",
    }
    assert values.keys() == KNOWN_NAMES


@pytest.mark.parametrize("name", [None, ""])
def test_a_caller_without_a_name_has_no_value(name: str | None) -> None:
    assert "caller.name" not in call_variables(session(), agent(), name, NOW)


def test_the_language_asked_for_comes_before_the_main_one() -> None:
    values = call_variables(session(language=Language("es")), agent(), None, NOW)

    assert values["caller.language"] == "es"


def test_times_are_in_the_zone_of_the_agent() -> None:
    values = call_variables(session(), agent("Asia/Tokyo"), None, NOW)

    assert (values["time.date"], values["time.now"]) == ("2026-03-29", "08:05")
    assert values["time.weekday"] == "Sunday"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", ""])
def test_a_zone_this_machine_does_not_know_is_utc(zone: str) -> None:
    assert call_variables(session(), agent(zone), None, NOW)["time.now"] == "23:05"


def test_plain_values_of_the_metadata_are_there_and_others_are_not() -> None:
    metadata = {
        "plan": "gold",
        "orders": 3,
        "score": 0.5,
        "vip": True,
        "shop.city": "Bern",
        "nothing": None,
        "list": [1],
        "object": {"a": 1},
        "not a name": "x",
    }

    values = call_variables(session(metadata=metadata), agent(), None, NOW)

    given = {name: value for name, value in values.items() if name.startswith("metadata.")}
    assert given == {
        "metadata.plan": "gold",
        "metadata.orders": "3",
        "metadata.score": "0.5",
        "metadata.vip": "true",
        "metadata.shop.city": "Bern",
    }
