"""Which responses are under way, and how they begin and end."""

import asyncio
from collections.abc import Callable

from adapters.realtime_emulator.faults import FaultKind, Occasion
from adapters.realtime_emulator.protocol.endings import strike_ending
from adapters.realtime_emulator.protocol.production import Production
from adapters.realtime_emulator.protocol.rate_limits import tell_rate_limits
from adapters.realtime_emulator.protocol.response import Outcome, Response, cancelled
from adapters.realtime_emulator.protocol.session import Session
from adapters.realtime_emulator.protocol.usage import response_usage
from adapters.realtime_emulator.protocol.wire import ProtocolError


class Responses:
    """At most one response at a time in the conversation, any number beside it."""

    def __init__(self, session: Session, *, on_done: Callable[[], None]) -> None:
        self._session = session
        self._on_done = on_done
        self._running: dict[str, tuple[Response, Production]] = {}
        self._cached_tokens = 0
        self._played_until = 0.0
        self._spoke = False

    @property
    def is_busy(self) -> bool:
        """Whether a response in the conversation is under way."""
        return any(response.is_in_conversation for response, _ in self._running.values())

    @property
    def spoke(self) -> bool:
        """Whether any audio was sent, which fixes the voice."""
        running = (response for response, _ in self._running.values())
        return self._spoke or any(map(_audio_ms, running))

    @property
    def playing_s(self) -> float:
        """How long the audio sent so far will still be playing at the caller's."""
        return max(0.0, self._played_until - asyncio.get_running_loop().time())

    async def begin(self, response: Response) -> None:
        """Announce *response* and make it in the background."""
        if response.is_in_conversation and self.is_busy:
            raise active_response_error()
        response.faults = self._session.engine.faults.strike(Occasion.RESPONSE)
        if FaultKind.SILENT_RESPONSE in response.faults:
            return
        production = Production(self._session, response)
        self._running[response.id] = response, production
        if FaultKind.SLOW_RESPONSE not in response.faults:
            await self._announce(response)
        response.task = self._session.tasks.begin(self._make(response, production))

    async def cancel(self, reason: str, response_id: str | None = None) -> None:
        """Stop a response: the one named, or the conversation's. Raises ProtocolError for none."""
        response, production = self._find(response_id)
        if response.task is not None:
            await self._session.tasks.cancel(response.task)
        if response.id in self._running:
            await self._announce(response)
            await production.cut_short()
            await self._finish(response, cancelled(reason))

    async def _make(self, response: Response, production: Production) -> None:
        slow = response.faults.get(FaultKind.SLOW_RESPONSE)
        if slow is not None:
            await asyncio.sleep(slow.for_ms / 1000)
        await self._announce(response)
        outcome = await production.run()
        if outcome is None:
            del self._running[response.id]
        else:
            await self._finish(response, outcome)

    async def _announce(self, response: Response) -> None:
        if response.is_announced:
            return
        response.is_announced = True
        begun = response.wire(Outcome(status="in_progress"))
        await self._session.outlet.emit("response.created", response=begun)
        await tell_rate_limits(self._session)
        strike_ending(self._session, response.faults)

    async def _finish(self, response: Response, outcome: Outcome) -> None:
        del self._running[response.id]
        self._account(response)
        if FaultKind.NO_RESPONSE_DONE not in response.faults:
            await self._session.outlet.emit("response.done", response=response.wire(outcome))
        self._on_done()

    def _account(self, response: Response) -> None:
        cached = self._cached_tokens if response.is_in_conversation else 0
        usage = response_usage(
            response.settings["instructions"], response.items, response.made, cached
        )
        response.usage = usage
        if response.is_in_conversation:
            self._cached_tokens = usage["total_tokens"]
        audio_ms = _audio_ms(response)
        self._spoke = self._spoke or audio_ms > 0
        self._played_until = asyncio.get_running_loop().time() + audio_ms / 1000

    def _find(self, response_id: str | None) -> tuple[Response, Production]:
        for response, production in self._running.values():
            is_meant = response.is_in_conversation if response_id is None else False
            if is_meant or response.id == response_id:
                return response, production
        raise ProtocolError(
            "Cancellation failed: no active response found", code="response_cancel_not_active"
        )


def _audio_ms(response: Response) -> int:
    return sum(entry.audio_ms for entry in response.made)


def active_response_error() -> ProtocolError:
    """There is a response under way already."""
    return ProtocolError(
        "Conversation already has an active response in progress. Wait until the response is "
        "finished before creating a new one.",
        code="conversation_already_has_active_response",
    )
