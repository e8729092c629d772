"""The live call over LiveKit's AgentSession and a Realtime model."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

from livekit import rtc
from livekit.agents import (
    Agent,
    AgentSession,
    AgentStateChangedEvent,
    CloseEvent,
    ConversationItemAddedEvent,
    ErrorEvent,
    JobContext,
)
from livekit.agents.llm import ChatMessage, RealtimeModel
from livekit.agents.types import NOT_GIVEN
from livekit.agents.voice.room_io import AudioInputOptions, RoomOptions
from loguru import logger

from adapters.livekit.reply_watch import ReplyWatch
from adapters.livekit.tools import framework_tools
from adapters.livekit.turn_assembly import TurnAssembly
from application.ports.conversation import (
    AgentSpoke,
    CallEnded,
    CallerJoined,
    CallerLeft,
    CallEvent,
    CallSpec,
    Degraded,
    TurnEnded,
)
from domain.agent_config import AgentConfig
from domain.errors import UnavailableError
from domain.ids import ParticipantIdentity
from domain.language import Language

ModelFactory = Callable[[AgentConfig, Language], RealtimeModel]

_JOIN_WITHIN_S = 10.0
_FINISH_SPEAKING_WITHIN_S = 10.0
_TEAR_DOWN_WITHIN_S = 5.0
_FRAME_MS = 20
_PEOPLE = (
    rtc.ParticipantKind.PARTICIPANT_KIND_STANDARD,
    rtc.ParticipantKind.PARTICIPANT_KIND_SIP,
)


class LiveKitCallSession:
    """One job's call; `ctx` is where the framework keeps the job's room.

    The framework calls back synchronously; whatever happens goes through one queue, in order.
    """

    def __init__(self, ctx: JobContext, *, make_model: ModelFactory) -> None:
        self._ctx = ctx
        self._make_model = make_model
        self._events: asyncio.Queue[CallEvent] = asyncio.Queue()
        self._session: AgentSession[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._began = 0.0
        self._spoke = False
        self._has_ended = False
        self._closing: asyncio.Task[None] | None = None
        self._turns = TurnAssembly(now_ms=self._now_ms)
        self._replies = ReplyWatch(ask_again=self._ask_again)

    async def start(self, spec: CallSpec) -> None:
        """Join, with the speech connection opening beside it."""
        self._began = asyncio.get_running_loop().time()
        session: AgentSession[None] = AgentSession(
            llm=self._make_model(spec.agent, spec.language),
            vad=None,
            turn_handling={"turn_detection": "realtime_llm"},
            aec_warmup_duration=None,
            user_away_timeout=None,
        )
        agent = Agent(
            instructions=spec.agent.instructions,
            tools=list(framework_tools(spec, now_ms=self._now_ms, emit=self._put)),
        )
        self._session = session
        self._follow_session(session)
        try:
            async with asyncio.timeout(_JOIN_WITHIN_S):
                await session.start(
                    agent,
                    room=self._ctx.room,
                    session_host=False,
                    record=False,
                    room_options=_room_options(spec),
                )
        except (TimeoutError, rtc.ConnectError) as error:
            raise UnavailableError("the room could not be joined") from error
        self._follow_protocol(agent)
        self._follow_room(self._ctx.room)

    async def events(self) -> AsyncIterator[CallEvent]:
        """Everything that happens, ending with CallEnded."""
        while True:
            event = await self._events.get()
            yield event
            if isinstance(event, CallEnded):
                return

    async def say(self, text: str) -> None:
        """Have the model speak *text*; Realtime models have no way to be given exact words."""
        self._replies.owe()
        self._reply(f'Say exactly: "{text}"')

    async def close(self) -> None:
        """Let the agent finish its sentence, then leave."""
        if self._closing is None:
            self._closing = asyncio.create_task(self._leave())
        await asyncio.shield(self._closing)

    async def _leave(self) -> None:
        self._replies.close()
        if self._session is not None:
            await self._finish_speaking(self._session)
            try:
                async with asyncio.timeout(_TEAR_DOWN_WITHIN_S):
                    await self._session.aclose()
            except Exception as error:
                logger.bind(code=type(error).__name__).warning("call teardown broke")
        self._end(None)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _finish_speaking(self, session: AgentSession[None]) -> None:
        speech = session.current_speech
        if speech is None or self._has_ended:
            return
        try:
            async with asyncio.timeout(_FINISH_SPEAKING_WITHIN_S):
                await speech.wait_for_playout()
        except TimeoutError:
            logger.info("the agent was still speaking when the call was closed")

    def _follow_session(self, session: AgentSession[None]) -> None:
        session.on("conversation_item_added", self._on_item)
        session.on("agent_state_changed", self._on_agent_state)
        session.on("error", self._on_error)
        session.on("close", self._on_close)

    def _follow_protocol(self, agent: Agent) -> None:
        realtime = agent.realtime_llm_session
        realtime.on("openai_server_event_received", self._on_protocol_event)
        realtime.on("session_reconnected", lambda _: self._replies.reconnected())

    def _follow_room(self, room: rtc.Room) -> None:
        room.on("participant_connected", self._on_joined)
        room.on("participant_disconnected", self._on_left)
        # The room is gone, closed by somebody or out of reach for good: nobody can be talked to.
        room.on("disconnected", lambda _: self._end(None))
        for participant in room.remote_participants.values():
            self._on_joined(participant)

    def _on_joined(self, participant: rtc.RemoteParticipant) -> None:
        if participant.kind in _PEOPLE:
            self._put(CallerJoined(identity=ParticipantIdentity(participant.identity)))

    def _on_left(self, participant: rtc.RemoteParticipant) -> None:
        someone_is_there = any(
            other.kind in _PEOPLE and other.identity != participant.identity
            for other in self._ctx.room.remote_participants.values()
        )
        if participant.kind in _PEOPLE and not someone_is_there:
            self._put(CallerLeft(identity=ParticipantIdentity(participant.identity)))

    def _on_protocol_event(self, event: dict[str, Any]) -> None:
        self._replies.follow(event)
        turn = self._turns.follow(event)
        if turn is not None:
            self._put(turn)

    def _on_item(self, event: ConversationItemAddedEvent) -> None:
        item = event.item
        if isinstance(item, ChatMessage) and item.role == "assistant":
            played = (item.text_content or "").strip()
            self._put(self._turns.agent_turn(item.id, played, interrupted=item.interrupted))

    def _on_agent_state(self, event: AgentStateChangedEvent) -> None:
        if event.new_state != "speaking":
            return
        self._turns.agent_speaks()
        if not self._spoke:
            self._spoke = True
            self._put(AgentSpoke(at_ms=self._now_ms()))

    def _on_error(self, event: ErrorEvent) -> None:
        code = _code(event.error)
        if getattr(event.error, "recoverable", True):
            self._put(Degraded(code=code))
            return
        # The framework does not always tell of the close that follows, so this counts as the end.
        self._end(code)

    def _on_close(self, event: CloseEvent) -> None:
        self._end(_code(event.error) if event.error is not None else None)

    def _ask_again(self, code: str) -> None:
        self._put(Degraded(code=code))
        self._reply(None)

    def _reply(self, instructions: str | None) -> None:
        if self._session is None or self._has_ended:
            return

        async def reply(session: AgentSession[None]) -> None:
            given = NOT_GIVEN if instructions is None else instructions
            handle = session.generate_reply(instructions=given)
            _ = await handle
            if handle.exception() is not None:
                self._put(Degraded(code="reply_failed"))

        self._run(reply(self._session))

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _end(self, error: str | None) -> None:
        if self._has_ended:
            return
        self._has_ended = True
        self._replies.close()
        for turn in self._turns.unrecognised():
            self._events.put_nowait(turn)
        self._events.put_nowait(CallEnded(error=error))

    def _put(self, event: CallEvent | TurnEnded) -> None:
        if not self._has_ended:
            self._events.put_nowait(event)

    def _now_ms(self) -> int:
        return round((asyncio.get_running_loop().time() - self._began) * 1000)


def _room_options(spec: CallSpec) -> RoomOptions:
    return RoomOptions(
        text_input=False,
        audio_input=AudioInputOptions(frame_size_ms=_FRAME_MS),
        close_on_disconnect=False,
        participant_identity=spec.caller or NOT_GIVEN,
    )


def _code(error: object) -> str:
    """What went wrong, in one word: error texts may repeat what callers said."""
    inner = getattr(error, "error", error)
    body = getattr(inner, "body", None)
    code = getattr(body, "code", None) or getattr(inner, "code", None)
    return str(code) if code else type(inner).__name__
