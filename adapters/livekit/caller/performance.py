"""Playing a script: everybody's acts in their order, on the phone."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from adapters.livekit.caller.acts import (
    Act,
    Coughs,
    Hears,
    Interrupts,
    Joins,
    Leaves,
    Says,
    Script,
    SeesAgentLeave,
    Waits,
)
from adapters.livekit.caller.cast import Cast, cast
from adapters.livekit.caller.cough import cough
from adapters.livekit.caller.ear import CAPTION_DELAY_S, Ear
from adapters.livekit.caller.manners import Manners
from adapters.livekit.caller.report import CallFailedError, Heard, ScriptReport
from adapters.livekit.caller.speech_detector import Speech
from adapters.livekit.caller.telephone import Connection, Telephone

_STOPS_WITHIN_S = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """One script on one call. *audio* holds every line of it, by its text.

    *ask_for_agent* is awaited once the first caller is in the room.
    """

    script: Script
    audio: Mapping[str, bytes]
    connect: Callable[[str], Connection]
    recording_of: Callable[[str, int], Path]
    ask_for_agent: Callable[[], Awaitable[None]]
    news: Callable[[str], None]
    manners: Manners = field(default_factory=Manners)

    async def play(self) -> ScriptReport:
        """To the end of the script, or to what broke it, which the report names."""
        broke = None
        people: Cast | None = None
        heard: list[Heard] = []
        began_at = asyncio.get_running_loop().time()
        try:
            async with (
                asyncio.timeout(self.manners.longest_call_s),
                cast(self.connect, self.recording_of, hangover_s=self.manners.hangover_s) as people,
            ):
                await _Player(performance=self, people=people, heard=heard).play()
        except TimeoutError:
            broke = f"the call was not over after {self.manners.longest_call_s:.0f} s"
        except ExceptionGroup as failures:
            known, others = failures.split(CallFailedError)
            if known is None or others is not None:
                raise
            broke = str(known.exceptions[0])
        return ScriptReport(
            heard=tuple(heard),
            takes=tuple(sorted(people.takes, key=lambda take: take.began_at)) if people else (),
            worst_delay_ms=round(people.worst_delay_s * 1000) if people else 0,
            seconds=asyncio.get_running_loop().time() - began_at,
            broke=broke,
        )


@dataclass(slots=True, kw_only=True)
class _Player:
    performance: Performance
    people: Cast
    heard: list[Heard]
    asked: bool = False

    async def play(self) -> None:
        for act in self.performance.script:
            await self._do(act)

    async def _do(self, act: Act) -> None:
        match act:
            case Joins():
                await self._join(act)
            case Says():
                await self._say(self._line(act.who), self._audio_of(act))
            case Interrupts() | Coughs():
                await self._into_speech(act)
            case Hears():
                await self._hear(act)
            case Waits():
                await asyncio.sleep(act.seconds)
            case Leaves():
                await self.people.leave(act.who)
            case SeesAgentLeave():
                await self._see_agent_leave(act)
            case _:
                assert_never(act)

    async def _join(self, act: Joins) -> None:
        line = await self.people.join(act.who)
        if not self.asked:
            self.asked = True
            await self.performance.ask_for_agent()
        patience = self.performance.manners.agent_joins_within_s
        await _in_time(line.agent_joined, patience, f"no agent joined within {patience:.0f} s")
        self.performance.news(f"{act.who} is on the phone with the agent")

    async def _say(self, line: Telephone, audio: bytes) -> None:
        if line.agent_left.is_set():
            raise CallFailedError("the agent left before the caller had said everything")
        for ear in self.people.lines:
            ear.listener.forget()
            ear.captions.forget()
        await line.microphone.say(audio)

    async def _into_speech(self, act: Interrupts | Coughs) -> None:
        line = self._line(act.who)
        if not await self._ear(line).starts_within(self.performance.manners.patience_s):
            raise CallFailedError("the agent said nothing that could be interrupted")
        since = line.listener.speaking_since or _now()
        await asyncio.sleep(max(0.0, since + act.after_s - _now()))
        if isinstance(act, Coughs):
            await self._say(line, cough())
            return
        await self._say(line, self._audio_of(act))
        speech = await line.listener.wait_for_end(_now() + _STOPS_WITHIN_S)
        if speech is not None:
            text = await line.captions.take(patience_s=CAPTION_DELAY_S)
            self._note(act.who, [speech], text)

    async def _hear(self, act: Hears) -> None:
        line = self._line(act.who)
        speeches: list[Speech] = []
        text = await self._ear(line).hear(speeches, patience_s=act.within_s)
        if not speeches:
            raise CallFailedError(f"{act.who} heard nothing of the agent for {act.within_s:.0f} s")
        self._note(act.who, speeches, text)

    async def _see_agent_leave(self, act: SeesAgentLeave) -> None:
        left = self._line(act.who).agent_left
        await _in_time(left, act.within_s, f"the agent had not left after {act.within_s:.0f} s")

    def _note(self, who: str, speeches: list[Speech], text: str) -> None:
        seconds = speeches[-1].ended_at - speeches[0].started_at
        self.heard.append(Heard(who=who, text=text, seconds=round(seconds, 2)))
        self.performance.news(f"{who} heard {seconds:.1f} s of the agent")

    def _line(self, who: str) -> Telephone:
        return self.people.line_of(who)

    def _ear(self, line: Telephone) -> Ear:
        return Ear(
            line=line, longest_s=self.performance.manners.longest_call_s, on_start=lambda: None
        )

    def _audio_of(self, act: Says | Interrupts) -> bytes:
        return self.performance.audio[act.text]


async def _in_time(event: asyncio.Event, seconds: float, otherwise: str) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        raise CallFailedError(otherwise) from None


def _now() -> float:
    return asyncio.get_running_loop().time()
