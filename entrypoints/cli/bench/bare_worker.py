"""What livekit-agents gives without us: its hello world with a Realtime model, process per call.

Run as a program: `python -m entrypoints.cli.bench.bare_worker AGENT_NAME REALTIME_URL`.
"""

import asyncio
import sys

from livekit.agents import Agent, AgentServer, AgentSession, JobContext
from livekit.plugins import openai
from openai.types.realtime.realtime_audio_input_turn_detection import ServerVad


async def entrypoint(ctx: JobContext) -> None:
    """Join, greet, talk."""
    # The same turn detection as our agents: without it the two would wait for different silences.
    model = openai.realtime.RealtimeModel(
        base_url=sys.argv[2],
        api_key="local",
        turn_detection=ServerVad(type="server_vad", silence_duration_ms=500, create_response=True),
    )
    session: AgentSession[None] = AgentSession(llm=model)
    await session.start(Agent(instructions="You are a friendly receptionist."), room=ctx.room)
    _ = session.generate_reply(instructions="Greet the caller.")


def main() -> None:
    """Serve until killed."""
    # The framework's own measure of load is the whole machine's CPU: the callers would close it.
    server = AgentServer(load_fnc=lambda _: 0.0, host="127.0.0.1", port=0)
    server.rtc_session(entrypoint, agent_name=sys.argv[1])
    asyncio.run(server.run())


if __name__ == "__main__":
    main()
