"""Scripted callers, ready to call: what the command line and the tests place calls with."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from adapters.livekit.caller.audio import first_audible_ms, split_frames, without_silent_edges
from adapters.livekit.caller.caller import Caller
from adapters.livekit.caller.lines import Line, PlannedTalker, Talker
from adapters.livekit.caller.manners import Manners
from adapters.livekit.caller.persona import Persona
from adapters.livekit.caller.persona_talker import PersonaTalker
from adapters.livekit.caller.recording import audible_seconds
from adapters.livekit.caller.report import CallFailedError, CallReport, percentile
from adapters.livekit.caller.telephone import Connection
from adapters.livekit.credentials import LiveKitCredentials
from adapters.livekit.tokens import LiveKitTokens
from application.ports.rooms import JoinGrant
from domain.errors import InvalidValueError
from domain.ids import ParticipantIdentity, RoomName
from entrypoints.bootstrap.caller_voice import SpokenLine, read_wav, speak_lines
from entrypoints.bootstrap.settings import Settings

__all__ = [
    "CallFailedError",
    "CallPlan",
    "CallReport",
    "Line",
    "Manners",
    "Persona",
    "PersonaTalker",
    "PlannedTalker",
    "Rehearsed",
    "audible_seconds",
    "first_audible_ms",
    "issue_token",
    "livekit_credentials",
    "percentile",
    "place_call",
    "rehearse_lines",
    "rehearse_persona",
    "rehearse_wavs",
    "speech_frames",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """A caller that knows its lines by heart; *new_talker* makes a fresh mind for each call."""

    new_talker: Callable[[], Talker]
    audio: Mapping[str, bytes]


async def rehearse_persona(persona: Persona, *, var_dir: Path) -> Rehearsed:
    """A caller who answers as *persona* would."""
    audio = await speak_lines(_spoken(PersonaTalker(persona).repertoire()), var_dir=var_dir)
    return Rehearsed(new_talker=lambda: PersonaTalker(persona), audio=audio)


async def rehearse_lines(lines: tuple[Line, ...], *, var_dir: Path) -> Rehearsed:
    """A caller who says *lines* in order. Raises InvalidValueError when there is none."""
    if not lines:
        raise InvalidValueError("there is no line to say")
    audio = await speak_lines(_spoken(lines), var_dir=var_dir)
    return Rehearsed(new_talker=lambda: PlannedTalker(lines), audio=audio)


def _spoken(lines: tuple[Line, ...]) -> list[SpokenLine]:
    return [SpokenLine(text=line.text, language=line.language) for line in lines]


def rehearse_wavs(paths: tuple[Path, ...]) -> Rehearsed:
    """A caller who plays one file a turn. Raises InvalidValueError for what is not a WAV file."""
    audio = {path.name: read_wav(path) for path in paths}
    lines = tuple(Line(text=path.name) for path in paths)
    return Rehearsed(new_talker=lambda: PlannedTalker(lines), audio=audio)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPlan:
    """Who calls into which room, and where the recording goes."""

    room: str
    identity: str = "caller"
    token: str | None = None
    recording: Path | None = None
    manners: Manners = field(default_factory=Manners)


async def _nobody_to_ask() -> None:
    """The agent comes by itself."""


def _unheard(news: str) -> None:
    """The report says it all."""


async def place_call(
    settings: Settings,
    plan: CallPlan,
    caller: Rehearsed,
    *,
    ask_for_agent: Callable[[], Awaitable[None]] = _nobody_to_ask,
    news: Callable[[str], None] = _unheard,
) -> CallReport:
    """One call to its end. Raises CallFailedError, which says at which step it failed."""
    credentials = livekit_credentials(settings)
    token = plan.token or issue_token(credentials, plan.room, plan.identity)
    return await Caller(
        connection=Connection(url=credentials.url, token=token, identity=plan.identity),
        talker=caller.new_talker(),
        lines=caller.audio,
        recording=plan.recording,
        manners=plan.manners,
        ask_for_agent=ask_for_agent,
        news=news,
    ).call()


def livekit_credentials(settings: Settings) -> LiveKitCredentials:
    """Where the rooms are. Raises InvalidValueError when no LiveKit server is configured."""
    key, secret = settings.livekit_api_key, settings.livekit_api_secret
    if settings.livekit_url is None or key is None or secret is None:
        raise InvalidValueError("no LiveKit server is configured and none of ours is running")
    return LiveKitCredentials(
        url=settings.livekit_url, api_key=key, api_secret=secret.get_secret_value()
    )


def issue_token(credentials: LiveKitCredentials, room: str, identity: str) -> str:
    """A join token for the caller."""
    grant = JoinGrant(room=RoomName(room), identity=ParticipantIdentity(identity))
    return LiveKitTokens(credentials).issue(grant)


def speech_frames(pcm: bytes) -> list[bytes]:
    """A line in frames of 20 ms, from its first audible sample to its last."""
    return split_frames(without_silent_edges(pcm))
