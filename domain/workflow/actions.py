"""What a workflow's steps do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from domain.contact_details import ContactField
from domain.errors import InvalidValueError
from domain.webhook import parse_target
from domain.workflow.templates import check_names

LONGEST_WAIT_S = 30 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class CallWebhook:
    """POST *body* to *url*. The address is fixed: what callers say leads nowhere else."""

    type: Literal["call_webhook"] = "call_webhook"
    url: str
    body: Mapping[str, object]

    def __post_init__(self) -> None:
        parse_target(self.url)
        check_names(self.body, what="body")


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCrm:
    """Write *fields* to the contact of who called; empty ones are filled, a person decides on
    others."""

    type: Literal["update_crm"] = "update_crm"
    fields: Mapping[ContactField, str]

    def __post_init__(self) -> None:
        if not self.fields:
            raise InvalidValueError("fields must name at least one field")
        check_names(self.fields, what="fields")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateTask:
    """Something for a person to do."""

    type: Literal["create_task"] = "create_task"
    title: str
    text: str = ""

    def __post_init__(self) -> None:
        _check_text(self.title, what="title")
        check_names(self.text, what="text")


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMessage:
    """Tell *to*, by *channel*, *text*."""

    type: Literal["send_message"] = "send_message"
    channel: Literal["sms", "email", "chat"]
    to: str
    text: str

    def __post_init__(self) -> None:
        _check_text(self.to, what="to")
        _check_text(self.text, what="text")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeInstructions:
    """The agent follows *text* from now on; no variables: callers give the agent no orders."""

    type: Literal["change_instructions"] = "change_instructions"
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidValueError("text must not be empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferCaller:
    """Put the caller through to one of the agent's transferTo."""

    type: Literal["transfer"] = "transfer"
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """The agent says *text*."""

    type: Literal["say"] = "say"
    text: str

    def __post_init__(self) -> None:
        _check_text(self.text, what="text")


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCall:
    """The call is over."""

    type: Literal["end"] = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartWorkflow:
    """Start the workflow called *name*, and go on."""

    type: Literal["start_workflow"] = "start_workflow"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Go on in so many *seconds*; whoever is restarted meanwhile."""

    type: Literal["wait"] = "wait"
    seconds: int

    def __post_init__(self) -> None:
        if not 1 <= self.seconds <= LONGEST_WAIT_S:
            raise InvalidValueError(f"seconds to wait must be 1 to {LONGEST_WAIT_S} (30 days)")


LiveAction = ChangeInstructions | TransferCaller | Say | EndCall
"""What can only be done while the call goes on."""

Action = CallWebhook | UpdateCrm | CreateTask | SendMessage | LiveAction | StartWorkflow | Wait


def _check_text(text: str, *, what: str) -> None:
    if not text.strip():
        raise InvalidValueError(f"{what} must not be empty")
    check_names(text, what=what)
