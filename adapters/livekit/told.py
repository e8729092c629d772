"""What came in beside the conversation is told, once."""

import asyncio
from collections.abc import Callable
from typing import Any

from livekit.agents import AgentSession

_SETTLES_WITHIN_S = 1.2
_LOOKS = 30


async def be_told(session: AgentSession[None], answer: Callable[[], None]) -> None:
    """Have the agent speak, by *answer*, of what its context has got just now.

    Not where a reply to the caller begins from here on, which has it in view, and not into
    anybody's speech.
    """
    realtime = session.current_agent.realtime_llm_session
    has_begun = asyncio.Event()

    def follow(event: dict[str, Any]) -> None:
        if event.get("type") == "response.created":
            has_begun.set()

    realtime.on("openai_server_event_received", follow)
    try:
        for _ in range(_LOOKS):
            if await _happens(has_begun):
                return
            if "speaking" not in {session.user_state, session.agent_state}:
                answer()
                return
    finally:
        realtime.off("openai_server_event_received", follow)


async def _happens(event: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(_SETTLES_WITHIN_S):
            await event.wait()
    except TimeoutError:
        return False
    return True
