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
    END_CALL = "end_call"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolDefinition:
    """A tool as a model is told of it; *parameters* is a JSON schema."""

    name: str
    description: str
    parameters: JsonSchema


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolOutcome:
    """What a tool call came to; *payload* is what the model is told, as JSON."""

    payload: Mapping[str, object]
    ends_call: bool = False


_FIELD: JsonSchema = {"type": "string", "enum": ["name", "email", "phone", "company"]}


def _schema(**properties: JsonSchema) -> JsonSchema:
    required = [name for name in properties if name != "spelled"]
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
                value={"type": "string", "minLength": 1, "maxLength": 200},
                spelled={"type": "boolean", "description": "the caller spelled it out"},
            ),
        ),
        ToolDefinition(
            name=ToolName.CONFIRM_CONTACT,
            description="The caller said that the read-back of this field is right.",
            parameters=_schema(field=_FIELD, token={"type": "string"}),
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
            name=ToolName.END_CALL,
            description="Say goodbye first; then hang up with this.",
            parameters=_schema(reason={"type": "string", "maxLength": 200}),
        ),
    )
}
