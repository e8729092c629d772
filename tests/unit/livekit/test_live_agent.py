"""What an agent is told before its model can be reached, and what cannot be changed any more."""

import pytest

from adapters.livekit.live_agent import LiveAgent
from application.ports.conversation import CallChange, CallSpec
from domain.agent_config import AgentConfig
from domain.errors import RejectedError, UnavailableError
from domain.ids import RoomName, VoiceSessionId
from domain.language import Language
from domain.tool import ToolOutcome


async def invoke(name: str, arguments: object, /, *, call_id: str = "") -> ToolOutcome:
    return ToolOutcome(payload={"ok": True})


@pytest.fixture
def agent() -> LiveAgent:
    spec = CallSpec(
        session_id=VoiceSessionId("ses_1"),
        room=RoomName("room"),
        agent=AgentConfig(name="Demo", instructions="Be kind."),
        language=Language("en"),
        tools=(),
        invoke=invoke,
        filler=str,
    )
    return LiveAgent(spec, make_tools=lambda _: [])


async def test_a_voice_that_was_heard_stays_and_nothing_else_is_changed_with_it(
    agent: LiveAgent,
) -> None:
    agent.has_spoken = True
    with pytest.raises(RejectedError, match="a voice that has been heard"):
        await agent.adjust(CallChange(instructions="Be brief.", voice="cedar"))
    assert agent.agent.instructions == "Be kind."


async def test_instructions_are_changed_at_any_time(agent: LiveAgent) -> None:
    agent.has_spoken = True
    await agent.adjust(CallChange(instructions="Be brief."))
    assert agent.agent.instructions == "Be brief."


async def test_a_model_out_of_reach_is_told_of_in_our_words(agent: LiveAgent) -> None:
    with pytest.raises(UnavailableError):
        await agent.tell("A note.")
    with pytest.raises(UnavailableError):
        await agent.compact("A summary.", keep_last=2)
    with pytest.raises(UnavailableError):
        await agent.adjust(CallChange(speed=1.2))
    with pytest.raises(UnavailableError):
        agent.hold_back(True)
    assert not agent.holds_back
