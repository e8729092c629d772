"""Triggers as JSON."""

from typing import Annotated, Literal

from pydantic import Field

from domain.contact_details import ContactField
from domain.insight.mood import MoodKind
from domain.lead import FieldStatus
from domain.voice_session import CloseReason
from domain.workflow.triggers import LONGEST_SILENCE_S
from entrypoints.http.schemas.base import In, Line, Whole


class PhraseHeardModel(In):
    """The caller said one of the phrases, as whole words; case and accents do not count."""

    type: Literal["phrase"]
    phrases: Annotated[list[Line], Field(min_length=1, max_length=50)] = Field(
        description="in any of the agent's languages"
    )


class IntentHeardModel(In):
    """What the call was about, as read after it, names that."""

    type: Literal["intent"]
    name: Line


class ToolCalledModel(In):
    """The agent used a tool."""

    type: Literal["tool"]
    name: Line


class FieldCapturedModel(In):
    """A contact detail came to be of a status."""

    type: Literal["field"]
    field: ContactField
    status: FieldStatus = FieldStatus.CONFIRMED


class MoodShownModel(In):
    """The caller showed something that calls for attention."""

    type: Literal["mood"]
    mood: MoodKind | None = Field(default=None, description="null: any")


class SessionBeganModel(In):
    """The agent is on the call."""

    type: Literal["session_started"]


class SessionOverModel(In):
    """The call is over."""

    type: Literal["session_ended"]
    reasons: Annotated[list[CloseReason], Field(max_length=20)] = Field(
        default=[], description="none: all"
    )


class SilenceFellModel(In):
    """Nobody has spoken for so long; once for each silence."""

    type: Literal["silence"]
    seconds: Whole = Field(ge=1, le=LONGEST_SILENCE_S)


class CalledModel(In):
    """`POST /api/workflows/{workflowId}/trigger`."""

    type: Literal["webhook"]


TriggerModel = Annotated[
    PhraseHeardModel
    | IntentHeardModel
    | ToolCalledModel
    | FieldCapturedModel
    | MoodShownModel
    | SessionBeganModel
    | SessionOverModel
    | SilenceFellModel
    | CalledModel,
    Field(discriminator="type"),
]
