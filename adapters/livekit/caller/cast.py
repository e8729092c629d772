"""The people of a script: each joins, stays and leaves by their own telephone."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

from adapters.livekit.caller.microphone import QUEUE_MS
from adapters.livekit.caller.recording import StereoRecording
from adapters.livekit.caller.report import CallFailedError, Take
from adapters.livekit.caller.telephone import Connection, Telephone, telephone


@dataclass(slots=True, kw_only=True)
class _Member:
    line: Telephone
    leave: asyncio.Event
    gone: asyncio.Task[None]


@dataclass(slots=True, kw_only=True)
class Cast:
    """Who is in the room. *connect* and *recording_of* make the way there and the file, by name."""

    tasks: asyncio.TaskGroup
    connect: Callable[[str], Connection]
    recording_of: Callable[[str, int], Path]
    hangover_s: float
    takes: list[Take] = field(default_factory=list)
    """The recordings that are finished, one for each time that somebody was in the room."""
    worst_delay_s: float = 0.0
    _members: dict[str, _Member] = field(default_factory=dict)

    async def join(self, who: str) -> Telephone:
        """Have *who* in the room. Raises CallFailedError when they cannot join."""
        opened: asyncio.Future[Telephone] = asyncio.get_running_loop().create_future()
        leave = asyncio.Event()
        gone = self.tasks.create_task(self._attend(who, opened, leave))
        line = await opened
        self._members[who] = _Member(line=line, leave=leave, gone=gone)
        return line

    async def leave(self, who: str) -> None:
        """Have *who* out of the room again."""
        member = self._members.pop(who)
        member.leave.set()
        await member.gone

    async def leave_all(self) -> None:
        """Nobody of them stays."""
        for who in list(self._members):
            await self.leave(who)

    def line_of(self, who: str) -> Telephone:
        """Raises CallFailedError when *who* is not in the room."""
        if who not in self._members:
            raise CallFailedError(f"{who} is not on the phone")
        return self._members[who].line

    @property
    def lines(self) -> tuple[Telephone, ...]:
        """Of everybody who is in the room."""
        return tuple(member.line for member in self._members.values())

    async def _attend(
        self, who: str, opened: asyncio.Future[Telephone], leave: asyncio.Event
    ) -> None:
        path = self.recording_of(who, sum(take.who == who for take in self.takes) + 1)
        try:
            with StereoRecording(path, ahead_ms=QUEUE_MS) as recording:
                way = self.connect(who)
                async with telephone(way, hangover_s=self.hangover_s, recording=recording) as line:
                    opened.set_result(line)
                    await leave.wait()
        except ExceptionGroup as failures:  # the line's tasks form a group; the first cause says it
            failure = CallFailedError(str(failures.exceptions[0]))
            if opened.done():
                raise failure from failures
            opened.set_exception(failure)
            return
        self._note(who, path, line)

    def _note(self, who: str, path: Path, line: Telephone) -> None:
        began_at = line.microphone.began_at
        if began_at is not None:
            self.takes.append(Take(who=who, path=path, began_at=began_at))
        self.worst_delay_s = max(self.worst_delay_s, line.microphone.worst_delay_s)


@contextlib.asynccontextmanager
async def cast(
    connect: Callable[[str], Connection],
    recording_of: Callable[[str, int], Path],
    *,
    hangover_s: float,
) -> AsyncIterator[Cast]:
    """An empty room's callers; leaving the block has all of them leave."""
    async with asyncio.TaskGroup() as tasks:
        people = Cast(
            tasks=tasks, connect=connect, recording_of=recording_of, hangover_s=hangover_s
        )
        try:
            yield people
        finally:
            await people.leave_all()
