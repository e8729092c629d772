"""From a response's prompt to its last word."""

import asyncio

from loguru import logger

from adapters.realtime_emulator.faults import FaultKind, Occasion
from adapters.realtime_emulator.ports import CallTool, Reply, Say
from adapters.realtime_emulator.protocol.endings import strike_ending
from adapters.realtime_emulator.protocol.function_call import FunctionCall
from adapters.realtime_emulator.protocol.output_item import OutputPart
from adapters.realtime_emulator.protocol.rate_limits import tell_rate_limits
from adapters.realtime_emulator.protocol.response import (
    Outcome,
    Response,
    completed,
    failed,
    out_of_tokens,
)
from adapters.realtime_emulator.protocol.session import Session
from adapters.realtime_emulator.protocol.spoken_message import SpokenMessage
from adapters.realtime_emulator.protocol.written_message import WrittenMessage


class Production:
    """Makes one response."""

    def __init__(self, session: Session, response: Response) -> None:
        self._session = session
        self._response = response
        self._open: OutputPart | None = None

    async def run(self) -> Outcome | None:
        """Send everything between `response.created` and `response.done`; None: fall silent."""
        try:
            await self._wait_for_words()
            if FaultKind.SILENT_RESPONSE in self._response.faults:
                return None
            failure = await self._suffer()
            return failure or await self._deliver(await self._reply())
        except Exception as error:
            # An engine's failure is the end of the response, not of the session.
            logger.error("the response failed: {}", type(error).__name__)
            await self.cut_short()
            return failed("server_error", "The server had an error while making the response.")

    async def cut_short(self) -> None:
        """End what was being sent; call it once `run` was cancelled."""
        part, self._open = self._open, None
        if part is not None:
            await part.end("incomplete")

    async def _wait_for_words(self) -> None:
        for entry in self._response.items:
            await entry.known.wait()
        words, faults = self._response.caller_words, self._session.engine.faults
        struck = faults.strike(Occasion.ANSWER, words)
        self._response.faults |= struck
        strike_ending(self._session, struck)

    async def _suffer(self) -> Outcome | None:
        slow = self._response.faults.get(FaultKind.SLOW_FIRST_TOKEN)
        if slow is not None:
            await asyncio.sleep(slow.for_ms / 1000)
        if FaultKind.RATE_LIMIT not in self._response.faults:
            return None
        await tell_rate_limits(self._session, remaining=0.0)
        return failed("rate_limit_exceeded", "Rate limit reached.")

    async def _reply(self) -> Reply:
        reply = await self._response.brain.reply(self._response.prompt())
        if self._response.settings["tool_choice"] == "none":
            return tuple(part for part in reply if isinstance(part, Say))
        return reply

    async def _deliver(self, reply: Reply) -> Outcome:
        for said in reply:
            part = self._open = self._part(said)
            await part.open()
            is_whole = await part.perform()
            self._open = None
            await part.end("completed" if is_whole else "incomplete")
            if not is_whole:
                return out_of_tokens()
        return completed()

    def _part(self, said: Say | CallTool) -> OutputPart:
        session, response = self._session, self._response
        if isinstance(said, CallTool):
            return FunctionCall(session, response, said)
        if response.settings["output_modalities"] == ["text"]:
            return WrittenMessage(session, response, said)
        return SpokenMessage(session, response, said)
