"""The protocol as a whole: one session from its first event to its last."""

import asyncio

from loguru import logger

from adapters.realtime_emulator.clock import epoch_seconds
from adapters.realtime_emulator.engine import Engine
from adapters.realtime_emulator.faults import Occasion
from adapters.realtime_emulator.ports import Socket, Visit
from adapters.realtime_emulator.protocol.dialogue import Dialogue
from adapters.realtime_emulator.protocol.endings import expire, strike_ending
from adapters.realtime_emulator.protocol.handlers import Handlers
from adapters.realtime_emulator.protocol.item_events import ItemEvents
from adapters.realtime_emulator.protocol.new_session import settings_for
from adapters.realtime_emulator.protocol.outlet import Outlet
from adapters.realtime_emulator.protocol.response_events import ResponseEvents
from adapters.realtime_emulator.protocol.session import Session
from adapters.realtime_emulator.protocol.session_events import SessionEvents
from adapters.realtime_emulator.protocol.wire import Event, ProtocolError, parsed, text_at
from adapters.realtime_emulator.tasks import Tasks


class RealtimeProtocol:
    """The generally available dialect of `/v1/realtime`, without its beta ancestor."""

    route = "/v1/realtime"

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def serve(self, socket: Socket, visit: Visit) -> None:
        """Hold one session; everything it started has ended when this returns."""
        session = self._session(socket, visit)
        dialogue = Dialogue(session)
        connection = _Connection(session, dialogue, visit)
        try:
            with self._engine.live.joined_by(connection):
                await self._converse(connection, session)
        finally:
            await session.tasks.close()
            await dialogue.close()
            self._engine.journal.forget_connection(visit.number)

    async def _converse(self, connection: "_Connection", session: Session) -> None:
        await session.outlet.emit("session.created", session=session.settings)
        session.tasks.start(expire(session, self._engine.limits.session_seconds))
        strike_ending(session, self._engine.faults.strike(Occasion.CONNECTION))
        async for text in session.socket:
            await connection.receive(text)
            # A client that sends faster than it speaks must not keep the answer from being made.
            await asyncio.sleep(0)

    def _session(self, socket: Socket, visit: Visit) -> Session:
        engine = self._engine
        outlet = Outlet(
            socket=socket, connection=visit.number, journal=engine.journal, faults=engine.faults
        )
        return Session(
            engine=engine,
            settings=settings_for(visit, engine.limits.session_seconds),
            socket=socket,
            outlet=outlet,
            tasks=Tasks(),
            brain=engine.new_brain(),
        )


class _Connection:
    def __init__(self, session: Session, dialogue: Dialogue, visit: Visit) -> None:
        self._session = session
        self._visit = visit
        self._handlers: Handlers = {
            **SessionEvents(session, dialogue).handlers,
            **ItemEvents(session, dialogue).handlers,
            **ResponseEvents(session, dialogue).handlers,
        }

    @property
    def call_id(self) -> str | None:
        return self._visit.query.get("call_id")

    async def hang_up(self, code: int, reason: str) -> None:
        await self._session.socket.close(code, reason)

    async def press(self, key: str) -> None:
        await self._session.outlet.emit(
            "input_audio_buffer.dtmf_event_received", event=key, received_at=epoch_seconds()
        )

    async def receive(self, text: str) -> None:
        event_id: str | None = None
        try:
            event = parsed(text)
            event_id = str(event["event_id"]) if event.get("event_id") else None
            self._session.engine.journal.note(self._visit.number, "in", event)
            await self._handle(event)
        except ProtocolError as error:
            await self._session.outlet.emit_event(error.event(event_id))
        except Exception as error:
            # A mistake of ours is not the end of the client's session.
            logger.opt(exception=error).error("a client event could not be handled")
            mine = ProtocolError(
                "The server had an error.", code="server_error", kind="server_error"
            )
            await self._session.outlet.emit_event(mine.event(event_id))

    async def _handle(self, event: Event) -> None:
        handler = self._handlers.get(text_at(event, "type"))
        if handler is None:
            raise ProtocolError(
                f"Invalid value: '{event['type']}'.", code="invalid_value", param="type"
            )
        await handler(event)
