"""Actions as JSON."""

from typing import Annotated, Literal

from pydantic import Field

from domain.contact_details import ContactField
from domain.workflow.actions import LONGEST_WAIT_S
from entrypoints.http.schemas.base import In, Line, Metadata, Name, Text, Whole

_TEMPLATE = "may hold variables such as `{{lead.name}}`"


class CallWebhookModel(In):
    """POST something to an address, which has no variables."""

    type: Literal["call_webhook"]
    url: str = Field(max_length=2_000, description="https, on port 443 or 8443, not private")
    body: Metadata = Field(description=_TEMPLATE)


class UpdateCrmModel(In):
    """Fill empty fields of the caller's contact; where others differ a person decides."""

    type: Literal["update_crm"]
    fields: dict[ContactField, Text] = Field(description=_TEMPLATE)


class CreateTaskModel(In):
    """Something for a person to do, under `/api/tasks`."""

    type: Literal["create_task"]
    title: Line = Field(description=_TEMPLATE)
    text: Annotated[str, Field(max_length=8_000)] = Field(default="", description=_TEMPLATE)


class SendMessageModel(In):
    """Tell somebody something."""

    type: Literal["send_message"]
    channel: Literal["sms", "email", "chat"]
    to: Line = Field(description=_TEMPLATE)
    text: Text = Field(description=_TEMPLATE)


class ChangeInstructionsModel(In):
    """Live: the agent follows this from now on. No variables."""

    type: Literal["change_instructions"]
    text: Text


class TransferCallerModel(In):
    """Live: put the caller through to one of the agent's `transferTo`."""

    type: Literal["transfer"]
    to: Line


class SayModel(In):
    """Live: the agent says this."""

    type: Literal["say"]
    text: Annotated[Text, Field(max_length=1_000)] = Field(description=_TEMPLATE)


class EndCallModel(In):
    """Live: the call is over."""

    type: Literal["end"]


class StartWorkflowModel(In):
    """Start another workflow, and go on."""

    type: Literal["start_workflow"]
    name: Name


class WaitModel(In):
    """Go on later, whoever is restarted meanwhile."""

    type: Literal["wait"]
    seconds: Whole = Field(ge=1, le=LONGEST_WAIT_S)


ActionModel = Annotated[
    CallWebhookModel
    | UpdateCrmModel
    | CreateTaskModel
    | SendMessageModel
    | ChangeInstructionsModel
    | TransferCallerModel
    | SayModel
    | EndCallModel
    | StartWorkflowModel
    | WaitModel,
    Field(discriminator="type"),
]
