"""Taking turns: listen until the agent is done, answer, and note when everything happened."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from adapters.livekit.caller.ear import CAPTION_DELAY_S, Ear
from adapters.livekit.caller.lines import Line, Talker
from adapters.livekit.caller.manners import Manners
from adapters.livekit.caller.microphone import Spoken
from adapters.livekit.caller.report import AgentTurn, CallerTurn, CallFailedError
from adapters.livekit.caller.speech_detector import Speech
from adapters.livekit.caller.telephone import Telephone

_SILENCES_BEFORE_GIVING_UP = 3


@dataclass(slots=True, kw_only=True)
class Conversation:
    """One call's turns. *began_at* is the moment that milliseconds are counted from."""

    line: Telephone
    talker: Talker
    audio: Mapping[str, bytes]
    manners: Manners
    began_at: float
    news: Callable[[str], None]
    caller_turns: list[CallerTurn] = field(default_factory=list)
    agent_turns: list[AgentTurn] = field(default_factory=list)
    _spoken: Spoken | None = None
    _silences: int = 0

    async def hold(self) -> None:
        """Talk until the last line was answered or the agent has left.

        Raises CallFailedError when the agent falls silent.
        """
        while not self.line.agent_left.is_set():
            interruption = self.talker.interruption()
            if interruption:
                await self._interrupt(interruption)
                continue
            reply = await self._hear_out()
            if reply is None:
                continue
            self._spoken = await self._say(reply)
            if reply.is_last:
                await self._take_leave()
                return

    async def _hear_out(self) -> Line | None:
        """Listen until there is something to answer; None when the agent left instead."""
        speeches: list[Speech] = []
        texts: list[str] = []
        patience = self.manners.patience_s if self._spoken else self.manners.greeting_s
        reply: Line | None = None
        while reply is None and not self.line.agent_left.is_set():
            text = await self._ear.hear(speeches, patience_s=patience)
            texts.append(text)
            reply = self.talker.answer(text)
            patience = self.manners.thinking_s
        self._note_agent(speeches, texts)
        self._count_silence(spoke=bool(speeches))
        return reply

    async def _say(self, line: Line, *, interrupts: bool = False) -> Spoken:
        spoken = await self.line.microphone.say(self.audio[line.text])
        self.caller_turns.append(
            CallerTurn(
                text=line.text,
                start_ms=self._ms(spoken.started_at),
                end_ms=self._ms(spoken.ended_at),
                interrupted_agent=interrupts,
            )
        )
        return spoken

    async def _interrupt(self, line: Line) -> None:
        """Speak into the agent's turn, and note how long it went on regardless."""
        if not await self._ear.starts_within(self.manners.patience_s):
            raise CallFailedError("the agent said nothing that could be interrupted")
        since = self.line.listener.speaking_since or _now()
        await asyncio.sleep(max(0.0, since + (line.interrupt_after_s or 0.0) - _now()))
        spoken = await self._say(line, interrupts=True)
        speech = await self.line.listener.wait_for_end(_now() + self.manners.patience_s)
        text = await self.line.captions.take(patience_s=CAPTION_DELAY_S)
        if speech:
            self._note_agent([speech], [text], interrupted_by=spoken)
        self._spoken = spoken

    async def _take_leave(self) -> None:
        speeches: list[Speech] = []
        text = await self._ear.hear(speeches, patience_s=self.manners.farewell_s)
        self._note_agent(speeches, [text])
        try:
            async with asyncio.timeout(self.manners.thinking_s):
                await self.line.agent_left.wait()
        except TimeoutError:
            return

    def _note_agent(
        self, speeches: list[Speech], texts: list[str], *, interrupted_by: Spoken | None = None
    ) -> None:
        if not speeches:
            return
        start, end = speeches[0].started_at, speeches[-1].ended_at
        overlap = end - interrupted_by.started_at if interrupted_by else None
        self.agent_turns.append(
            AgentTurn(
                text=" ".join(filter(None, texts)),
                start_ms=self._ms(start),
                end_ms=self._ms(end),
                gap_ms=self._gap_ms(start),
                overlap_ms=None if overlap is None else max(0, round(overlap * 1000)),
            )
        )

    def _tell_of_start(self) -> None:
        start = self.line.listener.speaking_since
        if start is None:
            return
        gap = self._gap_ms(start)
        if gap is not None:
            self.news(f"response gap {gap} ms")
        elif not self.agent_turns:
            self.news(f"first audio after {self._ms(start)} ms")

    @property
    def _ear(self) -> Ear:
        longest_s = self.manners.longest_call_s
        return Ear(line=self.line, longest_s=longest_s, on_start=self._tell_of_start)

    def _gap_ms(self, start: float) -> int | None:
        if self._spoken is None or start < self._spoken.ended_at:
            return None
        return round((start - self._spoken.ended_at) * 1000)

    def _count_silence(self, *, spoke: bool) -> None:
        self._silences = 0 if spoke else self._silences + 1
        if self._silences >= _SILENCES_BEFORE_GIVING_UP:
            raise CallFailedError("the agent fell silent")

    def _ms(self, at: float) -> int:
        return round((at - self.began_at) * 1000)


def _now() -> float:
    return asyncio.get_running_loop().time()
