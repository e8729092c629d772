"""The tools a model may call: what they are called, and what they take."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

JsonSchema = Mapping[str, object]


class ToolName(StrEnum):
    """The tools that come with the service."""

    RECORD_CONTACT = "record_contact"
    CONFIRM_CONTACT = "confirm_contact"
    DECLINE_CONTACT = "decline_contact"
    WITHDRAW_CONTACT = "withdraw_contact"
    HAND_OFF = "hand_off"
    TRANSFER_CALL = "transfer_call"
    END_CALL = "end_call"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolDefinition:
    """A tool as a model is told of it; *parameters* is a JSON schema.

    *timeout_s* is how long it may take. *filler* is what the agent says when it takes long, None
    for a phrase in the caller's language. *cancel_on_barge_in*: a caller who speaks while it runs
    stops it.
    """

    name: str
    description: str
    parameters: JsonSchema
    timeout_s: float = 10.0
    filler: str | None = None
    cancel_on_barge_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolOutcome:
    """What a tool call came to; *payload* is what the model is told, as JSON.

    *hands_off*: a person is to take over, and the agent to fall silent.
    """

    payload: Mapping[str, object]
    ends_call: bool = False
    hands_off: bool = False


_FIELD: JsonSchema = {"type": "string", "enum": ["name", "email", "phone", "company"]}
_WORDS: JsonSchema = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": r"\S"}


def _schema(**properties: JsonSchema) -> JsonSchema:
    required = [name for name in properties if name not in {"spelled", "reason"}]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


BUILT_IN_TOOLS: Mapping[str, ToolDefinition] = {
    definition.name: definition
    for definition in (
        ToolDefinition(
            name=ToolName.RECORD_CONTACT,
            description=(
                "Note a contact detail the caller has just given about themselves, written the"
                " usual way (sarah@example.com, +14155550134). Answers with a read-back to speak"
                " and a token; ask the caller whether the read-back is right."
            ),
            parameters=_schema(
                field=_FIELD,
                value=_WORDS,
                spelled={"type": "boolean", "description": "the caller spelled it out"},
            ),
        ),
        ToolDefinition(
            name=ToolName.CONFIRM_CONTACT,
            description="The caller said that the read-back of this field is right.",
            parameters=_schema(field=_FIELD, token=_WORDS),
        ),
        ToolDefinition(
            name=ToolName.DECLINE_CONTACT,
            description="The caller said that the read-back of this field is wrong.",
            parameters=_schema(field=_FIELD),
        ),
        ToolDefinition(
            name=ToolName.WITHDRAW_CONTACT,
            description="The caller does not want this detail to be kept.",
            parameters=_schema(field=_FIELD),
        ),
        ToolDefinition(
            name=ToolName.HAND_OFF,
            description=(
                "The caller wants to speak to a person, or needs one. They are told that somebody"
                " is coming; say nothing yourself."
            ),
            parameters=_schema(reason={"type": "string", "maxLength": 200}),
        ),
        ToolDefinition(
            name=ToolName.TRANSFER_CALL,
            description=(
                "Put the caller through to another telephone, when they ask for it or need it. Say"
                " first where to; the call goes on there, without you."
            ),
            parameters=_schema(to=_WORDS),
            timeout_s=40.0,
        ),
        ToolDefinition(
            name=ToolName.END_CALL,
            description="Say goodbye first; then hang up with this.",
            parameters=_schema(reason={"type": "string", "maxLength": 200}),
        ),
    )
}

DEFAULT_TOOLS = tuple(
    name for name in BUILT_IN_TOOLS if name not in {ToolName.HAND_OFF, ToolName.TRANSFER_CALL}
)
"""What an agent may use that names no tools: there is not always somebody else to talk to."""
