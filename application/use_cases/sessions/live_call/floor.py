"""The floor of a live call: what its attendants share, and what they can do on it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from application.ports.conversation import (
    CallChange,
    CallerJoined,
    CallerLeft,
    CallEvent,
    CallSession,
    ConnectionLost,
    ConnectionRestored,
    SpeechStarted,
    SpeechStopped,
    TurnEnded,
)
from application.ports.system import Clock
from domain.agent_config import AgentConfig
from domain.errors import ServiceError
from domain.ids import ParticipantIdentity
from domain.language import Language
from domain.phrases import Phrase, phrase
from domain.transcript import Role
from domain.voice_session import CloseReason, VoiceSession

log = logging.getLogger(__name__)

_SAID_AFTER_HAND_OFF = frozenset({Phrase.HANDOFF_TO_HUMAN, Phrase.TIME_OVER})


@dataclass(slots=True, kw_only=True)
class Floor:
    """The state of one call as its attendants see it, and their ways to act.

    *store* writes a turn down; *agent* is the configuration as it is now, *people* who is on the
    call, by identity, with the name they gave themselves.
    """

    session: VoiceSession
    agent: AgentConfig
    call: CallSession
    clock: Clock
    language: Language
    store: Callable[[TurnEnded], None]
    finish: Callable[[CloseReason], None]
    people: dict[ParticipantIdentity, str] = field(default_factory=dict)
    speaking: set[Role] = field(default_factory=set)
    tools_running: int = 0
    is_connected: bool = True
    handed_to: str | None = None
    _held_back_by: set[str] = field(default_factory=set)
    is_over: bool = False
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _reports: set[asyncio.Task[None]] = field(default_factory=set)
    _notes: int = 0

    def follow(self, event: CallEvent) -> None:
        """Keep the state."""
        match event:
            case CallerJoined():
                self.people[event.identity] = event.name
            case CallerLeft():
                self.people.pop(event.identity, None)
            case SpeechStarted():
                self.speaking.add(event.role)
            case SpeechStopped():
                self.speaking.discard(event.role)
            case ConnectionLost():
                self.is_connected = False
                # Whoever was speaking is not heard to stop; on a new line they are heard to begin.
                self.speaking.discard(Role.CALLER)
            case ConnectionRestored():
                self.is_connected = True
            case _:
                pass

    @property
    def is_busy(self) -> bool:
        """Whether silence means nothing now: somebody speaks, works, or cannot be heard."""
        waits = not self.people or not self.is_connected or self.handed_to is not None
        return waits or bool(self.speaking) or self.tools_running > 0

    @property
    def now_ms(self) -> int:
        """The call's time: milliseconds since the agent took the session."""
        began = self.session.joined_at or self.session.dispatched_at
        return max(0, round((self.clock.now() - began).total_seconds() * 1000))

    @property
    def fields(self) -> dict[str, object]:
        """What every log line of this call names."""
        return {"session_id": self.session.id}

    async def say(self, text: str) -> None:
        """Have the agent speak; a call that cannot speak just now goes on.

        Into an empty room it says nothing: nobody would hear it, and nothing would come of it.
        """
        if not self.people:
            log.info("nobody was there to speak to", extra=self.fields)
            return
        try:
            await self.call.say(text)
        except ServiceError as error:
            log.warning("agent could not speak", extra={**self.fields, "code": error.code})

    async def say_phrase(self, which: Phrase, *, index: int = 0, **values: str | int) -> None:
        """Have the agent speak one of the service's own phrases, in the call's language.

        Where a person has taken over, only what nobody else would tell the caller.
        """
        if self.handed_to is not None and which not in _SAID_AFTER_HAND_OFF:
            return
        await self.say(phrase(which, self.language, index=index, **values))

    async def adjust(self, change: CallChange) -> None:
        """Have the agent be different; where that cannot be done just now, the call goes on."""
        try:
            await self.call.adjust(change)
        except ServiceError as error:
            log.warning("agent not adjusted", extra={**self.fields, "code": error.code})

    async def hold_back(self, why: str, *, on: bool) -> None:
        """Have the agent answer nothing by itself as long as there is any reason for it."""
        reasons = self._held_back_by | {why} if on else self._held_back_by - {why}
        if bool(reasons) is not bool(self._held_back_by):
            await self.call.hold_back(bool(reasons))
        self._held_back_by = reasons

    def note(self, text: str) -> None:
        """Write into the transcript what the service did."""
        self._notes += 1
        at_ms = self.now_ms
        self.store(
            TurnEnded(
                item_id=f"note_{self._notes:04d}",
                role=Role.SYSTEM,
                text=text,
                start_ms=at_ms,
                end_ms=at_ms,
            )
        )

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Do *work* beside the call, until its end; when it breaks, it breaks alone."""
        _ = self._start(work, self._tasks)

    def begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """As `run`, for work that may have to be stopped before."""
        return self._start(work, self._tasks)

    def report(self, work: Coroutine[Any, Any, None]) -> None:
        """Do *work* beside the call, and a little beyond its end: `settle` waits for it."""
        _ = self._start(work, self._reports)

    async def clear(self) -> None:
        """Nobody acts any more: the call is over."""
        self.is_over = True
        await _stop(self._tasks)

    async def settle(self, *, within_s: float) -> None:
        """Wait for what is being reported, at most that long."""
        if self._reports:
            await asyncio.wait(self._reports, timeout=within_s)
        await _stop(self._reports)

    def _start(
        self, work: Coroutine[Any, Any, None], among: set[asyncio.Task[None]]
    ) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        among.add(task)
        task.add_done_callback(among.discard)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("attendant broke", extra={**self.fields, "code": type(error).__name__})


async def _stop(tasks: set[asyncio.Task[None]]) -> None:
    stopped = tuple(tasks)
    for task in stopped:
        task.cancel()
    await asyncio.gather(*stopped, return_exceptions=True)
