"""An agent that talks with the local Realtime server, without a room: words in, words out."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from livekit import rtc
from livekit.agents import Agent, AgentSession, ConversationItemAddedEvent
from livekit.agents.llm import ChatMessage, Tool, Toolset
from livekit.agents.voice.io import AudioInput
from livekit.plugins.openai.realtime import RealtimeModel
from openai.types.realtime.realtime_audio_input_turn_detection import ServerVad

from adapters.livekit.tools import ToolRuns
from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.ports import CallTool, Prompt, Reply, Say
from adapters.realtime_emulator.run import EmulatorConfig, RunningEmulator, running_emulator
from application.ports.conversation import CallSpec, TurnEnded
from domain.agent_config import AgentConfig
from domain.ids import RoomName, VoiceSessionId
from domain.language import Language
from domain.tool import ToolDefinition, ToolOutcome
from tests.emulator.engines import RATE, HummingMouth, ObedientBrain

_FRAME = RATE // 50
_DEADLINE_S = 15.0


class ToolBrain(ObedientBrain):
    """Obeys, says what it is to say exactly, and answers a tool with `Result: ...`."""

    async def reply(self, prompt: Prompt) -> Reply:
        """Calls `lookup_order` for `order NUMBER`, `stock_count` for `count ITEM`."""
        if 'Say exactly: "' in prompt.instructions:
            return (Say(text=prompt.instructions.split('"')[-2]),)
        last = prompt.items[-1]
        if last.kind == "function_call_output":
            told = json.loads(last.output or "{}")
            return (Say(text=f"Result: {told.get('data', told.get('hint'))}."),)
        match last.text.split():
            case ["order", number]:
                return (CallTool(name="lookup_order", arguments={"order_id": number}),)
            case ["count", item]:
                return (CallTool(name="stock_count", arguments={"item": item}),)
        return (Say(text="I am here."),)


class Microphone(AudioInput):
    """Silence, and whatever is played into it, at the speed of sound."""

    def __init__(self) -> None:
        super().__init__(label="test")
        self._audio = bytearray()

    def play(self, pcm: bytes) -> None:
        """Let this be heard next."""
        self._audio.extend(pcm)

    async def __anext__(self) -> rtc.AudioFrame:
        await asyncio.sleep(0.02)
        piece = bytes(self._audio[: _FRAME * 2]).ljust(_FRAME * 2, b"\0")
        del self._audio[: _FRAME * 2]
        return rtc.AudioFrame(piece, RATE, 1, _FRAME)


@dataclass(kw_only=True)
class Talk:
    """One conversation: what was said and used, in order; and a tool that a test can hold up."""

    session: AgentSession[None]
    microphone: Microphone
    ears: ScriptedEars
    server: RunningEmulator
    lines: "asyncio.Queue[str]" = field(default_factory=asyncio.Queue)
    turns: list[TurnEnded] = field(default_factory=list)
    called: asyncio.Event = field(default_factory=asyncio.Event)
    was_cancelled: asyncio.Event = field(default_factory=asyncio.Event)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    hands_off: bool = False
    call_ids: list[str] = field(default_factory=list)
    expected: int = 0

    async def heard(self) -> str:
        """The next thing that the agent says."""
        async with asyncio.timeout(_DEADLINE_S):
            return await self.lines.get()

    async def quiet_for(self, seconds: float) -> bool:
        """Whether the agent says nothing for so long."""
        await asyncio.sleep(seconds)
        return self.lines.empty()

    def ask(self, words: str) -> None:
        """The caller writes, as it were: nothing is to be recognised."""
        _ = self.session.generate_reply(user_input=words)

    def answer(self) -> None:
        """The agent takes its turn."""
        _ = self.session.generate_reply()

    def expect(self) -> None:
        """A reply to a result is about to be asked for."""
        self.expected += 1

    def speak(self, speech: bytes, words: str) -> None:
        """The caller speaks *words*."""
        self.ears.push(words)
        self.microphone.play(speech)

    async def invoke(
        self, name: str, arguments: Mapping[str, object], /, *, call_id: str = ""
    ) -> ToolOutcome:
        """The tool: answers when the gate opens."""
        self.called.set()
        self.call_ids.append(call_id)
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.was_cancelled.set()
            raise
        return ToolOutcome(
            payload={"ok": True, "data": f"{name} {arguments['order_id']}"},
            hands_off=self.hands_off,
        )

    @property
    def unanswered(self) -> set[str]:
        """The model's calls of tools that its context holds no output for."""
        items = self.session.current_agent.realtime_llm_session.chat_ctx.items
        calls = {item.call_id for item in items if item.type == "function_call"}
        return calls - {item.call_id for item in items if item.type == "function_call_output"}


@asynccontextmanager
async def talk(tool: ToolDefinition, *, filler_after_s: float = 60.0) -> AsyncIterator[Talk]:
    """An agent that has *tool*."""
    ears = ScriptedEars()
    config = EmulatorConfig(
        ears=ears,
        mouth=HummingMouth(),
        load_scenario=lambda _: ToolBrain,
        scenario="tool",
    )
    async with running_emulator(config) as emulator, aiohttp.ClientSession() as http:
        vad = ServerVad(type="server_vad", silence_duration_ms=300)
        model = RealtimeModel(
            base_url=emulator.base_url, api_key="k", http_session=http, turn_detection=vad
        )
        session: AgentSession[None] = AgentSession(
            llm=model,
            vad=None,
            turn_handling={"turn_detection": "realtime_llm"},
            aec_warmup_duration=None,
            user_away_timeout=None,
        )
        here = Talk(session=session, microphone=Microphone(), ears=ears, server=emulator)
        runs = ToolRuns(
            now_ms=lambda: 0,
            emit=here.turns.append,
            answer=here.answer,
            expect=here.expect,
            filler_after_s=filler_after_s,
        )
        session.on("conversation_item_added", lambda event: _note(here, event))
        session.input.audio = here.microphone
        try:
            tools = list[Tool | Toolset](runs.tools(_spec(here, tool)))
            await session.start(Agent(instructions="Be kind.", tools=tools))
            yield here
        finally:
            await runs.aclose()
            await session.aclose()
            await model.aclose()


def _note(here: Talk, event: ConversationItemAddedEvent) -> None:
    if isinstance(event.item, ChatMessage) and event.item.role == "assistant":
        here.lines.put_nowait(event.item.text_content or "")


def _spec(here: Talk, tool: ToolDefinition) -> CallSpec:
    return CallSpec(
        session_id=VoiceSessionId("ses_1"),
        room=RoomName("room"),
        agent=AgentConfig(name="Demo", instructions="Be kind."),
        language=Language("en"),
        tools=(tool,),
        invoke=here.invoke,
        filler=lambda times: f"Still looking, {times}.",
    )
