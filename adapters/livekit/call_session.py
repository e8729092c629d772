"""The live call over LiveKit's AgentSession and a Realtime model."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

from livekit import rtc
from livekit.agents import (
    AgentSession,
    AgentStateChangedEvent,
    APIConnectionError,
    APIStatusError,
    CloseEvent,
    ConversationItemAddedEvent,
    ErrorEvent,
    JobContext,
)
from livekit.agents.llm import ChatMessage, RealtimeModel
from livekit.agents.voice.room_io import RoomOptions

from adapters.livekit.call_events import CallEvents
from adapters.livekit.error_codes import code_of
from adapters.livekit.hearing.room_ear import RoomEar
from adapters.livekit.hold_tone import HoldTone
from adapters.livekit.last_words import last_words
from adapters.livekit.live_agent import LiveAgent, reaching_the_model
from adapters.livekit.model_context import AnyRealtimeSession
from adapters.livekit.presence import Presence
from adapters.livekit.speech import Speech
from adapters.livekit.teardown import close_each
from adapters.livekit.tools import ToolRuns
from adapters.livekit.turn_assembly import TurnAssembly
from adapters.livekit.wanted_replies import WantedReplies
from application.ports.conversation import (
    AgentSpoke,
    CallChange,
    CallEvent,
    CallSpec,
    ConnectionLost,
    ConnectionRestored,
    Degraded,
    SpeechStarted,
    SpeechStopped,
    TurnEnded,
)
from domain.agent_config import AgentConfig
from domain.errors import UnavailableError
from domain.ids import ParticipantIdentity
from domain.language import Language
from domain.transcript import Role

ModelFactory = Callable[[AgentConfig, Language], RealtimeModel]

_JOIN_WITHIN_S = 10.0
_TEAR_DOWN_WITHIN_S = 5.0
_HUSH_AFTER_TURN_MS = 300


class LiveKitCallSession:
    """One job's call; `ctx` is where the framework keeps the job's room."""

    def __init__(self, ctx: JobContext, *, make_model: ModelFactory) -> None:
        self._ctx = ctx
        self._make_model = make_model
        self._events = CallEvents()
        self._began = 0.0
        self._has_started = False
        self._is_lost = False
        self._closing: asyncio.Task[None] | None = None
        self._turns = TurnAssembly(now_ms=self._now_ms)
        self._replies = WantedReplies(
            tell=self._degraded,
            end=self._end,
            release=self._release,
            holds_back=lambda: self._agent.holds_back,
        )
        self._tone = HoldTone(ctx.room)
        self._tools = ToolRuns(
            now_ms=self._now_ms,
            emit=self._put_turn,
            answer=self._replies.want_for_tool,
            expect=self._replies.expect_for_tool,
        )

    async def start(self, spec: CallSpec) -> None:
        """Join, with the speech connection opening beside it."""
        self._began = asyncio.get_running_loop().time()
        self._session = self._make_session(spec)
        self._speech = Speech(self._session, tell=self._degraded)
        self._replies.by(self._speech)
        self._agent = LiveAgent(spec, make_tools=self._tools.tools)
        self._ear = self._make_ear(spec)
        self._ear.attach(self._ctx.room)
        self._session.input.audio = self._ear
        self._has_started = True
        self._follow_session(self._session)
        try:
            async with asyncio.timeout(_JOIN_WITHIN_S):
                await self._session.start(
                    self._agent.agent,
                    room=self._ctx.room,
                    session_host=False,
                    record=False,
                    room_options=RoomOptions(
                        text_input=False, audio_input=False, close_on_disconnect=False
                    ),
                )
        except (TimeoutError, rtc.ConnectError) as error:
            raise UnavailableError("the room could not be joined") from error
        self._follow_protocol(self._agent.realtime)
        # The room is gone, closed by somebody or out of reach for good: nobody can be talked to.
        self._ctx.room.on("disconnected", lambda _: self._end(None))
        Presence(self._ctx.room, tell=self._events.put).follow()

    def events(self) -> AsyncIterator[CallEvent]:
        """Everything that happens, ending with CallEnded."""
        return aiter(self._events)

    async def say(self, text: str) -> None:
        """Have the model speak *text*; Realtime models have no way to be given exact words."""
        self._replies.want(f'Say exactly: "{text}"')

    async def answer(self, instructions: str | None = None) -> None:
        """Have the model take its turn."""
        self._replies.want(instructions)

    async def interrupt(self) -> None:
        """Stop the agent's speech, spoken or planned."""
        if not self._events.has_ended:
            with reaching_the_model():
                await self._session.interrupt(force=True)

    async def adjust(self, change: CallChange) -> None:
        """Change instructions and tools at once; the voice only before it was heard."""
        await self._agent.adjust(change)

    async def tell(self, text: str) -> None:
        """Put *text* into the model's context."""
        await self._agent.tell(text)

    async def hold_back(self, on: bool) -> None:
        """Switch the server's own replies off or on."""
        self._agent.hold_back(on)

    async def hold_tone(self, on: bool) -> None:
        """Play a soft tone into the room, or stop it."""
        if on:
            self._tone.start()
        else:
            await self._tone.stop()

    async def compact(self, summary: str, *, keep_last: int) -> int:
        """Put *summary* in place of the oldest items of the model's context."""
        return await self._agent.compact(summary, keep_last=keep_last)

    async def close(self) -> None:
        """Let the agent finish its sentence, then leave."""
        if self._closing is None:
            self._closing = asyncio.create_task(self._leave())
        await asyncio.shield(self._closing)

    async def _leave(self) -> None:
        self._replies.close()
        if self._has_started:
            if not self._events.has_ended:
                await self._speech.finish()
                await last_words(self._turns)
            await self._speech.aclose()
            await self._tools.aclose()
            await close_each(self._session.aclose, self._ear.aclose, within_s=_TEAR_DOWN_WITHIN_S)
        self._end(None)
        await self._tone.stop()

    def _make_session(self, spec: CallSpec) -> AgentSession[None]:
        return AgentSession(
            llm=self._make_model(spec.agent, spec.language),
            vad=None,
            turn_handling={"turn_detection": "realtime_llm"},
            aec_warmup_duration=None,
            user_away_timeout=None,
        )

    def _make_ear(self, spec: CallSpec) -> RoomEar:
        turns = spec.agent.turn_taking
        return RoomEar(
            now_ms=self._now_ms,
            agent_speaks=lambda: self._session.agent_state == "speaking",
            barge_in_after_ms=turns.barge_in_after_ms,
            hush_ms=turns.longest_wait_ms + _HUSH_AFTER_TURN_MS,
        )

    def _follow_session(self, session: AgentSession[None]) -> None:
        session.on("conversation_item_added", self._on_item)
        session.on("agent_state_changed", self._on_agent_state)
        session.on("error", self._on_error)
        session.on("close", self._on_close)

    def _follow_protocol(self, realtime: AnyRealtimeSession) -> None:
        realtime.on("openai_server_event_received", self._on_protocol_event)
        realtime.on("session_reconnected", lambda _: self._on_reconnected())

    def _on_protocol_event(self, event: dict[str, Any]) -> None:
        kind = event.get("type")
        self._replies.follow(event)
        if kind == "input_audio_buffer.speech_started":
            self._events.put(SpeechStarted(role=Role.CALLER, at_ms=self._now_ms()))
        elif kind == "input_audio_buffer.speech_stopped":
            self._events.put(SpeechStopped(role=Role.CALLER, at_ms=self._now_ms()))
        turn = self._turns.follow(event)
        if turn is not None:
            self._put_turn(turn)

    def _on_item(self, event: ConversationItemAddedEvent) -> None:
        item = event.item
        if isinstance(item, ChatMessage) and item.role == "assistant":
            played = (item.text_content or "").strip()
            self._put_turn(self._turns.agent_turn(item.id, played, interrupted=item.interrupted))

    def _on_agent_state(self, event: AgentStateChangedEvent) -> None:
        at_ms = self._now_ms()
        if event.old_state == "speaking":
            self._events.put(SpeechStopped(role=Role.AGENT, at_ms=at_ms))
        if event.new_state != "speaking":
            return
        self._turns.agent_speaks()
        self._events.put(SpeechStarted(role=Role.AGENT, at_ms=at_ms))
        if not self._agent.has_spoken:
            self._agent.has_spoken = True
            self._events.put(AgentSpoke(at_ms=at_ms))

    def _on_error(self, event: ErrorEvent) -> None:
        code = code_of(event.error)
        if not getattr(event.error, "recoverable", True):
            # The framework does not always tell of the close that follows: this is the end.
            self._end(code)
            return
        self._degraded(code)
        if isinstance(getattr(event.error, "error", None), APIConnectionError | APIStatusError):
            self._on_lost()

    def _on_lost(self) -> None:
        if not self._is_lost:
            self._is_lost = True
            self._events.put(ConnectionLost())

    def _on_reconnected(self) -> None:
        self._is_lost = False
        self._events.put(ConnectionRestored())
        self._replies.reconnected(lacks_words=self._turns.lacks_last_words)

    def _on_close(self, event: CloseEvent) -> None:
        self._end(code_of(event.error) if event.error is not None else None)

    def _release(self) -> None:
        self._agent.abandon_response()

    def _degraded(self, code: str) -> None:
        self._events.put(Degraded(code=code))

    def _end(self, error: str | None) -> None:
        self._replies.close()
        for turn in self._turns.unfinished():
            self._put_turn(turn)
        self._events.end(error)

    def _put_turn(self, turn: TurnEnded) -> None:
        if turn.role is Role.CALLER and turn.participant is None:
            person = self._ear.speakers.between(turn.start_ms, turn.end_ms)
            turn = replace(turn, participant=ParticipantIdentity(person) if person else None)
        self._events.put(turn)

    def _now_ms(self) -> int:
        return round((asyncio.get_running_loop().time() - self._began) * 1000)
