"""The parts of an agent's configuration that are rules, as JSON."""

from typing import Annotated

from pydantic import Field

from domain.call_policies import (
    AnswerTo,
    Consent,
    Eagerness,
    TurnDetection,
)
from domain.insight.moderation import DEFAULT_PATIENCE, Category, Verdict
from entrypoints.http.schemas.base import Flag, In, Line, Number, Whole


class TurnTakingModel(In):
    """When the agent takes its turn."""

    detection: TurnDetection = TurnDetection.SERVER
    eagerness: Eagerness = Field(
        default=Eagerness.MEDIUM, description="semantic_vad only: how soon it answers"
    )
    threshold: Number = Field(default=0.5, ge=0, le=1, description="probability of speech")
    silence_ms: Whole = Field(default=500, ge=100, le=10_000)
    prefix_padding_ms: Whole = Field(default=300, ge=0, le=2_000)
    barge_in_after_ms: Whole = Field(
        default=0,
        ge=0,
        le=1_000,
        description="shorter sounds of the caller do not interrupt the agent; 0: every sound does",
    )


class CallLimitsModel(In):
    """How long a call may last, and how long a caller who dropped out is waited for."""

    max_duration_s: Whole = Field(default=1800, ge=10, le=14_400)
    rejoin_grace_s: Whole = Field(default=20, ge=0, le=600)
    warn_before_end_s: Whole = Field(
        default=60, ge=0, le=600, description="0 ends the call without a warning"
    )


class SilenceModel(In):
    """What happens when nobody speaks: the agent asks, and after the last time ends the call."""

    prompt_after_s: Whole = Field(default=20, ge=0, le=600, description="0 lets silence last")
    prompts: Whole = Field(default=2, ge=0, le=10, description="how often it asks")
    end_after_s: Whole = Field(default=20, ge=1, le=600, description="after the last time it asked")


class GroupModel(In):
    """Calls with several people."""

    answer: AnswerTo = Field(
        default=AnswerTo.EVERYONE, description="`addressed`: only turns that contain a name"
    )
    names: Annotated[list[Line], Field(max_length=20)] = Field(
        default=[], description="what the agent is addressed by; none: its own name"
    )
    greet_late_joiners: Flag = False


class RecordingModel(In):
    """Whether the call's audio is kept, and on what consent."""

    enabled: Flag = False
    consent: Consent = Consent.ANNOUNCE


class MemoryModel(In):
    """Whether what callers say is remembered for their next call."""

    enabled: Flag = True
    days: Whole = Field(default=90, ge=1, le=3650, description="how long")


class ModerationModel(In):
    """What follows when something is said that should not be."""

    by_category: dict[Category, Verdict] = Field(
        default={}, description="where it differs from the service's own verdicts"
    )
    patience: dict[Category, Annotated[Whole, Field(ge=1, le=100)]] = Field(
        default=dict(DEFAULT_PATIENCE),
        description="at which turn with any misconduct in it this one ends the call",
    )
    blocked_topics: Annotated[list[Line], Field(max_length=50)] = Field(
        default=[], description="words and phrases that the agent leads away from"
    )
