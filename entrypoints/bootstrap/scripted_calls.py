"""Calls that follow a script: several people, each act in its turn, all of it recorded."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.livekit.caller.acts import (
    CALLER,
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
    lines_of,
)
from adapters.livekit.caller.listening import Listening, Overlap, listen_to
from adapters.livekit.caller.performance import Performance
from adapters.livekit.caller.report import Heard, ScriptReport, Take
from adapters.livekit.caller.stretches import Stretch
from adapters.livekit.caller.telephone import Connection
from entrypoints.bootstrap.caller_voice import SpokenLine, speak_lines
from entrypoints.bootstrap.calling import issue_token, livekit_credentials
from entrypoints.bootstrap.settings import Settings

__all__ = [
    "CALLER",
    "Act",
    "Coughs",
    "Heard",
    "Hears",
    "Interrupts",
    "Joins",
    "Leaves",
    "Listening",
    "Overlap",
    "Says",
    "Script",
    "ScriptReport",
    "ScriptedCall",
    "SeesAgentLeave",
    "Stretch",
    "Take",
    "Waits",
    "listen_to_takes",
    "rehearse_script",
]


async def rehearse_script(script: Script, *, var_dir: Path) -> Mapping[str, bytes]:
    """Every line of *script* as audio, by its text."""
    lines = [SpokenLine(text=line.text, language=line.language) for line in lines_of(script)]
    return await speak_lines(lines, var_dir=var_dir)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedCall:
    """A call into *room*.

    Each person's recordings go into *folder*, named after *name*, the person and how often they
    have been in the room.
    """

    settings: Settings
    room: str
    folder: Path
    name: str
    script: Script

    async def play(
        self, *, ask_for_agent: Callable[[], Awaitable[None]], news: Callable[[str], None]
    ) -> ScriptReport:
        """To its end, or to what broke it, which the report names."""
        return await Performance(
            script=self.script,
            audio=await rehearse_script(self.script, var_dir=self.settings.var_dir),
            connect=self._connect,
            recording_of=lambda who, number: self.folder / f"{self.name}-{who}-{number}.wav",
            ask_for_agent=ask_for_agent,
            news=news,
        ).play()

    def _connect(self, who: str) -> Connection:
        credentials = livekit_credentials(self.settings)
        token = issue_token(credentials, self.room, who)
        return Connection(url=credentials.url, token=token, identity=who)


def listen_to_takes(takes: Sequence[Take]) -> list[Listening]:
    """What each of them sounds like, in their order, each with the others taken into account."""
    alone = [listen_to(take.path) for take in takes]
    return [
        listen_to(take.path, others=_others(number, takes, alone))
        for number, take in enumerate(takes)
    ]


def _others(number: int, takes: Sequence[Take], alone: Sequence[Listening]) -> list[Stretch]:
    here = takes[number]
    return [
        stretch.moved(round((take.began_at - here.began_at) * 1000))
        for take, listening in zip(takes, alone, strict=True)
        for stretch in listening.caller
        if take.who != here.who
    ]
