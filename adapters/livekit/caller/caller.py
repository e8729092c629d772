"""One call, from joining the room to hanging up."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from adapters.livekit.caller.conversation import Conversation
from adapters.livekit.caller.lines import Talker
from adapters.livekit.caller.manners import Manners
from adapters.livekit.caller.microphone import QUEUE_MS
from adapters.livekit.caller.recording import StereoRecording
from adapters.livekit.caller.report import CallFailedError, CallReport
from adapters.livekit.caller.telephone import Connection, Telephone, telephone


async def _nothing() -> None:
    """Whoever wants the agent in the room has asked already."""


def _unheard(news: str) -> None:
    """Nobody wants to know before the call is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Places one call. *lines* holds the audio of everything *talker* may say.

    *ask_for_agent* is awaited once the caller is in the room; times count from that moment. *news*
    is told what is measured, as it happens.
    """

    connection: Connection
    talker: Talker
    lines: Mapping[str, bytes]
    recording: Path | None = None
    manners: Manners = field(default_factory=Manners)
    ask_for_agent: Callable[[], Awaitable[None]] = _nothing
    news: Callable[[str], None] = _unheard

    async def call(self) -> CallReport:
        """Stay until the call is over.

        Raises CallFailedError when the agent does not come, never speaks, or falls silent.
        """
        if self.recording is None:
            return await self._in_room(None)
        with StereoRecording(self.recording, ahead_ms=QUEUE_MS) as recording:
            return await self._in_room(recording)

    async def _in_room(self, recording: StereoRecording | None) -> CallReport:
        hangover_s = self.manners.hangover_s
        try:
            async with (
                asyncio.timeout(self.manners.longest_call_s),
                telephone(self.connection, hangover_s=hangover_s, recording=recording) as line,
            ):
                return await self._talk(line)
        except TimeoutError as error:
            limit = self.manners.longest_call_s
            raise CallFailedError(f"the call was not over after {limit:.0f} s") from error
        except ExceptionGroup as failures:  # the line's tasks form a group; the first cause says it
            raise CallFailedError(str(failures.exceptions[0])) from failures

    async def _talk(self, line: Telephone) -> CallReport:
        began_at = asyncio.get_running_loop().time()
        await self.ask_for_agent()
        await self._wait_for_agent(line)
        joined_ms = round(((line.agent_joined_at or began_at) - began_at) * 1000)
        self.news(f"agent joined after {joined_ms} ms")
        conversation = Conversation(
            line=line,
            talker=self.talker,
            audio=self.lines,
            manners=self.manners,
            began_at=began_at,
            news=self.news,
        )
        await conversation.hold()
        return self._report(line, conversation)

    async def _wait_for_agent(self, line: Telephone) -> None:
        patience = self.manners.agent_joins_within_s
        try:
            async with asyncio.timeout(patience):
                await line.agent_joined.wait()
        except TimeoutError:
            raise CallFailedError(f"no agent joined within {patience:.0f} s") from None

    def _report(self, line: Telephone, conversation: Conversation) -> CallReport:
        def since_asked(at: float | None) -> int | None:
            return None if at is None else max(0, round((at - conversation.began_at) * 1000))

        return CallReport(
            agent_joined_ms=since_asked(line.agent_joined_at) or 0,
            first_audio_ms=since_asked(line.listener.first_heard_at),
            caller_turns=tuple(conversation.caller_turns),
            agent_turns=tuple(conversation.agent_turns),
            agent_left=line.agent_left.is_set(),
            worst_delay_ms=round(line.microphone.worst_delay_s * 1000),
            recording=self.recording,
        )
