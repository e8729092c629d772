"""How an agent behaves on a call: the parts of its configuration that are rules, as data."""

from dataclasses import dataclass
from enum import StrEnum

from domain.errors import InvalidValueError


class TurnDetection(StrEnum):
    """Who decides that the caller's turn is over."""

    SEMANTIC = "semantic_vad"
    SERVER = "server_vad"


class Eagerness(StrEnum):
    """How soon semantic turn detection answers: at most 8, 4 or 2 seconds of waiting."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTaking:
    """When the agent takes its turn, in milliseconds; *threshold* is a speech probability.

    *barge_in_after_ms*: while the agent speaks, sounds of the caller shorter than this are not
    passed on, so that a cough does not end the agent's turn; 0 lets every sound through at once.
    """

    detection: TurnDetection = TurnDetection.SERVER
    eagerness: Eagerness = Eagerness.MEDIUM
    threshold: float = 0.5
    silence_ms: int = 500
    prefix_padding_ms: int = 300
    barge_in_after_ms: int = 0

    def __post_init__(self) -> None:
        if not 0.0 <= self.threshold <= 1.0:
            raise InvalidValueError("turnTaking.threshold must be between 0 and 1")
        _check("turnTaking.silenceMs", self.silence_ms, 100, 10_000)
        _check("turnTaking.prefixPaddingMs", self.prefix_padding_ms, 0, 2_000)
        _check("turnTaking.bargeInAfterMs", self.barge_in_after_ms, 0, 1_000)

    @property
    def longest_wait_ms(self) -> int:
        """How much silence at most makes what was said a turn."""
        if self.detection is TurnDetection.SERVER:
            return self.silence_ms
        return {Eagerness.LOW: 8000, Eagerness.MEDIUM: 4000, Eagerness.HIGH: 2000}[self.eagerness]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLimits:
    """How long a call may last, and how long a caller who dropped out is waited for (seconds).

    The caller is told *warn_before_end_s* before the end; 0 ends without a warning.
    """

    max_duration_s: int = 1800
    rejoin_grace_s: int = 20
    warn_before_end_s: int = 60

    def __post_init__(self) -> None:
        _check("limits.maxDurationS", self.max_duration_s, 10, 4 * 3600)
        _check("limits.rejoinGraceS", self.rejoin_grace_s, 0, 600)
        _check("limits.warnBeforeEndS", self.warn_before_end_s, 0, 600)


@dataclass(frozen=True, slots=True, kw_only=True)
class SilencePolicy:
    """What happens when nobody speaks: after *prompt_after_s* the agent asks, *prompts* times.

    After the last prompt and *end_after_s* more of silence it takes leave and ends the call.
    *prompt_after_s* 0 lets silence last.
    """

    prompt_after_s: int = 20
    prompts: int = 2
    end_after_s: int = 20

    def __post_init__(self) -> None:
        _check("silence.promptAfterS", self.prompt_after_s, 0, 600)
        _check("silence.prompts", self.prompts, 0, 10)
        _check("silence.endAfterS", self.end_after_s, 1, 600)


class AnswerTo(StrEnum):
    """Whom the agent answers when several people are on the call."""

    EVERYONE = "everyone"
    ADDRESSED = "addressed"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPolicy:
    """Calls with several people.

    With `addressed` the agent hears everything and answers only turns that contain one of *names*
    (its own name when there are none). *greet_late_joiners* welcomes people who come later.
    """

    answer: AnswerTo = AnswerTo.EVERYONE
    names: tuple[str, ...] = ()
    greet_late_joiners: bool = False


class AnsweringMachine(StrEnum):
    """What to do when no person took the call."""

    IGNORE = "ignore"
    HANG_UP = "hang_up"
    LEAVE_MESSAGE = "leave_message"


class Consent(StrEnum):
    """Whether callers are told, or asked, before a recording begins."""

    NONE = "none"
    ANNOUNCE = "announce"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingPolicy:
    """Whether the call's audio is kept, and on what consent."""

    enabled: bool = False
    consent: Consent = Consent.ANNOUNCE


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryPolicy:
    """Whether what callers say is remembered for their next call, and for how many days."""

    enabled: bool = True
    days: int = 90

    def __post_init__(self) -> None:
        _check("memory.days", self.days, 1, 3650)


def _check(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise InvalidValueError(f"{name} must be between {least} and {most}")
